/**
 * The state after a fact. No rule lives here: every date and owner a fact brings about is written in the fact, so
 * an old log folds to the same state under rules of any later day.
 */
import type { Case } from './cases.js';
import type { Counted, Hold, HoldCause } from './clock.js';
import type { Counts, DueDemand, FactOf, ItemEvent } from './events.js';
import type { Instant } from './instants.js';
import {
  isOpen,
  type ItemState,
  type Lifecycle,
  type Listing,
  type Milestone,
  type MilestoneSeed,
} from './item.js';
import { personsOf, type Actor } from './people.js';
import { readRungKey } from './rung-keys.js';

/** Folds one event. `state` is null only before `registered`. */
export const evolve = (state: ItemState | null, event: ItemEvent): ItemState => {
  if (event.type === 'registered') return registered(event);
  if (state === null) throw new Error(`an item's log must begin with registered, not ${event.type}`);
  const next = apply(state, event);
  const { key } = event as { key?: string };
  return {
    ...(key === undefined ? next : withFired(next, key)),
    version: event.seq,
    at: Math.max(state.at, event.at),
    commandedAt: event.actor === null ? state.commandedAt : event.at,
  };
};

const registered = (event: ItemEvent & FactOf<'registered'>): ItemState => ({
  version: event.seq,
  lifecycle: 'registered',
  lifecycles: [{ at: event.at, lifecycle: 'registered' }],
  unit: event.unit,
  coUnits: event.coUnits,
  caseOfficer: event.caseOfficer,
  binding: event.binding,
  policy: event.policy,
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

const fromSeed = (seed: MilestoneSeed, at: Instant, inForceSince: Instant | null): Milestone => {
  const { doneBy, ...plain } = seed;
  return {
    ...plain,
    firstDue: seed.due,
    epoch: 1,
    inForceSince,
    status: doneBy === undefined ? 'open' : 'accepted',
    confirmed: seed.basis !== 'proposed',
    extensionsGranted: 0,
    submitted: null,
    overdueAt: null,
    fired: [],
    urges: 0,
    letters: 0,
    holds: [],
    counted: null,
    endedAt: doneBy === undefined ? null : at,
    onTime: null,
  };
};

/** A new epoch: what happened under the old date is dead. */
const freshEpoch = (milestone: Milestone, at: Instant): Milestone => ({
  ...milestone,
  epoch: milestone.epoch + 1,
  inForceSince: at,
  overdueAt: null,
  fired: [],
  urges: 0,
  letters: 0,
  counted: null,
});

const held = (holds: readonly Hold[], cause: HoldCause, from: Instant): readonly Hold[] => [
  ...holds,
  { cause, from, to: null },
];

const released = (holds: readonly Hold[], cause: HoldCause, to: Instant): readonly Hold[] =>
  holds.map((hold) => (hold.cause === cause && hold.to === null ? { ...hold, to } : hold));

type Change<T> = (value: T) => T;

const withMilestones = (state: ItemState, ids: readonly string[], change: Change<Milestone>): ItemState => ({
  ...state,
  milestones: state.milestones.map((m) => (ids.includes(m.id) ? change(m) : m)),
});

const withOpenMilestones = (state: ItemState, change: Change<Milestone>): ItemState => ({
  ...state,
  milestones: state.milestones.map((m) => (isOpen(m) ? change(m) : m)),
});

const withCase = (state: ItemState, id: string, change: Change<Case>): ItemState => ({
  ...state,
  cases: state.cases.map((open) => (open.id === id ? change(open) : open)),
});

const withListing = (state: ItemState, change: Change<Listing>): ItemState =>
  state.listing === null ? state : { ...state, listing: change(state.listing) };

const withLifecycle = (state: ItemState, lifecycle: Lifecycle, at: Instant): ItemState => ({
  ...state,
  lifecycle,
  lifecycles: [...state.lifecycles, { at, lifecycle }],
});

const withFired = (state: ItemState, key: string): ItemState => {
  const fired = readRungKey(key);
  return fired === null
    ? state
    : withMilestones(state, [fired.milestone], (m) => ({ ...m, fired: [...m.fired, fired.rung] }));
};

/** A letter that joined has a cause more: it stands against this milestone too. */
const joined = (state: ItemState, key: string): ItemState => {
  const fired = readRungKey(key);
  return fired?.rung === 'letter'
    ? withMilestones(state, [fired.milestone], (m) => ({ ...m, letters: m.letters + 1 }))
    : state;
};

const adding = (known: readonly string[], actor: Actor | null): readonly string[] =>
  actor === null ? known : [...new Set([...known, ...personsOf(actor)])];

const withCounts = (state: ItemState, counts: Counts): ItemState => {
  const of = <T extends { readonly counted: Counted | null }>(id: string, value: T): T => {
    const counted = counts[id];
    return counted === undefined ? value : { ...value, counted };
  };
  return {
    ...state,
    milestones: state.milestones.map((m) => of(m.id, m)),
    cases: state.cases.map((c) => of(c.id, c)),
    listing: state.listing && of('listing', state.listing),
  };
};

const decidedEvidence = (m: Milestone, at: Instant): Milestone => ({
  ...m,
  status: 'open',
  submitted: null,
  holds: released(m.holds, 'under_review', at),
});

const ended = (status: 'accepted' | 'dropped', at: Instant, onTime: boolean | null): Change<Milestone> => {
  return (m) => ({
    ...m,
    status,
    submitted: null,
    holds: released(released(m.holds, 'under_review', at), 'extension_asked', at),
    endedAt: at,
    onTime,
  });
};

const withoutExtension = (state: ItemState, milestone: string, at: Instant): ItemState =>
  withMilestones(
    { ...state, extensions: state.extensions.filter((asked) => asked.milestone !== milestone) },
    [milestone],
    (m) => ({ ...m, holds: released(m.holds, 'extension_asked', at) }),
  );

const listed = (state: ItemState, event: ItemEvent & FactOf<'listed'>): ItemState => ({
  ...state,
  listing: state.listing
    ? { ...state.listing, level: event.level }
    : {
        n: event.listing,
        level: event.level,
        startedAt: event.recordedAt,
        standings: 0,
        reported: false,
        interviewed: false,
        planAccepted: false,
        counted: null,
      },
  listings: Math.max(state.listings, event.listing),
  highestListing: event.level > state.highestListing ? event.level : state.highestListing,
  proposal: state.proposal && state.proposal.level > event.level ? state.proposal : null,
  // An extension of a listed item is for a leader to grant (01, "Extension").
  cases: state.cases.map((open) =>
    open.kind === 'extension' && open.owedBy === 'supervision_head'
      ? { ...open, owedBy: 'leader_in_charge' }
      : open,
  ),
});

const terminated = (state: ItemState, at: Instant): ItemState => ({
  ...withLifecycle(
    withOpenMilestones(state, (m) => ({ ...m, endedAt: at })),
    'terminated',
    at,
  ),
  holds: released(released(state.holds, 'suspended', at), 'not_handed_out', at),
  suspendedSince: null,
  cases: [],
  listing: null,
  proposal: null,
  extensions: [],
  change: null,
  decomposition: null,
  strikeOff: null,
  unsummarised: null,
});

const changed = (state: ItemState, event: FactOf<'changeGranted'>): ItemState => {
  const { evidence, coUnits } = event.change;
  const next = { ...state, change: null, coUnits: coUnits ?? state.coUnits };
  return evidence
    ? withMilestones(next, [evidence.milestone], (m) => ({ ...m, evidence: evidence.evidence }))
    : next;
};

const moved = (state: ItemState, demand: DueDemand, at: Instant, change: Change<Milestone>): ItemState =>
  withMilestones(state, [demand.milestone], (m) => ({ ...freshEpoch(change(m), at), due: demand.due }));

/** A unit's own version of a proposed milestone; it is a new date only if the date differs. */
const replaced = (state: ItemState, seed: MilestoneSeed, at: Instant): ItemState =>
  withMilestones(state, [seed.id], (m) => {
    const { title, due, basis, evidence, weight, measures } = seed;
    const moves = due !== m.due;
    return {
      ...(moves ? freshEpoch(m, at) : m),
      title,
      due,
      basis,
      evidence,
      weight,
      measures,
      confirmed: true,
    };
  });

const same: Change<Milestone> = (m) => m;

/** Handed out again: to another unit, or with a date that was over before: the count begins with this day. */
const startsAnew = (event: FactOf<'dispatched'>, m: Milestone): boolean =>
  m.inForceSince !== null && (event.otherUnit || m.overdueAt !== null);

const handedOut = (state: ItemState, event: ItemEvent & FactOf<'dispatched'>): ItemState => ({
  ...withLifecycle(
    withOpenMilestones(state, (m) =>
      startsAnew(event, m) ? freshEpoch(m, event.at) : { ...m, inForceSince: event.at },
    ),
    'dispatched',
    event.at,
  ),
  holds: released(state.holds, 'not_handed_out', event.at),
  unit: event.unit,
  policy: event.policy,
  calendarVersion: event.calendarVersion,
});

const opened = (state: ItemState, event: FactOf<'caseOpened'>): ItemState => {
  const { kind, subject, owedBy, unit, since, days, until } = event;
  const counter = subject === null ? kind : `${kind}/${subject}`;
  const open: Case = {
    id: event.case,
    kind,
    subject,
    owedBy,
    unit,
    since,
    days,
    until,
    epoch: 1,
    overAt: null,
    steps: 0,
    counted: null,
  };
  return {
    ...state,
    cases: [...state.cases, open],
    caseCounts: { ...state.caseCounts, [counter]: (state.caseCounts[counter] ?? 0) + 1 },
  };
};

const apply = (state: ItemState, event: Exclude<ItemEvent, FactOf<'registered'>>): ItemState => {
  const { at } = event;
  switch (event.type) {
    case 'dispatched':
      return handedOut(state, event);
    case 'acknowledged':
      return withLifecycle(state, 'in_progress', at);
    case 'dispatchDeclined':
      return { ...withLifecycle(state, 'registered', at), holds: held(state.holds, 'not_handed_out', at) };
    case 'reassigned':
      return {
        ...withLifecycle(
          withOpenMilestones(state, (m) => freshEpoch(m, at)),
          'dispatched',
          at,
        ),
        unit: event.unit,
      };

    case 'milestonesProposed':
      return {
        ...state,
        decomposition: { milestones: event.milestones, replaces: event.replaces },
        submitters: adding(state.submitters, event.actor),
      };
    case 'milestonesApproved':
      return { ...withOpenMilestones(state, (m) => ({ ...m, confirmed: true })), decomposition: null };
    case 'milestonesReturned':
      return { ...state, decomposition: null };
    case 'milestoneAdded':
      return {
        ...state,
        milestones: [...state.milestones, { ...fromSeed(event.milestone, at, at), confirmed: true }],
      };
    case 'milestoneReplaced':
      return replaced(state, event.milestone, at);
    case 'milestoneReopened':
      return moved(state, event, at, (m) => ({ ...m, status: 'open', endedAt: null, onTime: null }));
    case 'milestoneDropped':
      return withoutExtension(
        withMilestones(state, [event.milestone], ended('dropped', at, null)),
        event.milestone,
        at,
      );

    case 'strikeOffProposed':
      return { ...state, strikeOff: { measures: event.measures, by: adding([], event.actor) } };
    case 'strikeOffDeclined':
      return { ...state, strikeOff: null };
    case 'struckOff':
      return {
        ...state,
        strikeOff: null,
        measures: state.measures.map((m) =>
          event.measures.includes(m.id) ? { ...m, mark: 'struck_off' } : m,
        ),
      };
    case 'measureWaived':
      return {
        ...state,
        measures: state.measures.map((m) => (m.id === event.measure ? { ...m, mark: 'waived' } : m)),
      };

    case 'progressReported':
      return {
        ...withListing(state, (listing) => ({ ...listing, reported: true })),
        submitters: adding(state.submitters, event.actor),
      };
    case 'evidenceSubmitted':
      return {
        ...withMilestones(state, [event.milestone], (m) => ({
          ...m,
          status: 'submitted',
          submitted: { at, inTime: event.inTime, files: event.files, by: event.actor?.person ?? '' },
          holds: held(m.holds, 'under_review', at),
        })),
        submitters: adding(state.submitters, event.actor),
      };
    case 'evidenceWithdrawn':
    case 'evidenceReturned':
      return withMilestones(state, [event.milestone], (m) => decidedEvidence(m, at));
    case 'evidenceAccepted':
      return {
        ...withoutExtension(
          withMilestones(state, [event.milestone], ended('accepted', at, event.onTime)),
          event.milestone,
          at,
        ),
        verifiers: adding(state.verifiers, event.actor),
      };

    case 'extensionRequested':
      return {
        ...withMilestones(state, [event.milestone], (m) =>
          event.late ? m : { ...m, holds: held(m.holds, 'extension_asked', at) },
        ),
        extensions: [
          ...state.extensions,
          { milestone: event.milestone, to: event.to, late: event.late, by: adding([], event.actor) },
        ],
        submitters: adding(state.submitters, event.actor),
      };
    case 'extensionGranted':
    case 'extensionRefused':
      return withoutExtension(state, event.milestone, at);
    case 'changeRequested':
      return { ...state, change: { change: event.change, by: adding([], event.actor) } };
    case 'changeGranted':
      return changed(state, event);
    case 'changeRefused':
      return { ...state, change: null };
    case 'suspended':
      return { ...state, suspendedSince: at, holds: held(state.holds, 'suspended', at) };
    case 'resumed':
      return { ...state, suspendedSince: null, holds: released(state.holds, 'suspended', at) };
    case 'dueDateMoved':
      return moved(
        state,
        event,
        at,
        event.cause === 'extension' ? (m) => ({ ...m, extensionsGranted: m.extensionsGranted + 1 }) : same,
      );
    case 'policyAdopted':
      return withCounts({ ...state, policy: event.policy, policyAdoptedAt: at }, event.counted);
    case 'calendarAdopted':
      return withCounts(
        { ...state, calendarVersion: event.calendarVersion, calendarAdoptedAt: at },
        event.counted,
      );

    case 'urged':
      return withMilestones(state, event.milestones, (m) => ({ ...m, urges: m.urges + 1 }));
    case 'letterIssued':
      return withMilestones(state, event.milestones, (m) => ({ ...m, letters: m.letters + 1 }));
    case 'listingProposed':
      return { ...state, proposal: { level: event.level, milestone: event.milestone } };
    case 'listed':
      return listed(state, event);
    case 'listingDeclined':
    case 'proposalSuperseded':
    case 'proposalWithdrawn':
      return { ...state, proposal: null };
    case 'interviewCalled':
      return withListing(state, (listing) => ({ ...listing, interviewed: true }));
    case 'rectificationPlanSubmitted':
      return { ...state, submitters: adding(state.submitters, event.actor) };
    case 'rectificationPlanAccepted':
      return withListing(state, (listing) => ({ ...listing, planAccepted: true }));
    case 'delisted':
      return { ...state, listing: null };

    case 'instructed':
      return state.lifecycle === 'closing_review' ? withLifecycle(state, 'in_progress', at) : state;
    case 'closingRequested':
      return {
        ...withLifecycle(state, 'closing_review', at),
        submitters: adding(state.submitters, event.actor),
      };
    case 'closingVerified':
      return { ...withLifecycle(state, 'completed', at), verifiers: adding(state.verifiers, event.actor) };
    case 'closingApproved':
      return withLifecycle(state, 'closed', at);
    case 'closingReturned':
    case 'reopened':
      return withLifecycle(state, 'in_progress', at);
    case 'terminated':
      return terminated(state, at);

    case 'becameOverdue':
      return {
        ...withMilestones(state, [event.milestone], (m) => ({ ...m, overdueAt: at })),
        unsummarised: event.silent
          ? { at, milestones: [...(state.unsummarised?.milestones ?? []), event.milestone] }
          : state.unsummarised,
      };
    case 'pastDuesSummarised':
      return { ...state, unsummarised: null };
    case 'standingReported':
    case 'standingSkipped':
      return withListing(state, (listing) => ({
        ...listing,
        standings: listing.standings + 1,
        reported: event.type === 'standingReported' ? false : listing.reported,
      }));

    case 'caseOpened':
      return opened(state, event);
    case 'caseEnded':
      return { ...state, cases: state.cases.filter((open) => open.id !== event.case) };
    case 'caseTermMoved':
      return withCase(state, event.case, (open) => ({
        ...open,
        since: event.since ?? open.since,
        until: event.until,
        epoch: open.epoch + 1,
        overAt: null,
        steps: 0,
        counted: null,
      }));
    case 'caseBecameOverdue':
      return withCase(state, event.case, (open) => ({ ...open, overAt: at }));
    case 'caseEscalated':
      return withCase(state, event.case, (open) => ({ ...open, steps: event.step }));

    case 'rungJoined':
      return joined(state, event.key);
    case 'interviewRecorded':
      return withListing(state, (listing) => ({ ...listing, interviewed: true }));

    case 'obstacleRaised':
    case 'obstacleWithdrawn':
    case 'obstacleAnswered':
    case 'consultationCalled':
    case 'consultationRecorded':
    case 'reminded':
    case 'reminderSkipped':
    case 'reportAsked':
    case 'rectificationPlanReturned':
    case 'delistingProposed':
    case 'delistingDeclined':
    case 'delistingWithdrawn':
    case 'countersigned':
    case 'commented':
      return state;
  }
};
