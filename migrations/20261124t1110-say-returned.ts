/** Evidence that was returned presses until it is made good: the desk asks for it, and the state knows what is missing. */
import type { Knex } from 'knex';

const up = (knex: Knex): Promise<void> =>
  knex.raw(`
    ALTER TABLE milestones ADD COLUMN returned_at bigint;

    -- What the log says of each milestone: its evidence as it was last dealt with.
    CREATE TEMPORARY TABLE last_evidence ON COMMIT DROP AS
      SELECT DISTINCT ON (item_id, body->>'milestone') item_id, body->>'milestone' AS milestone, type, at, body->>'reason' AS reason
      FROM events WHERE type LIKE 'evidence%' ORDER BY item_id, body->>'milestone', seq DESC;

    UPDATE milestones m SET returned_at = e.at FROM last_evidence e
      WHERE e.item_id = m.item_id AND e.milestone = m.id AND e.type = 'evidenceReturned' AND m.status = 'open';

    UPDATE items i SET snapshot = jsonb_set(i.snapshot, '{milestones}', (
      SELECT jsonb_agg(m || jsonb_build_object('returned', CASE WHEN e.type = 'evidenceReturned' AND m->>'status' = 'open'
          THEN jsonb_build_object('at', e.at, 'reason', e.reason) END) ORDER BY place)
      FROM jsonb_array_elements(i.snapshot->'milestones') WITH ORDINALITY AS list (m, place)
        LEFT JOIN last_evidence e ON e.item_id = i.id AND e.milestone = m->>'id'))
      WHERE i.snapshot->'milestones' <> '[]';
  `);

const down = (knex: Knex): Promise<void> => knex.raw('ALTER TABLE milestones DROP COLUMN returned_at');

export const migration: Knex.Migration = { up, down };
