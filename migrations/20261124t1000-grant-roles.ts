/**
 * Three roles: the login that owns the tables, a writer that cannot change the log, a reader that cannot change
 * anything. Writer and reader have no password: the login takes one on for the length of a transaction.
 */
import type { Knex } from 'knex';

/** Roles belong to the whole server: another database of it may have made them already, or be making them now. */
const createRole = (name: string): string => `
  DO $$ BEGIN
    CREATE ROLE ${name} NOLOGIN;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END $$;
  DO $$ BEGIN
    IF NOT pg_has_role(current_user, '${name}', 'SET') THEN
      EXECUTE format('GRANT ${name} TO %I', current_user);
    END IF;
  EXCEPTION WHEN unique_violation THEN NULL;
  END $$;`;

const up = (knex: Knex): Promise<void> =>
  knex.raw(`
    ${createRole('duzhan_writer')}
    ${createRole('duzhan_reader')}
    GRANT USAGE ON SCHEMA public TO duzhan_writer, duzhan_reader;

    GRANT SELECT, INSERT ON
      plans, policies, calendars, units, items, milestones, cases, submissions, events, people, deputies, notices,
      mailboxes, document_counters, documents, files, uploads, evidence_files, audit, heartbeats, repairs
      TO duzhan_writer;
    GRANT UPDATE ON
      plans, items, milestones, cases, submissions, people, notices, mailboxes, document_counters, heartbeats, repairs
      TO duzhan_writer;
    GRANT DELETE ON milestones, cases, deputies TO duzhan_writer;
    GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO duzhan_writer;

    GRANT SELECT ON
      plans, policies, calendars, units, items, milestones, cases, submissions, events, deputies, notices, mailboxes,
      document_counters, documents, files, uploads, evidence_files, audit, heartbeats, repairs
      TO duzhan_reader;
    GRANT SELECT (id, login, name, email, role, rank, unit_id, post_id, plan_id, active, sessions_from)
      ON people TO duzhan_reader;
  `);

const down = (knex: Knex): Promise<void> =>
  knex.raw('DROP OWNED BY duzhan_writer; DROP OWNED BY duzhan_reader;');

export const migration: Knex.Migration = { up, down };
