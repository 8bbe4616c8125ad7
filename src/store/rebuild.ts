/** Promise: the log alone is enough: a snapshot that does not follow from it is named, and can be made anew. */
import { evolve } from '../domain/evolve.js';
import type { ItemEvent } from '../domain/events.js';
import type { ItemState } from '../domain/item.js';
import { canonical } from './canonical.js';
import type { Tx } from './database.js';
import { eventsOf } from './events.js';
import { itemOf, itemsOf } from './items.js';
import { execute } from './rows.js';

const fold = (events: readonly ItemEvent[]): ItemState | null =>
  events.reduce<ItemState | null>((state, event) => evolve(state, event), null);

export interface Comparison {
  readonly itemId: string;
  /** Fields of the snapshot that the log does not bear out; none = they agree. */
  readonly differs: readonly string[];
}

/** Compares the fields of two states as the database would keep them. */
const differences = (kept: ItemState, folded: ItemState | null): readonly string[] => {
  const [a, b] = [kept, folded ?? {}] as const satisfies readonly object[];
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  const valueOf = (state: object, name: string): string =>
    canonical((state as Record<string, unknown>)[name]);
  return [...names].filter((name) => valueOf(a, name) !== valueOf(b, name)).sort();
};

/** Folds the log of every item of a plan; an item at a time, since logs may be long. */
export const compareWithLog = async (tx: Tx, plan: string): Promise<readonly Comparison[]> => {
  const comparisons: Comparison[] = [];
  for (const { id } of await itemsOf(tx, plan)) {
    const item = await itemOf(tx, id);
    if (item)
      comparisons.push({ itemId: id, differs: differences(item.snapshot, fold(await eventsOf(tx, id))) });
  }
  return comparisons;
};

/** Replaces the snapshot by what the log says; the figures beside it follow when the item is settled next. */
export const writeRebuilt = async (tx: Tx, item: string): Promise<void> => {
  const state = fold(await eventsOf(tx, item));
  if (state === null) throw new Error(`item ${item} has no log`);
  await execute(tx, 'UPDATE items SET snapshot = ?::jsonb, wake_at = 0 WHERE id = ?', [
    JSON.stringify(state),
    item,
  ]);
};
