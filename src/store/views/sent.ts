/** What a person asked, newest first. */
import type { Tx } from '../database.js';
import { select } from '../rows.js';
import type { Submission } from '../submissions.js';

export const submissionsOfPerson = (
  tx: Tx,
  person: string,
  planId: string,
  limit: number,
): Promise<readonly Submission[]> =>
  select(
    tx,
    `SELECT id, key, person_id, actor, plan_id, item_id, type, body, body_hash, expected_version, received_at, outcome,
       decided_at
     FROM submissions WHERE person_id = ? AND plan_id = ? ORDER BY received_at DESC, id LIMIT ?`,
    [person, planId, limit],
  );
