/** Promise: a plan's mark differs as soon as anything of it was written: facts, its clock, its books. */
import type { PlanId } from '../../domain/ids.js';
import type { Tx } from '../database.js';
import { select } from '../rows.js';

/** Of indexed or small tables only: it is asked for every few seconds by everybody. */
export const markOf = async (tx: Tx, plan: PlanId): Promise<string> => {
  const [row] = await select<{ mark: string }>(
    tx,
    `SELECT concat_ws('-', p.clock_shift_ms, p.policy_version, p.calendar_version,
       (SELECT max(e.position) FROM events e WHERE e.plan_id = p.id),
       (SELECT count(*) + count(signed_at) FROM policies WHERE plan_id = p.id),
       (SELECT count(*) + count(confirmed_at) FROM outages WHERE plan_id = p.id)) AS mark
     FROM plans p WHERE p.id = ?`,
    [plan],
  );
  return row?.mark ?? '';
};
