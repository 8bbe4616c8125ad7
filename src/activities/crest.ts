/**
 * Promise: when very many items are due at one instant, the plan settles them in bulk, so that the last one is not
 * late; the items' own timers, which fire all the same, find nothing left. Nothing depends on it.
 */
import { dayMs, dayOf, startOfDay, type Instant } from '../domain/instants.js';
import type { Tx } from '../store/database.js';
import { itemsDueBy } from '../store/items.js';
import { planNow, planOf } from '../store/plans.js';
import { select } from '../store/rows.js';
import { batchSize, type AdvanceDeps } from './advance-plan.js';
import { engine } from './settle-item.js';
import { settleItems } from './settle-items.js';

export interface CrestDeps extends AdvanceDeps {
  readonly wakeMailboxes: (persons: readonly string[]) => Promise<void>;
}

/** From so many items on a plan is large enough for storms. */
const crestOf = 200;

/** Settles what is due together, and returns when the plan should look again; null = it is too small for storms. */
export const settleCrest = async (deps: CrestDeps, planId: string): Promise<Instant | null> => {
  const { db, clock, heartbeat } = deps;
  const due = await db.asActor(engine, (tx) => dueItems(tx, planId, clock()));
  if (due.length > crestOf)
    for (let start = 0; start < due.length; start += batchSize) {
      const batch = due.slice(start, start + batchSize);
      const { mailboxes } = await db.asActor(engine, (tx) => settleItems(tx, batch, clock()));
      await deps.wakeMailboxes(mailboxes);
      heartbeat({ settled: start + batch.length });
    }
  return db.asActor(engine, (tx) => nextCrest(tx, planId, clock()));
};

const dueItems = async (tx: Tx, planId: string, wall: Instant): Promise<readonly string[]> => {
  const plan = await planOf(tx, planId);
  if (plan === null) return [];
  return itemsDueBy(tx, planId, planNow(plan, wall));
};

/** The next instant shared by many, or the next morning, since promises move. */
const nextCrest = async (tx: Tx, planId: string, wall: Instant): Promise<Instant | null> => {
  const plan = await planOf(tx, planId);
  if (plan === null) return null;
  const now = planNow(plan, wall);
  const [row] = await select<{ items: number; crest: Instant | null }>(
    tx,
    `SELECT (SELECT count(*)::int FROM items WHERE plan_id = ? AND wake_at IS NOT NULL) AS items,
       (SELECT wake_at FROM items WHERE plan_id = ? AND wake_at > ? GROUP BY wake_at HAVING count(*) > ?
        ORDER BY wake_at LIMIT 1) AS crest`,
    [planId, planId, now, crestOf],
  );
  if (!row || row.items <= crestOf) return null;
  return Math.min(row.crest ?? Infinity, startOfDay(dayOf(now)) + dayMs + 60_000);
};
