/** How many running items are under which version of the policy. */
import type { Tx } from '../database.js';
import { select } from '../rows.js';

export const itemsByPolicy = async (tx: Tx, plan: string): Promise<ReadonlyMap<number, number>> => {
  const rows = await select<{ version: number; items: number }>(
    tx,
    `SELECT (snapshot -> 'policy' ->> 'version')::int AS version, count(*)::int AS items
     FROM items WHERE plan_id = ? AND NOT done GROUP BY 1`,
    [plan],
  );
  return new Map(rows.map(({ version, items }) => [version, items]));
};
