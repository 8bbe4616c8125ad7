/** How often somebody has failed to sign in, for all API processes together (the shape rate-limiter-flexible expects). */
import type { Knex } from 'knex';

const up = (knex: Knex): Promise<void> =>
  knex.raw(`
    CREATE TABLE login_attempts (
      key varchar(255) PRIMARY KEY,
      points integer NOT NULL DEFAULT 0,
      expire bigint
    );
    GRANT SELECT, INSERT, UPDATE, DELETE ON login_attempts TO duzhan_writer;
  `);

const down = (knex: Knex): Promise<void> => knex.raw('DROP TABLE login_attempts');

export const migration: Knex.Migration = { up, down };
