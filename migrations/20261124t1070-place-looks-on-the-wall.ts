/**
 * Looks say where on the wall their item hangs, so that whoever sees all of a plan is answered from them alone. They
 * follow from the log: emptied here, they are filled again.
 */
import type { Knex } from 'knex';

const up = (knex: Knex): Promise<void> =>
  knex.raw(`
    TRUNCATE looks;
    ALTER TABLE looks ADD section int NOT NULL, ADD number int NOT NULL;
  `);

const down = (knex: Knex): Promise<void> =>
  knex.raw('ALTER TABLE looks DROP COLUMN section, DROP COLUMN number');

export const migration: Knex.Migration = { up, down };
