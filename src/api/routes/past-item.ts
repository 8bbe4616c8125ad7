/** Promise: a unit an item was taken from reads it as it last had it, with the history up to that moment, and nothing after. */
import { hadUntil, partingOf } from '../../domain/former.js';
import type { Instant } from '../../domain/instants.js';
import type { Tx } from '../../store/database.js';
import { eventsOf } from '../../store/events.js';
import { itemOf, project, type ItemRow } from '../../store/items.js';
import { contextAt } from '../../store/plans.js';
import { Problem } from '../problem.js';
import type { Caller } from '../sign-in.js';
import { isInPlan, mayReadItem, planOfItem } from './visible-item.js';

/** An item as far as the caller may read it. */
export interface Readable {
  readonly item: ItemRow;
  /** When the caller's unit lost it; null = the caller sees the item as it is. */
  readonly formerUntil: Instant | null;
  /** Number of the last event the caller may read. */
  readonly lastSeq: number;
}

/** The item as it was when the unit lost it at `until`. */
const pastItem = async (tx: Tx, item: ItemRow, unit: string, until: Instant): Promise<Readable | null> => {
  const parting = partingOf(await eventsOf(tx, item.id), unit);
  if (parting === null) return null;
  const context = await contextAt(tx, await planOfItem(tx, item), until);
  const { figures } = project(item.id, parting.state, until, context, (at) => at);
  return {
    item: { ...item, ...figures, snapshot: parting.state },
    formerUntil: until,
    lastSeq: parting.seq,
  };
};

/** What the caller may read of an item: all, the time their unit had it, or the same 404 as for no item. */
export const readableItem = async (tx: Tx, caller: Caller, id: string): Promise<Readable> => {
  const item = await itemOf(tx, id);
  if (item && mayReadItem(caller, item)) return { item, formerUntil: null, lastSeq: item.version };
  const until = item && isInPlan(caller, item.planId) ? hadUntil(caller.actor, item.snapshot) : null;
  const past = item && until !== null ? await pastItem(tx, item, caller.actor.unit ?? '', until) : null;
  if (past === null) throw new Problem('not_found');
  return past;
};
