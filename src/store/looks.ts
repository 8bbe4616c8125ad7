/**
 * Promise: the looks of a plan's items follow from their logs alone. They are written by whoever first asks for a wall
 * after something has happened, so that settling pays nothing for them; looks that are over are never changed.
 */
import { looksOf, type PastLook } from '../domain/as-of.js';
import type { Context } from '../domain/context.js';
import type { PlanId } from '../domain/ids.js';
import { dayOf, type Instant } from '../domain/instants.js';
import type { Database, Tx } from './database.js';
import { logsOf } from './events.js';
import { contextAt, planOf } from './plans.js';
import { execute, insertion, select, together } from './rows.js';

const upkeep = { system: 'upkeep' } as const;

/** An item that something has happened to since its looks were written. */
interface Behind {
  readonly id: string;
  readonly section: number;
  readonly number: number;
  readonly version: number;
  readonly settledAt: Instant;
}

const behind = (tx: Tx, plan: string, limit: number): Promise<readonly Behind[]> =>
  select(
    tx,
    `SELECT i.id, i.section, i.number, b.version, b.settled_at FROM looks_behind b JOIN items i ON i.id = b.item_id
     WHERE b.plan_id = ? ORDER BY b.item_id LIMIT ?`,
    [plan, limit],
  );

const isBehind = async (tx: Tx, plan: string): Promise<boolean> =>
  (await select(tx, 'SELECT 1 AS one FROM looks_behind WHERE plan_id = ? LIMIT 1', [plan])).length > 0;

/** One transaction’s worth: folding more at once would keep the process from answering others. */
const batch = 100;

const rowOf = (planId: PlanId, { id, section, number }: Behind, look: Omit<PastLook, 'untilAt'>) => ({
  itemId: id,
  planId,
  section,
  number,
  ...look,
});

/** A look that no day ended with is never asked for. */
const endedADay = ({ fromAt, untilAt }: { readonly fromAt: Instant; readonly untilAt: Instant }): boolean =>
  dayOf(fromAt) < dayOf(untilAt);

/** What an item's looks are as rows: those that are over, and the last. */
const rowsOf = (plan: PlanId, item: Behind, looks: readonly PastLook[]) => ({
  over: looks
    .flatMap(({ untilAt, ...look }) => (untilAt === null ? [] : [{ ...rowOf(plan, item, look), untilAt }]))
    .filter(endedADay),
  now: looks.flatMap(({ untilAt, ...look }) => (untilAt === null ? [rowOf(plan, item, look)] : [])),
});

const write = async (tx: Tx, plan: PlanId, items: readonly Behind[], context: Context): Promise<void> => {
  const logs = await logsOf(
    tx,
    items.map(({ id }) => id),
  );
  const rows = items.map((item) =>
    rowsOf(plan, item, looksOf(logs.get(item.id) ?? [], item.settledAt, context)),
  );
  await together(tx, [
    insertion(
      'looks',
      rows.flatMap(({ over }) => over),
      { key: ['itemId', 'fromAt'], then: 'keep' },
    ),
    insertion(
      'looks_now',
      rows.flatMap(({ now }) => now),
      { key: ['itemId'], then: 'replace' },
    ),
  ]);
};

/** Only what has been written: what happened meanwhile stays behind. */
const settled = (tx: Tx, items: readonly Behind[]): Promise<void> =>
  execute(
    tx,
    `DELETE FROM looks_behind b USING unnest(?::text[], ?::int[], ?::bigint[]) AS written (id, version, settled_at)
     WHERE b.item_id = written.id AND b.version = written.version AND b.settled_at = written.settled_at`,
    [items.map(({ id }) => id), items.map(({ version }) => version), items.map(({ settledAt }) => settledAt)],
  );

/** Writes the looks of the next items that are behind; false when none was. One process at a time. */
const catchUpSome = async (tx: Tx, planId: string): Promise<boolean> => {
  await execute(tx, `SELECT pg_advisory_xact_lock(hashtextextended('looks/' || ?, 0))`, [planId]);
  const [plan, items] = await Promise.all([planOf(tx, planId), behind(tx, planId, batch)]);
  if (plan === null || items.length === 0) return false;
  await write(tx, plan.id, items, await contextAt(tx, plan, plan.importedAt));
  await settled(tx, items);
  return true;
};

/** A plan in which something happens all the time is looked at as it was a moment ago. */
const mostRounds = 3;

/** One read-only transaction in which the looks of the plan are as new as its items. */
export const withLooks = async <T>(
  db: Database,
  reader: Parameters<Database['asReader']>[0],
  planId: string,
  read: (tx: Tx) => Promise<T>,
): Promise<T> => {
  for (let round = 1; ; round += 1) {
    const answer = await db.asReader(reader, async (tx) =>
      round <= mostRounds && (await isBehind(tx, planId)) ? null : { read: await read(tx) },
    );
    if (answer) return answer.read;
    while (await db.asActor(upkeep, (tx) => catchUpSome(tx, planId)));
  }
};
