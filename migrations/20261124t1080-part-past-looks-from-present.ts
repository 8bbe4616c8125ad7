/**
 * The past apart from the present: looks that are over are only ever added to, how items look now is as small as the
 * plan, and whatever is behind its item is listed, so that nobody need search for it. All follow from the log.
 */
import type { Knex } from 'knex';

const columns = `
  item_id text NOT NULL REFERENCES items,
  plan_id text NOT NULL,
  section int NOT NULL,
  number int NOT NULL,
  from_at bigint NOT NULL,
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
  signatures int NOT NULL`;

const up = (knex: Knex): Promise<void> =>
  knex.raw(`
    DROP TABLE looks;
    CREATE TABLE looks (${columns},
      until_at bigint NOT NULL,
      PRIMARY KEY (item_id, from_at)
    );
    CREATE INDEX looks_until ON looks (plan_id, until_at);
    CREATE TABLE looks_now (${columns}, PRIMARY KEY (item_id));
    CREATE INDEX looks_now_of_plan ON looks_now (plan_id);

    -- Items that something has happened to since their looks were written.
    CREATE TABLE looks_behind (
      item_id text PRIMARY KEY REFERENCES items,
      plan_id text NOT NULL,
      version int NOT NULL,
      settled_at bigint NOT NULL
    );
    CREATE INDEX looks_behind_of_plan ON looks_behind (plan_id);
    INSERT INTO looks_behind SELECT id, plan_id, version, settled_at FROM items;

    GRANT SELECT, INSERT ON looks TO duzhan_writer;
    GRANT SELECT, INSERT, UPDATE ON looks_now TO duzhan_writer;
    GRANT SELECT, INSERT, UPDATE, DELETE ON looks_behind TO duzhan_writer;
    GRANT SELECT ON looks, looks_now, looks_behind TO duzhan_reader;
  `);

const down = (knex: Knex): Promise<void> => knex.raw('DROP TABLE looks_behind, looks_now');

export const migration: Knex.Migration = { up, down };
