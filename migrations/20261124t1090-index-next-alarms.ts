/** When something of a plan happens next is asked with every page: the soonest of its items, however many there are. */
import type { Knex } from 'knex';

const up = (knex: Knex): Promise<void> =>
  knex.raw('CREATE INDEX items_next_alarm ON items (plan_id, next_alarm_at) WHERE next_alarm_at IS NOT NULL');

const down = (knex: Knex): Promise<void> => knex.raw('DROP INDEX items_next_alarm');

export const migration: Knex.Migration = { up, down };
