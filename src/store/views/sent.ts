/** What was asked: by a person, and of a plan's clock; newest first. */
import type { Tx } from '../database.js';
import { select } from '../rows.js';
import type { Submission } from '../submissions.js';

const columns = `id, key, person_id, actor, plan_id, item_id, type, body, body_hash, expected_version, received_at,
  outcome, decided_at`;

export const submissionsOfPerson = (
  tx: Tx,
  person: string,
  planId: string,
  limit: number,
): Promise<readonly Submission[]> =>
  select(
    tx,
    `SELECT ${columns} FROM submissions WHERE person_id = ? AND plan_id = ? ORDER BY received_at DESC, id LIMIT ?`,
    [person, planId, limit],
  );

/** Advances of a plan's clock, whoever asked for them. */
export const advancesOf = (tx: Tx, planId: string, limit: number): Promise<readonly Submission[]> =>
  select(
    tx,
    `SELECT ${columns} FROM submissions WHERE plan_id = ? AND item_id IS NULL AND type = 'advanceClock'
     ORDER BY position DESC LIMIT ?`,
    [planId, limit],
  );
