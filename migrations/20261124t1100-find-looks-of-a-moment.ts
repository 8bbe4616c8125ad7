/** Looks of a moment are found as such: in the middle of a long plan as many are over by then as are yet to come. */
import type { Knex } from 'knex';

const up = (knex: Knex): Promise<void> =>
  knex.raw(`
    CREATE INDEX looks_lasting ON looks USING gist (int8range(from_at, until_at));
    DROP INDEX looks_until;
  `);

const down = (knex: Knex): Promise<void> =>
  knex.raw(`
    CREATE INDEX looks_until ON looks (plan_id, until_at);
    DROP INDEX looks_lasting;
  `);

export const migration: Knex.Migration = { up, down };
