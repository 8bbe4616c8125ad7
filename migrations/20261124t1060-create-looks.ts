/**
 * How items looked at every moment of their past, so that the wall of any day is counted without folding logs. It
 * follows from the log alone: emptied, it is filled again.
 */
import type { Knex } from 'knex';

const up = (knex: Knex): Promise<void> =>
  knex.raw(`
    CREATE TABLE looks (
      item_id text NOT NULL REFERENCES items,
      from_at bigint NOT NULL,
      -- null = until something happens
      until_at bigint,
      -- of the last look: what of the item it has been made from; null of those before
      settled_at bigint,
      plan_id text NOT NULL,
      -- number of the last event by then
      seq int NOT NULL,
      unit_id text NOT NULL,
      lifecycle text NOT NULL,
      suspended boolean NOT NULL,
      light text NOT NULL,
      level text NOT NULL,
      calendar_version int NOT NULL,
      milestones_total int NOT NULL,
      milestones_accepted int NOT NULL,
      milestones_open int NOT NULL,
      milestones_overdue int NOT NULL,
      measures_total int NOT NULL,
      measures_done int NOT NULL,
      measures_struck_off int NOT NULL,
      measures_waived int NOT NULL,
      on_time_by_current_due int NOT NULL,
      on_time_by_first_due int NOT NULL,
      under_review boolean NOT NULL,
      next_due date,
      overdue_since date,
      proposal int,
      signatures int NOT NULL,
      PRIMARY KEY (item_id, from_at)
    );
    CREATE UNIQUE INDEX looks_last ON looks (plan_id, item_id) INCLUDE (settled_at) WHERE until_at IS NULL;
    GRANT SELECT, INSERT, UPDATE ON looks TO duzhan_writer;
    GRANT SELECT ON looks TO duzhan_reader;

    CREATE INDEX events_returned ON events (plan_id, item_id) WHERE type = 'evidenceReturned';
    CREATE INDEX milestones_under_review ON milestones (plan_id, item_id) WHERE status = 'submitted';
  `);

const down = (knex: Knex): Promise<void> =>
  knex.raw('DROP INDEX events_returned, milestones_under_review; DROP TABLE looks');

export const migration: Knex.Migration = { up, down };
