/** Plans with their versions of policy and calendar, and their task items. Instants are plan time in milliseconds. */
import type { Knex } from 'knex';

const up = (knex: Knex): Promise<void> =>
  knex.raw(`
    CREATE TABLE plans (
      id text PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('live', 'rehearsal')),
      title text NOT NULL,
      document jsonb NOT NULL,
      -- plan now = wall clock + shift; one row a plan, so that no two items are ever in different years
      clock_shift_ms bigint NOT NULL DEFAULT 0 CHECK (kind = 'rehearsal' OR clock_shift_ms = 0),
      policy_version int NOT NULL,
      calendar_version int NOT NULL,
      next_alarm_at bigint,
      imported_at bigint NOT NULL,
      written_at bigint NOT NULL
    );

    -- Versions are never changed: whoever has read one may keep it.
    CREATE TABLE policies (
      plan_id text NOT NULL REFERENCES plans,
      version int NOT NULL,
      body jsonb NOT NULL,
      adopted_at bigint NOT NULL,
      PRIMARY KEY (plan_id, version)
    );
    CREATE TABLE calendars (
      plan_id text NOT NULL REFERENCES plans,
      version int NOT NULL,
      years jsonb NOT NULL,
      adopted_at bigint NOT NULL,
      PRIMARY KEY (plan_id, version)
    );

    CREATE TABLE units (
      plan_id text NOT NULL REFERENCES plans,
      id text NOT NULL,
      name text NOT NULL,
      gloss text NOT NULL,
      kind text NOT NULL,
      leader_in_charge text NOT NULL,
      case_officer text NOT NULL,
      basis text NOT NULL,
      ordinal int NOT NULL,
      PRIMARY KEY (plan_id, id)
    );

    CREATE TABLE items (
      id text PRIMARY KEY,
      plan_id text NOT NULL REFERENCES plans,
      number int NOT NULL,
      unit_id text NOT NULL,
      co_units text[] NOT NULL,
      case_officer text,
      section int NOT NULL,
      title text NOT NULL,
      tile text NOT NULL,
      gloss text NOT NULL,
      binding boolean NOT NULL,
      snapshot jsonb NOT NULL,
      version int NOT NULL,
      lifecycle text NOT NULL,
      suspended boolean NOT NULL,
      light text NOT NULL,
      level text NOT NULL,
      next_alarm_key text,
      next_alarm_at bigint,
      -- the promise: when the item will be settled again; null = nothing is due any more
      wake_at bigint,
      done boolean NOT NULL,
      measures_total int NOT NULL,
      measures_done int NOT NULL,
      measures_struck_off int NOT NULL,
      measures_waived int NOT NULL,
      milestones_total int NOT NULL,
      milestones_accepted int NOT NULL,
      milestones_open int NOT NULL,
      milestones_overdue int NOT NULL,
      next_due date,
      settled_at bigint NOT NULL,
      UNIQUE (plan_id, number)
    );
    CREATE INDEX items_promise ON items (plan_id, wake_at) WHERE wake_at IS NOT NULL;
    CREATE INDEX items_unit ON items (plan_id, unit_id);

    CREATE TABLE milestones (
      item_id text NOT NULL REFERENCES items,
      id text NOT NULL,
      plan_id text NOT NULL,
      unit_id text NOT NULL,
      ordinal int NOT NULL,
      title text NOT NULL,
      evidence text NOT NULL,
      due date NOT NULL,
      first_due date NOT NULL,
      basis text NOT NULL,
      weight double precision NOT NULL,
      measures text[] NOT NULL,
      status text NOT NULL,
      confirmed boolean NOT NULL,
      light text NOT NULL,
      epoch int NOT NULL,
      overdue_at bigint,
      ended_at bigint,
      on_time boolean,
      PRIMARY KEY (item_id, id)
    );
    CREATE INDEX milestones_due ON milestones (plan_id, due) WHERE status IN ('open', 'submitted');

    -- Open cases only; ended ones live in the log.
    CREATE TABLE cases (
      item_id text NOT NULL REFERENCES items,
      id text NOT NULL,
      plan_id text NOT NULL,
      unit_id text NOT NULL,
      kind text NOT NULL,
      subject text,
      owed_by text NOT NULL,
      since bigint NOT NULL,
      until date NOT NULL,
      over_at bigint,
      steps int NOT NULL,
      PRIMARY KEY (item_id, id)
    );
    CREATE INDEX cases_owner ON cases (plan_id, owed_by, unit_id);
  `);

const down = (knex: Knex): Promise<void> =>
  knex.raw('DROP TABLE cases, milestones, items, units, calendars, policies, plans');

export const migration: Knex.Migration = { up, down };
