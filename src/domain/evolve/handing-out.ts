/** The state after registration, handing out, signing, declining and giving to another unit. */
import type { FactOf, ItemEvent } from '../events.js';
import type { Instant } from '../instants.js';
import type { ItemState, Milestone } from '../item.js';
import { normalised } from '../policy.js';
import {
  changeOpenMilestones,
  enter,
  freshEpoch,
  fromSeed,
  hold,
  keepCounts,
  release,
  type Draft,
  type Folds,
} from './draft.js';

export const registered = (event: ItemEvent & FactOf<'registered'>): ItemState => ({
  version: event.seq,
  lifecycle: 'registered',
  lifecycles: [{ at: event.at, lifecycle: 'registered' }],
  unit: event.unit,
  formerUnits: [],
  coUnits: event.coUnits,
  caseOfficer: event.caseOfficer,
  binding: event.binding,
  policy: normalised(event.policy),
  calendarVersion: event.calendarVersion,
  milestones: event.milestones.map((seed) => fromSeed(seed, event.at, null)),
  measures: event.measures,
  holds: [{ cause: 'not_handed_out', from: event.at, to: null }],
  suspendedSince: null,
  cases: [],
  caseCounts: {},
  listing: null,
  listings: 0,
  highestListing: 0,
  proposal: null,
  extensions: [],
  change: null,
  decomposition: null,
  strikeOff: null,
  unsummarised: null,
  policyAdoptedAt: null,
  calendarAdoptedAt: null,
  commandedAt: event.at,
  at: event.at,
  submitters: [],
  verifiers: [],
});

/** Handed out again: to another unit, or with a date that was over before: the count begins with this day. */
const startsAnew = ({ otherUnit }: FactOf<'dispatched'>, m: Milestone): boolean =>
  m.inForceSince !== null && (otherUnit || m.overdueAt !== null);

/** The unit's period ends; one that never had the item handed out has none. */
const leaveUnit = (draft: Draft, to: Instant): void => {
  const from = draft.lifecycles.findLast(({ lifecycle }) => lifecycle === 'dispatched')?.at;
  if (from !== undefined) draft.formerUnits = [...draft.formerUnits, { unit: draft.unit, from, to }];
};

/** Whoever leads does not assist. */
const takeOver = (draft: Draft, unit: string): void => {
  draft.unit = unit;
  draft.coUnits = draft.coUnits.filter((assisting) => assisting !== unit);
};

export const handingOut: Folds<'dispatched' | 'acknowledged' | 'dispatchDeclined' | 'reassigned'> = {
  dispatched: (draft, event) => {
    keepCounts(draft, event.counted ?? {});
    if (event.otherUnit) leaveUnit(draft, event.at);
    changeOpenMilestones(draft, (m) =>
      startsAnew(event, m) ? freshEpoch(m, event.at) : { ...m, inForceSince: event.at },
    );
    enter(draft, 'dispatched', event.at);
    draft.holds = release(draft.holds, 'not_handed_out', event.at);
    takeOver(draft, event.unit);
    draft.policy = normalised(event.policy);
    draft.calendarVersion = event.calendarVersion;
  },
  acknowledged: (draft, { at }) => enter(draft, 'in_progress', at),
  dispatchDeclined: (draft, { at }) => {
    enter(draft, 'registered', at);
    draft.holds = hold(draft.holds, 'not_handed_out', at);
  },
  reassigned: (draft, { unit, at }) => {
    leaveUnit(draft, at);
    changeOpenMilestones(draft, (m) => freshEpoch(m, at));
    enter(draft, 'dispatched', at);
    takeOver(draft, unit);
  },
};
