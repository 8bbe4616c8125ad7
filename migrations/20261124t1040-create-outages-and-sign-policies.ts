/**
 * Outages of the system, recorded by two persons; policies that are published before they are signed; snapshots with
 * the fields an outage and a change of unit leave behind.
 */
import type { Knex } from 'knex';

const up = (knex: Knex): Promise<void> =>
  knex.raw(`
    CREATE TABLE outages (
      plan_id text NOT NULL REFERENCES plans,
      outage int NOT NULL,
      from_at bigint NOT NULL,
      to_at bigint NOT NULL,
      reason text NOT NULL,
      recorded_by text[] NOT NULL,
      recorded_at bigint NOT NULL,
      confirmed_by text,
      confirmed_at bigint,
      PRIMARY KEY (plan_id, outage)
    );
    GRANT SELECT, INSERT, UPDATE ON outages TO duzhan_writer;
    GRANT SELECT ON outages TO duzhan_reader;

    -- What a plan was imported with is signed: its document bears the signature.
    ALTER TABLE policies ADD published_by text[] NOT NULL DEFAULT '{}', ADD signed_by text, ADD signed_at bigint;
    UPDATE policies SET signed_by = 'import', signed_at = adopted_at;
    GRANT UPDATE (signed_by, signed_at) ON policies TO duzhan_writer;

    ALTER TABLE items ADD former_units text[] NOT NULL DEFAULT '{}';
    UPDATE items SET snapshot = '{"formerUnits": []}'::jsonb || snapshot || jsonb_build_object('milestones', coalesce(
      (SELECT jsonb_agg('{"dueOverAt": null, "handedInAt": null}'::jsonb || milestone ORDER BY position)
       FROM jsonb_array_elements(snapshot -> 'milestones') WITH ORDINALITY AS all_of (milestone, position)), '[]'));
  `);

const down = (knex: Knex): Promise<void> =>
  knex.raw(`
    ALTER TABLE items DROP COLUMN former_units;
    ALTER TABLE policies DROP COLUMN published_by, DROP COLUMN signed_by, DROP COLUMN signed_at;
    DROP TABLE outages;
  `);

export const migration: Knex.Migration = { up, down };
