/**
 * Promise: a plan large enough for storms takes what is due itself, in bulk, so that the last of very many items is not
 * late. The items' own timers come a little later and find nothing left; nothing depends on the plan's.
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

/** A plan of more waiting items than this is large enough for storms. */
const crestOf = 200;

/** While one batch is being written the next is being worked out. */
const batchesAtOnce = 2;

interface Crest {
  readonly now: Instant;
  readonly due: readonly string[];
}

/** Settles what is due, and returns when the plan should look again; null = it is too small for storms. */
export const settleCrest = async (deps: CrestDeps, planId: string): Promise<Instant | null> => {
  const crest = await deps.db.asActor(engine, (tx) => crestIn(tx, planId, deps.clock()));
  if (crest === null) return null;
  await settleInBatches(deps, crest.due);
  return deps.db.asActor(engine, (tx) => nextLook(tx, planId, crest.now));
};

const crestIn = async (tx: Tx, planId: string, wall: Instant): Promise<Crest | null> => {
  const plan = await planOf(tx, planId);
  if (plan === null) return null;
  const [row] = await select<{ waiting: number }>(
    tx,
    'SELECT count(*)::int AS waiting FROM items WHERE plan_id = ? AND wake_at IS NOT NULL',
    [planId],
  );
  if (!row || row.waiting <= crestOf) return null;
  const now = planNow(plan, wall);
  return { now, due: await itemsDueBy(tx, planId, now) };
};

const settleInBatches = async (deps: CrestDeps, items: readonly string[]): Promise<void> => {
  let begun = 0;
  const runner = async (): Promise<void> => {
    while (begun < items.length) {
      const batch = items.slice(begun, (begun += batchSize));
      const { mailboxes } = await deps.db.asActor(engine, (tx) => settleItems(tx, batch, deps.clock()));
      await deps.wakeMailboxes(mailboxes);
      deps.heartbeat({ settled: begun });
    }
  };
  await Promise.all(Array.from({ length: batchesAtOnce }, runner));
};

/** When the next promise falls, or the next morning, since promises move. */
const nextLook = async (tx: Tx, planId: string, now: Instant): Promise<Instant> => {
  const [row] = await select<{ next: Instant | null }>(
    tx,
    'SELECT min(wake_at) AS next FROM items WHERE plan_id = ? AND wake_at > ?',
    [planId, now],
  );
  return Math.min(row?.next ?? Infinity, startOfDay(dayOf(now)) + dayMs + 60_000);
};
