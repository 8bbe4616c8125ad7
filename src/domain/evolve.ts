/**
 * The state after a fact. No rule lives here: every date and owner a fact brings about is written in the fact, so
 * an old log folds to the same state under rules of any later day.
 */
import type { FactOf, FactType, ItemEvent } from './events.js';
import { breakingDown } from './evolve/breaking-down.js';
import { cases } from './evolve/cases.js';
import type { Draft, Folds } from './evolve/draft.js';
import { ending } from './evolve/ending.js';
import { enforcement } from './evolve/enforcement.js';
import { handingOut, registered } from './evolve/handing-out.js';
import { markFired, ofLadder } from './evolve/ladder.js';
import { time } from './evolve/time.js';
import { working } from './evolve/working.js';
import type { ItemState } from './item.js';

type Later = Exclude<ItemEvent, FactOf<'registered'>>;

/** Every fact after the first and what it changes: a missing one is a type error. */
const folds: Folds<Exclude<FactType, 'registered'>> = {
  ...handingOut,
  ...breakingDown,
  ...working,
  ...time,
  ...enforcement,
  ...ending,
  ...ofLadder,
  ...cases,
};

/** Folds one event. `state` is null only before `registered`. */
export const evolve = (state: ItemState | null, event: ItemEvent): ItemState => {
  if (event.type === 'registered') return registered(event);
  if (state === null) throw new Error(`an item's log must begin with registered, not ${event.type}`);
  return folded(state, event);
};

const folded = (state: ItemState, event: Later): ItemState => {
  const draft: Draft = { ...state };
  const fold = folds[event.type] as (draft: Draft, event: Later) => void;
  fold(draft, event);
  if ('key' in event && event.key !== undefined) markFired(draft, event.type, event.key);
  draft.version = event.seq;
  draft.at = Math.max(state.at, event.at);
  if (event.actor !== null) draft.commandedAt = event.at;
  return draft;
};
