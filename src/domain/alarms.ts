/** Every clock of an item: what falls next, and what it brings about. */
import { openCase, type OpenCase } from './case-facts.js';
import { caseId, type Case } from './cases.js';
import { markAt } from './clock.js';
import type { Fact } from './events.js';
import { dayOf, formatInstant, type Instant } from './instants.js';
import {
  caseOf,
  dateOverAt,
  hasOverdue,
  isOpen,
  type ItemState,
  type Listing,
  type Milestone,
} from './item.js';
import { joinedBy } from './joining.js';
import { mornings, nextRung, remindersOf, type RungDue, type Rules } from './ladder.js';
import { rungs } from './policy.js';
import { remembered } from './remembered.js';
import { rungKey } from './rung-keys.js';
import { quarterEndingAfter, type Quarter } from './quarters.js';
import { overAt, standingClock, stepAt } from './terms.js';

export type Alarm = { readonly key: string; readonly at: Instant } & (
  | { readonly kind: 'rung'; readonly milestone: Milestone; readonly due: RungDue }
  | { readonly kind: 'summary' }
  | { readonly kind: 'case'; readonly case: Case }
  | { readonly kind: 'report'; readonly quarter: Quarter }
  | { readonly kind: 'standing'; readonly listing: Listing }
);

/** The rung that falls first; at one instant from mild to severe, then in the order of the milestones. */
const milestoneAlarm = (state: ItemState, rules: Rules): Alarm | null => {
  const rungOf = nextRung(state, rules);
  let next: Alarm | null = null;
  for (const milestone of state.milestones) {
    const rung = rungOf(milestone);
    if (rung !== null && (next === null || comesBefore(rung.due, next.due)))
      next = { kind: 'rung', at: rung.due.at, milestone, ...rung };
  }
  return next;
};

const comesBefore = (due: RungDue, other: RungDue): boolean =>
  due.at < other.at || (due.at === other.at && rungs.indexOf(due.rung) < rungs.indexOf(other.rung));

/** What the clocks of cases and standings hang on besides themselves. */
const clockBasis = (state: ItemState, rules: Rules) => [state.holds, rules.policy, rules.calendar];

const caseAlarm = remembered(clockBasis, (open: Case, state: ItemState, rules: Rules): Alarm | null => {
  const over = open.overAt === null;
  const at = over ? overAt(state, open) : stepAt(state, open, open.overAt, rules);
  const key = over ? `${open.id}:over:${open.epoch}` : `${open.id}:up${open.steps + 1}:${open.epoch}`;
  return at === null ? null : { kind: 'case', key, at, case: open };
});

const lifecycleBefore = (state: ItemState, instant: Instant) =>
  state.lifecycles.findLast((change) => change.at < instant)?.lifecycle;

const wasAsked = (state: ItemState, { name }: Quarter): boolean =>
  state.caseCounts[`report/${name}`] !== undefined;

/** In progress at the quarter's start and end, a milestone open, and no listing or suspension at its end. */
const owesReport = (state: ItemState, quarter: Quarter): boolean =>
  !wasAsked(state, quarter) &&
  state.lifecycle === 'in_progress' &&
  lifecycleBefore(state, quarter.start) === 'in_progress' &&
  lifecycleBefore(state, quarter.end) === 'in_progress' &&
  state.milestones.some(isOpen) &&
  state.listing === null &&
  state.suspendedSince === null;

const reportAlarm = (state: ItemState): Alarm | null => {
  if (state.lifecycle !== 'in_progress' || state.listing !== null) return null;
  let quarter = quarterEndingAfter(state.commandedAt);
  while (!owesReport(state, quarter)) {
    // Nothing but alarms has happened since it began: no later quarter is different.
    if (!wasAsked(state, quarter) && quarter.start >= state.commandedAt) return null;
    quarter = quarterEndingAfter(quarter.end);
  }
  return { kind: 'report', key: `${caseId('report', quarter.name, 1)}:asked:1`, at: quarter.end, quarter };
};

