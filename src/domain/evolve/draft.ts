/**
 * What the foldings share. A draft is one fresh copy of the state, changed field by field within a single folding and
 * never shown before it is whole; the parts it points to are replaced, not changed.
 */
import type { Counted, Hold, HoldCause } from '../clock.js';
import type { Counts, FactOf, FactType, ItemEvent } from '../events.js';
import type { Instant } from '../instants.js';
import {
  isOpen,
  type ItemState,
  type Lifecycle,
  type Listing,
  type Milestone,
  type MilestoneSeed,
} from '../item.js';
import { personsOf, type Actor } from '../people.js';

export type Draft = { -readonly [K in keyof ItemState]: ItemState[K] };

export type Folds<T extends FactType> = {
  readonly [K in T]: (draft: Draft, event: ItemEvent & FactOf<K>) => void;
};

/** Facts that tell and change nothing. */
export const unchanged = (): void => undefined;

export type Change<T> = (value: T) => T;

export const changeMilestone = (draft: Draft, id: string, change: Change<Milestone>): void => {
  draft.milestones = draft.milestones.map((m) => (m.id === id ? change(m) : m));
};

export const changeOpenMilestones = (draft: Draft, change: Change<Milestone>): void => {
  draft.milestones = draft.milestones.map((m) => (isOpen(m) ? change(m) : m));
};

export const changeListing = (draft: Draft, change: Change<Listing>): void => {
  if (draft.listing) draft.listing = change(draft.listing);
};

export const enter = (draft: Draft, lifecycle: Lifecycle, at: Instant): void => {
  draft.lifecycle = lifecycle;
  draft.lifecycles = [...draft.lifecycles, { at, lifecycle }];
};

export const hold = (holds: readonly Hold[], cause: HoldCause, from: Instant): readonly Hold[] => [
  ...holds,
  { cause, from, to: null },
];

export const release = (holds: readonly Hold[], cause: HoldCause, to: Instant): readonly Hold[] =>
  holds.map((one) => (one.cause === cause && one.to === null ? { ...one, to } : one));

const adding = (known: readonly string[], actor: Actor | null): readonly string[] =>
  actor === null ? known : [...new Set([...known, ...personsOf(actor)])];

export const personsBehind = (actor: Actor | null): readonly string[] => adding([], actor);

/** Whoever handed something in does not hold the second key. */
export const addSubmitter = (draft: Draft, actor: Actor | null): void => {
  draft.submitters = adding(draft.submitters, actor);
};

export const addVerifier = (draft: Draft, actor: Actor | null): void => {
  draft.verifiers = adding(draft.verifiers, actor);
};

export const fromSeed = (
  seed: MilestoneSeed,
  at: Instant,
  inForceSince: Instant | null,
  confirmed = seed.basis !== 'proposed',
): Milestone => {
  const { id, title, due, basis, evidence, weight, measures, doneBy } = seed;
  return {
    id,
    title,
    due,
    basis,
    evidence,
    weight,
    measures,
    firstDue: due,
    dueOverAt: null,
    epoch: 1,
    inForceSince,
    status: doneBy === undefined ? 'open' : 'accepted',
    confirmed,
    extensionsGranted: 0,
    submitted: null,
    returned: null,
    overdueAt: null,
    fired: [],
    urges: 0,
    letters: 0,
    holds: [],
    counted: null,
    endedAt: doneBy === undefined ? null : at,
    handedInAt: null,
    onTime: null,
  };
};

/** A new epoch: what happened under the old date is dead. */
export const freshEpoch = (milestone: Milestone, at: Instant): Milestone => ({
  ...milestone,
  epoch: milestone.epoch + 1,
  inForceSince: at,
  overdueAt: null,
  fired: [],
  urges: 0,
  letters: 0,
  counted: null,
});

export const moveDue = (milestone: Milestone, due: string, at: Instant): Milestone => ({
  ...freshEpoch(milestone, at),
  due,
  dueOverAt: null,
});

/** Mornings counted so far stay counted. */
export const keepCounts = (draft: Draft, counts: Counts): void => {
  const of = <T extends { readonly counted: Counted | null }>(id: string, value: T): T => {
    const counted = counts[id];
    return counted === undefined ? value : { ...value, counted };
  };
  draft.milestones = draft.milestones.map((m) => of(m.id, m));
  draft.cases = draft.cases.map((c) => of(c.id, c));
  draft.listing = draft.listing && of('listing', draft.listing);
};
