/** What a unit may still see of an item that went to another: everything up to the end of its own time, nothing after. */
import { evolve } from './evolve.js';
import type { ItemEvent } from './events.js';
import type { Instant } from './instants.js';
import type { ItemState } from './item.js';
import type { Actor } from './people.js';

/** The end of the last time the actor's unit had the item; null = it never had it. */
export const hadUntil = (
  { role, unit }: Actor,
  { formerUnits }: Pick<ItemState, 'formerUnits'>,
): Instant | null => {
  if (role !== 'unit_officer' && role !== 'unit_head') return null;
  return formerUnits.findLast((former) => former.unit === unit)?.to ?? null;
};

export interface Parting {
  /** The item as the unit last had it. */
  readonly state: ItemState;
  /** Number of the event that took the item from it: the last it may read. */
  readonly seq: number;
}

/** How the unit last parted with the item; `events` must begin with the first and reach to that instant. */
export const partingOf = (events: readonly ItemEvent[], unit: string): Parting | null => {
  let parting: Parting | null = null;
  let state: ItemState | null = null;
  for (const event of events) {
    const next: ItemState = evolve(state, event);
    if (state?.unit === unit && next.unit !== unit) parting = { state, seq: event.seq };
    state = next;
  }
  return parting;
};