const standingAlarm = remembered(
  clockBasis,
  (listing: Listing, state: ItemState, rules: Rules): Alarm | null => {
    const k = listing.standings + 1;
    const at = markAt(standingClock(state, listing), rules.policy.standingEvery * k, mornings(rules));
    return at === null ? null : { kind: 'standing', key: `listing/${listing.n}:standing${k}:1`, at, listing };
  },
);

/** One summary a hand-out: a second one at the very same instant is numbered. */
const summaryAlarm = ({ unsummarised, lifecycles }: ItemState): Alarm | null => {
  if (unsummarised === null) return null;
  const { at } = unsummarised;
  const handOuts = lifecycles.filter(
    (change) => change.at === at && change.lifecycle === 'dispatched',
  ).length;
  const number = handOuts > 1 ? `:${handOuts}` : '';
  return { kind: 'summary', key: `item:summary:${formatInstant(at)}${number}`, at };
};

/** Every alarm as things stand; of those at one instant the earlier given comes first. */
const allAlarms = (state: ItemState, rules: Rules): (Alarm | null)[] => {
  const ofCases = state.cases.map(caseAlarm(state, rules));
  if (state.suspendedSince !== null) return ofCases;
  return [
    milestoneAlarm(state, rules),
    summaryAlarm(state),
    ...ofCases,
    reportAlarm(state),
    state.listing && standingAlarm(state, rules)(state.listing),
  ];
};

/** What falls next for the item as it stands, or null when nothing ever will. */
export const nextAlarm = (state: ItemState, rules: Rules): Alarm | null => {
  if (state.lifecycle === 'closed' || state.lifecycle === 'terminated') return null;
  let next: Alarm | null = null;
  for (const alarm of allAlarms(state, rules))
    if (alarm && (next === null || alarm.at < next.at)) next = alarm;
  return next;
};

/** The facts an alarm brings about, handled at `recordedAt` (≥ its own instant; later after downtime). */
export const onAlarm = (
  state: ItemState,
  alarm: Alarm,
  recordedAt: Instant,
  rules: Rules,
): readonly Fact[] => {
  switch (alarm.kind) {
    case 'rung':
      return onRung(state, alarm.milestone, alarm.due, recordedAt, rules);
    case 'summary':
      return [
        { type: 'pastDuesSummarised', milestones: state.unsummarised?.milestones ?? [], key: alarm.key },
      ];
    case 'case':
      return [onCase(alarm.case, alarm.key)];
    case 'report':
      return [
        { type: 'reportAsked', quarter: alarm.quarter.name, key: alarm.key },
        open(state, sinceOf(alarm.at, recordedAt), rules, { kind: 'report', subject: alarm.quarter.name }),
      ];
    case 'standing':
      return [onStanding(state, alarm.listing, alarm.key, recordedAt, rules)];
  }
};

/** What is handled on its own day counts from its own instant: a live plan gets to midnight a minute after it. */
const sinceOf = (at: Instant, recordedAt: Instant): Instant =>
  dayOf(at) === dayOf(recordedAt) ? at : recordedAt;

const open = (state: ItemState, since: Instant, rules: Rules, what: OpenCase): Fact =>
  openCase(state, since, rules, what);

const onCase = ({ id, owedBy, unit, overAt, steps }: Case, key: string): Fact =>
  overAt === null
    ? { type: 'caseBecameOverdue', case: id, owedBy, unit, key }
    : { type: 'caseEscalated', case: id, owedBy, unit, step: steps + 1, key };

const onStanding = (
  state: ItemState,
  listing: Listing,
  key: string,
  recordedAt: Instant,
  rules: Rules,
): Fact => {
  const following = markAt(
    standingClock(state, listing),
    rules.policy.standingEvery * (listing.standings + 2),
    mornings(rules),
  );
  if (following !== null && following <= recordedAt)
    return { type: 'standingSkipped', reason: 'obsolete', key };
  const report = listing.reported ? 'given' : hasOverdue(state) ? 'missing' : 'not_owed';
  return { type: 'standingReported', level: listing.level, report, key };
};

