/** Persons, who stands in for whom, and their sessions (the shape connect-pg-simple expects). */
import type { Knex } from 'knex';

const up = (knex: Knex): Promise<void> =>
  knex.raw(`
    CREATE TABLE people (
      id text PRIMARY KEY,
      login text NOT NULL UNIQUE,
      password_hash text NOT NULL,
      name text NOT NULL,
      email text,
      role text NOT NULL,
      rank text,
      unit_id text,
      -- the post a plan names: a leader's or a case officer's
      post_id text,
      -- null = holds the post in every plan
      plan_id text REFERENCES plans,
      active boolean NOT NULL DEFAULT true,
      -- sessions begun before are void
      sessions_from bigint NOT NULL DEFAULT 0,
      written_at bigint NOT NULL,
      CHECK ((role = 'leader') = (rank IS NOT NULL)),
      CHECK ((role IN ('unit_officer', 'unit_head')) = (unit_id IS NOT NULL))
    );

    CREATE TABLE deputies (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      person_id text NOT NULL REFERENCES people,
      deputy_id text NOT NULL REFERENCES people,
      from_date date NOT NULL,
      until_date date NOT NULL,
      CHECK (person_id <> deputy_id AND from_date <= until_date)
    );

    CREATE TABLE sessions (
      sid varchar NOT NULL PRIMARY KEY,
      sess json NOT NULL,
      expire timestamp(6) NOT NULL
    );
    CREATE INDEX sessions_expire ON sessions (expire);
  `);

const down = (knex: Knex): Promise<void> => knex.raw('DROP TABLE sessions, deputies, people');

export const migration: Knex.Migration = { up, down };
