/** Who did what, append-only; the watch's heartbeat and what it repaired. */
import type { Knex } from 'knex';

const up = (knex: Knex): Promise<void> =>
  knex.raw(`
    CREATE TABLE audit (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      -- wall clock
      written_at bigint NOT NULL,
      -- plan time; null where no plan is concerned
      at bigint,
      -- whom the database was told acts: a person, or a part of the system
      acted_by text NOT NULL DEFAULT current_setting('duzhan.actor', true),
      actor jsonb,
      action text NOT NULL,
      plan_id text,
      item_id text,
      submission_id uuid,
      detail jsonb NOT NULL,
      body_hash text NOT NULL
    );
    CREATE INDEX audit_of_item ON audit (item_id, id);

    CREATE TABLE heartbeats (
      name text PRIMARY KEY,
      at bigint NOT NULL,
      detail jsonb NOT NULL
    );
    CREATE TABLE repairs (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      aggregate text NOT NULL,
      subject_id text NOT NULL,
      -- wall clock at which what is late was promised
      promised_at bigint NOT NULL,
      step text NOT NULL CHECK (step IN ('wake', 'restart', 'alarm')),
      at bigint NOT NULL,
      error text,
      healed_at bigint
    );
    CREATE INDEX repairs_open ON repairs (aggregate, subject_id) WHERE healed_at IS NULL;
  `);

const down = (knex: Knex): Promise<void> => knex.raw('DROP TABLE repairs, heartbeats, audit');

export const migration: Knex.Migration = { up, down };
