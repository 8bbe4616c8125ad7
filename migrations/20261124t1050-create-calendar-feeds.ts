/** Calendar feeds: who may be read by whom holds a secret address, of which only the hash is kept. */
import type { Knex } from 'knex';

const up = (knex: Knex): Promise<void> =>
  knex.raw(`
    CREATE TABLE calendar_feeds (
      -- one a person: a new one replaces the old
      person_id text PRIMARY KEY REFERENCES people,
      token_sha256 text NOT NULL UNIQUE,
      -- wall clock
      written_at bigint NOT NULL
    );
    GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_feeds TO duzhan_writer;
    GRANT SELECT ON calendar_feeds TO duzhan_reader;
  `);

const down = (knex: Knex): Promise<void> => knex.raw('DROP TABLE calendar_feeds');

export const migration: Knex.Migration = { up, down };