/** Whether a date came into force by handing the item out, not by a grant or a resumption. */
const wasHandedOutAt = (state: ItemState, instant: Instant | null): boolean =>
  state.lifecycles.some(({ at, lifecycle }) => at === instant && lifecycle === 'dispatched');

const onRung = (
  state: ItemState,
  milestone: Milestone,
  due: RungDue,
  recordedAt: Instant,
  rules: Rules,
): readonly Fact[] => {
  const key = rungKey(milestone, due.rung);
  const milestones = [milestone.id];
  const into = joinedBy(state, due.rung);
  if (into !== null) return [{ type: 'rungJoined', into, key }];
  switch (due.rung) {
    case 'reminder1':
    case 'reminder2':
      return [onReminder(milestone, due, key, recordedAt, rules)];
    case 'overdue': {
      const since = dateOverAt(milestone);
      const silent =
        since <= (milestone.inForceSince ?? since - 1) && wasHandedOutAt(state, milestone.inForceSince);
      return [{ type: 'becameOverdue', milestone: milestone.id, since, silent, key }];
    }
    case 'urge1':
    case 'urge2':
      return [{ type: 'urged', milestones, note: '', key }];
    case 'letter':
      return [{ type: 'letterIssued', milestones, note: '', key }];
    case 'listing1':
      return startListing(state, 1, milestone.id, key, recordedAt, rules);
    case 'listing2':
      return proposeByLadder(state, 2, milestone.id, key, recordedAt, rules);
    case 'listing3':
      return proposeByLadder(state, 3, milestone.id, key, recordedAt, rules);
    case 'interview':
      return [
        { type: 'interviewCalled', milestone: milestone.id, key },
        open(state, recordedAt, rules, { kind: 'interview' }),
      ];
  }
};

const onReminder = (
  milestone: Milestone,
  due: RungDue,
  key: string,
  recordedAt: Instant,
  rules: Rules,
): Fact => {
  if (due.skip !== null) return { type: 'reminderSkipped', reason: due.skip, key };
  const { last } = remindersOf(milestone, milestone.inForceSince ?? due.at, rules);
  const successor = due.rung === 'reminder1' && last !== null ? last : dateOverAt(milestone);
  if (successor <= recordedAt) return { type: 'reminderSkipped', reason: 'obsolete', key };
  return { type: 'reminded', milestone: milestone.id, last: due.rung === 'reminder2' || last === null, key };
};

/** A listing begins: its rectification plan is owed from the day it is known. */
export const startListing = (
  state: ItemState,
  level: 1 | 2 | 3,
  milestone: string | null,
  key: string,
  recordedAt: Instant,
  rules: Rules,
): readonly Fact[] => {
  const listing = state.listings + 1;
  return [
    ...supersede(state, level),
    { type: 'listed', level, listing, milestone, key },
    open(state, recordedAt, rules, { kind: 'rectification', subject: `listing${listing}` }),
  ];
};

/** A proposal that a step of this level leaves without meaning. */
export const supersede = (state: ItemState, level: 1 | 2 | 3): readonly Fact[] => {
  const signature = caseOf(state, 'listing_signature');
  if (!state.proposal || !signature || state.proposal.level > level) return [];
  return [
    { type: 'proposalSuperseded', key: signature.id },
    { type: 'caseEnded', case: signature.id, how: 'moot' },
  ];
};

const proposeByLadder = (
  state: ItemState,
  level: 2 | 3,
  milestone: string,
  key: string,
  recordedAt: Instant,
  rules: Rules,
): readonly Fact[] => [
  ...supersede(state, level),
  { type: 'listingProposed', level, milestone, key },
  open(state, recordedAt, rules, signatureOf(level)),
];

/** Level 1 and 2 are signed by the leader in charge, level 3 by the director. */
export const signatureOf = (level: 1 | 2 | 3): OpenCase => ({
  kind: 'listing_signature',
  subject: `L${level}`,
  owedBy: level === 3 ? 'director' : 'leader_in_charge',
});
