/**
 * Promise: the looks of a plan's items follow from their logs alone. They are written by whoever first asks for the
 * past after something has happened, so that settling pays nothing for them; emptied, they are filled again.
 */
import { looksOf, type PastLook } from '../domain/as-of.js';
import type { Context } from '../domain/context.js';
import type { PlanId } from '../domain/ids.js';
import type { Instant } from '../domain/instants.js';
import type { Database, Tx } from './database.js';
import { logsOf } from './events.js';
import { contextAt, planOf } from './plans.js';
import { execute, insertRows, select } from './rows.js';

const upkeep = { system: 'upkeep' } as const;

/** An item that something has happened to since its looks were written. */
interface Behind {
  readonly id: string;
  readonly section: number;
  readonly number: number;
  readonly settledAt: Instant;
  /** From when on its looks are to be written: what lies before stays as it is. Null = all of them. */
  readonly fromAt: Instant | null;
}

const behind = (tx: Tx, plan: string, limit: number): Promise<readonly Behind[]> =>
  select(
    tx,
    `SELECT i.id, i.section, i.number, i.settled_at, l.from_at FROM items i
     LEFT JOIN looks l ON l.plan_id = i.plan_id AND l.item_id = i.id AND l.until_at IS NULL
     WHERE i.plan_id = ? AND l.settled_at IS DISTINCT FROM i.settled_at ORDER BY i.id LIMIT ?`,
    [plan, limit],
  );

/** One transaction's worth. */
const batch = 500;

const rowsOf = (
  plan: PlanId,
  { id, section, number, settledAt, fromAt }: Behind,
  looks: readonly PastLook[],
): readonly object[] =>
  looks
    .filter((look) => fromAt === null || look.fromAt >= fromAt)
    .map((look) => ({
      itemId: id,
      planId: plan,
      section,
      number,
      ...look,
      settledAt: look.untilAt === null ? settledAt : null,
    }));

const write = async (tx: Tx, plan: PlanId, items: readonly Behind[], context: Context): Promise<void> => {
  const logs = await logsOf(
    tx,
    items.map(({ id }) => id),
  );
  const rows = items.flatMap((item) =>
    rowsOf(plan, item, looksOf(logs.get(item.id) ?? [], item.settledAt, context)),
  );
  await insertRows(tx, 'looks', rows, { key: ['itemId', 'fromAt'], then: 'replace' });
};

/** Writes the looks of the next items that are behind; false when none was. One process at a time. */
const catchUpSome = async (tx: Tx, planId: string): Promise<boolean> => {
  await execute(tx, `SELECT pg_advisory_xact_lock(hashtextextended('looks/' || ?, 0))`, [planId]);
  const [plan, items] = await Promise.all([planOf(tx, planId), behind(tx, planId, batch)]);
  if (plan === null || items.length === 0) return false;
  await write(tx, plan.id, items, await contextAt(tx, plan, plan.importedAt));
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
    const answer = await db.asReader(reader, async (tx) => {
      const isNew = round > mostRounds || (await behind(tx, planId, 1)).length === 0;
      return isNew ? { read: await read(tx) } : null;
    });
    if (answer) return answer.read;
    while (await db.asActor(upkeep, (tx) => catchUpSome(tx, planId)));
  }
};
