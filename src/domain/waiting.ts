/**
 * The waiting ledger: out of an item's events, in whose hands each milestone, each case and the item itself lay, from
 * when to when, without gap or overlap. Whatever a unit caused stays booked to it when the item goes to another.
 */
import { booked, sharesOf, type BookedStretch, type Share, type Stretch } from './booking.js';
import type { Case, CaseKind } from './cases.js';
import type { FactType, ItemEvent } from './events.js';
import { evolve } from './evolve.js';
import { caseHeldBy, itemHeldBy, milestoneHeldBy, type HeldBy } from './held-by.js';
import type { Instant } from './instants.js';
import type { Hold } from './clock.js';
import { rulesFor, type Context } from './context.js';
import type { ItemState, Milestone } from './item.js';
import type { Rules } from './ladder.js';

/** From the hand-out to the end; again from a reopening. */
export interface MilestoneWaiting {
  readonly milestone: string;
  readonly stretches: readonly BookedStretch[];
  readonly shares: readonly Share[];
}

/** A case from its opening to its end; `to` of the last stretch null = it is open. */
export interface CaseWaiting {
  readonly case: string;
  readonly kind: CaseKind;
  readonly subject: string | null;
  readonly stretches: readonly BookedStretch[];
}

export interface WaitingLedger {
  readonly milestones: readonly MilestoneWaiting[];
  /** While no milestone was in force and open: until the hand-out, in decomposition, in closing. */
  readonly item: readonly BookedStretch[];
  readonly cases: readonly CaseWaiting[];
  /** Milestones and the item itself; cases run beside them and are not added. */
  readonly shares: readonly Share[];
}

/** Facts that leave everything in the hands it is in: a ledger is the same without them, and most of a log. */
export const withoutEffect: readonly FactType[] = [
  'reminded',
  'reminderSkipped',
  'becameOverdue',
  'pastDuesSummarised',
  'urged',
  'letterIssued',
  'rungJoined',
  'standingReported',
  'standingSkipped',
  'reportAsked',
  'progressReported',
  'caseBecameOverdue',
  'caseEscalated',
  'commented',
];

interface Threads {
  readonly milestones: Map<string, Stretch[]>;
  readonly item: Stretch[];
  readonly cases: Map<string, { readonly open: Case; readonly stretches: Stretch[] }>;
}

const sameHands = (a: HeldBy, b: HeldBy): boolean =>
  a.with === b.with &&
  a.why === b.why &&
  a.overAt === b.overAt &&
  a.units.length === b.units.length &&
  a.units.every((unit, index) => unit === b.units[index]);

/** Goes on with the last stretch, or ends it and begins another. */
const goOn = (stretches: Stretch[], held: HeldBy | null, at: Instant): void => {
  const last = stretches.at(-1);
  const standing = last?.to === null ? last : null;
  if (standing && held && sameHands(standing, held)) return;
  if (standing) stretches[stretches.length - 1] = { ...standing, to: at };
  if (held) stretches.push({ ...held, from: at, to: null });
};

const threadOf = <T>(threads: Map<string, T>, id: string, begin: () => T): T => {
  const known = threads.get(id);
  if (known !== undefined) return known;
  const begun = begin();
  threads.set(id, begun);
  return begun;
};

const follow = (threads: Threads, state: ItemState): void => {
  const { at } = state;
  goOn(threads.item, itemHeldBy(state), at);
  for (const milestone of state.milestones)
    goOn(
      threadOf(threads.milestones, milestone.id, () => []),
      milestoneHeldBy(state, milestone),
      at,
    );
  for (const open of state.cases)
    goOn(
      threadOf(threads.cases, open.id, () => ({ open, stretches: [] })).stretches,
      caseHeldBy(state, open),
      at,
    );
  const isOpen = new Set(state.cases.map(({ id }) => id));
  for (const [id, { stretches }] of threads.cases) if (!isOpen.has(id)) goOn(stretches, null, at);
};

/** Only what stands when an instant is over counts: within one, hands may change any number of times. */
const traced = (events: readonly ItemEvent[]): { readonly threads: Threads; readonly state: ItemState } => {
  const threads: Threads = { milestones: new Map(), item: [], cases: new Map() };
  let state: ItemState | null = null;
  for (const event of events) {
    if (state !== null && event.at > state.at) follow(threads, state);
    state = evolve(state, event);
  }
  if (state === null) throw new Error('an item without events has no ledger');
  follow(threads, state);
  return { threads, state };
};

/** The part of what the unit had within the hold is nobody's: the system was out, and the date is over later. */
const withoutOutage = (stretch: Stretch, { from, to }: Hold, now: Instant): readonly Stretch[] => {
  const end = Math.min(stretch.to ?? now, to ?? now);
  const begin = Math.max(stretch.from, from);
  if (stretch.with !== 'unit' || begin >= end) return [stretch];
  const lasts = stretch.to === null && end === now;
  return [
    ...(stretch.from < begin ? [{ ...stretch, to: begin }] : []),
    {
      with: 'suspended',
      units: [],
      why: 'outage',
      overAt: to,
      from: begin,
      to: lasts ? null : end,
    },
    ...(lasts || stretch.to === end ? [] : [{ ...stretch, from: end }]),
  ];
};

/** Stretches in the same hands, one right after the other, as one. */
const joined = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const whole: Stretch[] = [];
  for (const stretch of stretches) {
    const last = whole.at(-1);
    if (last?.to === stretch.from && sameHands(last, stretch))
      whole[whole.length - 1] = { ...last, to: stretch.to };
    else whole.push(stretch);
  }
  return whole;
};

/** Outages are recorded afterwards, so they are taken out of what was booked before anybody knew. */
const withoutOutages = (stretches: readonly Stretch[], milestone: Milestone, now: Instant) =>
  joined(
    milestone.holds
      .filter(({ cause }) => cause === 'outage')
      .reduce((left, hold) => left.flatMap((stretch) => withoutOutage(stretch, hold, now)), stretches),
  );

const milestoneWaiting = (
  milestone: Milestone,
  stretches: readonly Stretch[],
  now: Instant,
  rules: Rules,
): MilestoneWaiting => {
  const days = booked(withoutOutages(stretches, milestone, now), now, rules);
  return { milestone: milestone.id, stretches: days, shares: sharesOf(days) };
};

/** As of `now`, to which the events must reach (but for those `withoutEffect`); counted by the calendar and morning the item now runs under. */
export const waitingOf = (events: readonly ItemEvent[], now: Instant, context: Context): WaitingLedger => {
  const { threads, state } = traced(events);
  const rules = rulesFor(state, context);
  const milestones = state.milestones
    .map((milestone) => milestoneWaiting(milestone, threads.milestones.get(milestone.id) ?? [], now, rules))
    .filter(({ stretches }) => stretches.length > 0);
  const item = booked(threads.item, now, rules);
  const cases = [...threads.cases.values()].map(({ open, stretches }) => ({
    case: open.id,
    kind: open.kind,
    subject: open.subject,
    stretches: booked(stretches, now, rules),
  }));
  const shares = sharesOf([...milestones.flatMap(({ stretches }) => stretches), ...item]);
  return { milestones, item, cases, shares };
};
