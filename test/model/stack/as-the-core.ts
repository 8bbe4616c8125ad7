/** Whether the stack has made of an item's submissions what the core alone makes of them. */
import assert from 'node:assert/strict';
import { evolve } from '../../../src/domain/evolve.js';
import type { ItemState } from '../../../src/domain/item.js';
import { settle } from '../../../src/domain/settle.js';
import type { Database, Tx } from '../../../src/store/database.js';
import { eventsOf } from '../../../src/store/events.js';
import { itemOf } from '../../../src/store/items.js';
import { contextAt, planOf } from '../../../src/store/plans.js';
import { asReceived, submissionsOf } from '../../../src/store/submissions.js';

const engine = { system: 'engine' } as const;

const kept = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What the core alone makes of the item's submissions, against what the stack has made of them. */
export const assertAsTheCore = async (db: Database, planId: string, item: string): Promise<void> => {
  const { row, log, context, received, outcomes } = await db.asReader(engine, (tx) =>
    readAll(tx, planId, item),
  );
  const born = log.slice(0, 2).reduce<ItemState | null>(evolve, null);
  assert.ok(born);
  const alone = settle(born, received, row.settledAt, context);
  assert.deepEqual(kept(log.slice(2)), kept(alone.events));
  assert.deepEqual(kept(row.snapshot), kept(alone.state));
  assert.deepEqual(outcomes, kept([...alone.outcomes]));
};

const readAll = async (tx: Tx, planId: string, item: string) => {
  const [row, plan] = [await itemOf(tx, item), await planOf(tx, planId)];
  if (!row || !plan) throw new Error(`${item} is gone`);
  const asked = [...(await submissionsOf(tx, { itemId: item }, 10_000))].reverse();
  return {
    row,
    log: await eventsOf(tx, item),
    context: await contextAt(tx, plan, row.settledAt),
    received: asked.map(asReceived),
    outcomes: asked.map(({ id, outcome }) => [id, outcome]),
  };
};
