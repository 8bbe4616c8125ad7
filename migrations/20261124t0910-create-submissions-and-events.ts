/** What was asked, durable and dated before anything decides it, and the append-only log of what happened. */
import type { Knex } from 'knex';

const up = (knex: Knex): Promise<void> =>
  knex.raw(`
    CREATE TABLE submissions (
      id uuid PRIMARY KEY,
      -- the sender's Idempotency-Key
      key text NOT NULL,
      person_id text NOT NULL,
      actor jsonb NOT NULL,
      plan_id text NOT NULL REFERENCES plans,
      -- null = asked of the plan itself
      item_id text REFERENCES items,
      type text NOT NULL,
      body jsonb NOT NULL,
      body_hash text NOT NULL,
      expected_version int,
      -- plan time; the decision counts from here
      received_at bigint NOT NULL,
      written_at bigint NOT NULL,
      -- how far a long one has come, for a repeat to go on from
      progress jsonb,
      outcome jsonb,
      decided_at bigint,
      -- order of arrival
      position bigint GENERATED ALWAYS AS IDENTITY,
      UNIQUE (person_id, key)
    );
    CREATE INDEX submissions_open_of_item ON submissions (item_id, received_at) WHERE decided_at IS NULL AND item_id IS NOT NULL;
    CREATE INDEX submissions_open_of_plan ON submissions (plan_id, received_at) WHERE decided_at IS NULL AND item_id IS NULL;
    CREATE INDEX submissions_of_item ON submissions (item_id, received_at);

    CREATE TABLE events (
      item_id text NOT NULL REFERENCES items,
      seq int NOT NULL,
      plan_id text NOT NULL,
      unit_id text NOT NULL,
      type text NOT NULL,
      version int NOT NULL,
      at bigint NOT NULL,
      recorded_at bigint NOT NULL,
      -- wall clock
      written_at bigint NOT NULL,
      actor jsonb,
      submission_id uuid,
      -- what the clock brought about happens once
      key text,
      body jsonb NOT NULL,
      body_hash text NOT NULL,
      position bigint GENERATED ALWAYS AS IDENTITY,
      PRIMARY KEY (item_id, seq)
    );
    CREATE UNIQUE INDEX events_key ON events (item_id, key) WHERE key IS NOT NULL;
    CREATE INDEX events_of_plan ON events (plan_id, position);
    CREATE INDEX events_of_submission ON events (submission_id) WHERE submission_id IS NOT NULL;
  `);

const down = (knex: Knex): Promise<void> => knex.raw('DROP TABLE events, submissions');

export const migration: Knex.Migration = { up, down };
