/**
 * The ladder of one milestone: out of its due date, the instant it came into force, calendar, policy and holds come
 * the instants of its rungs (01, "The ladder, precisely").
 */
import { workingDayBefore, workingDayUpTo, type Calendar } from './calendar.js';
import { firstFreeInstant, markAt, marksBy, type Clock, type Hold } from './clock.js';
import { dateOf, dayNumber, daysBetween, startOfDay, timeMs, type Instant } from './instants.js';
import { dateOverAt, isOpen, type ItemState, type Milestone } from './item.js';
import {
  enforcementRungs,
  firstReminderDays,
  type EnforcementRung,
  type Policy,
  type Rung,
} from './policy.js';
import { remembered } from './remembered.js';
import { rungKey } from './rung-keys.js';

/** Policy and calendar an item runs under. */
export interface Rules {
  readonly policy: Policy;
  readonly calendar: Calendar;
}

export const mornings = ({ policy, calendar }: Rules) => ({ calendar, morning: policy.morning });

export interface Reminders {
  readonly first: Instant;
  /** Null when the only reminder is told as a last one. */
  readonly last: Instant | null;
}

/** Moments of the reminders of a milestone in force. */
export const remindersOf = (
  milestone: Milestone,
  inForceSince: Instant,
  { policy, calendar }: Rules,
): Reminders => {
  const spanDays = daysBetween(dateOf(inForceSince), milestone.due);
  const before = dayNumber(milestone.due) - firstReminderDays(policy, spanDays);
  const morning = timeMs(policy.morning);
  const first = startOfDay(workingDayUpTo(calendar, before)) + morning;
  const last =
    startOfDay(dayNumber(workingDayBefore(calendar, milestone.due, policy.lastReminder))) + morning;
  return last <= first ? { first, last: null } : { first, last };
};

/** When a rung falls, and for reminders why it would be skipped. */
export interface RungDue {
  readonly rung: Rung;
  readonly at: Instant;
  readonly skip: 'moment_past' | 'under_review' | null;
}

/** The milestone's holds together with those of its item. */
export const holdsOf = (state: ItemState, milestone: Milestone): readonly Hold[] =>
  milestone.holds.length === 0 ? state.holds : [...state.holds, ...milestone.holds];

/** The enforcement clock of an overdue milestone. */
export const enforcementClock = (state: ItemState, milestone: Milestone, overdueAt: Instant): Clock => ({
  startedAt: overdueAt,
  holds: holdsOf(state, milestone),
  counted: milestone.counted,
});

/** When the suspension ended that covered the instant; 0 = none did. */
const endOfSuspension = ({ holds }: ItemState, instant: Instant): Instant =>
  holds.find(({ cause, from, to }) => cause === 'suspended' && from <= instant && to !== null && to > instant)
    ?.to ?? 0;

const reminderDue = (
  state: ItemState,
  milestone: Milestone,
  inForceSince: Instant,
  rung: 'reminder1' | 'reminder2',
  moment: Instant,
): RungDue => {
  const passed = [inForceSince, endOfSuspension(state, moment), state.policyAdoptedAt ?? 0].filter(
    (instant) => instant >= moment,
  );
  // It is told of when the last of what overtook it is known, and the clocks run again.
  if (passed.length > 0) {
    const known = Math.max(...passed, state.calendarAdoptedAt ?? 0);
    return { rung, at: Math.max(known, endOfSuspension(state, known)), skip: 'moment_past' };
  }
  // Another calendar has moved it behind us: late is better than never.
  const at = Math.max(moment, state.calendarAdoptedAt ?? moment);
  return { rung, at, skip: milestone.status === 'submitted' ? 'under_review' : null };
};

const remindersDue = (
  state: ItemState,
  milestone: Milestone,
  inForceSince: Instant,
  rules: Rules,
): RungDue[] => {
  const fired = (rung: Rung) => milestone.fired.includes(rung);
  if (milestone.overdueAt !== null || (fired('reminder1') && fired('reminder2'))) return [];
  const { first, last } = remindersOf(milestone, inForceSince, rules);
  const due: RungDue[] = [];
  if (!fired('reminder1')) due.push(reminderDue(state, milestone, inForceSince, 'reminder1', first));
  if (last !== null && !fired('reminder2'))
    due.push(reminderDue(state, milestone, inForceSince, 'reminder2', last));
  return due;
};

/** o of the ladder: the first instant at which the date is over and the milestone lies with the unit. */
const overdueDue = (state: ItemState, milestone: Milestone, inForceSince: Instant): RungDue | null => {
  const free = firstFreeInstant(dateOverAt(milestone), holdsOf(state, milestone));
  return free === null ? null : { rung: 'overdue', at: Math.max(free, inForceSince), skip: null };
};

const enforcementDue = (
  state: ItemState,
  milestone: Milestone,
  overdueAt: Instant,
  rung: EnforcementRung,
  rules: Rules,
): RungDue | null => {
  const at = markAt(enforcementClock(state, milestone, overdueAt), rules.policy.rungs[rung], mornings(rules));
  return at === null ? null : { rung, at, skip: null };
};

/** Every rung of an open milestone that is still to come, as things stand. */
export const rungsDue = (state: ItemState, milestone: Milestone, rules: Rules): readonly RungDue[] => {
  const { inForceSince, overdueAt } = milestone;
  if (!isOpen(milestone) || inForceSince === null || state.lifecycle === 'registered') return [];
  if (overdueAt === null) {
    const overdue = overdueDue(state, milestone, inForceSince);
    const reminders = remindersDue(state, milestone, inForceSince, rules);
    return overdue === null ? reminders : [...reminders, overdue];
  }
  return enforcementRungs
    .filter((rung) => !milestone.fired.includes(rung))
    .map((rung) => enforcementDue(state, milestone, overdueAt, rung, rules))
    .filter((due) => due !== null);
};

/** What a milestone's ladder hangs on besides itself. */
const ladderBasis = (state: ItemState, rules: Rules) => [
  state.holds,
  state.policyAdoptedAt,
  state.calendarAdoptedAt,
  state.lifecycle === 'registered',
  rules.policy,
  rules.calendar,
];

/** A rung that is to come, and the key under which it happens once. */
export interface NextRung {
  readonly key: string;
  readonly due: RungDue;
}

/** The rung that falls first; of rungs at one instant the mildest. */
export const nextRung = remembered(
  ladderBasis,
  (milestone: Milestone, state: ItemState, rules: Rules): NextRung | null => {
    let next: RungDue | null = null;
    for (const due of rungsDue(state, milestone, rules)) if (next === null || due.at < next.at) next = due;
    return next && { key: rungKey(milestone, next.rung), due: next };
  },
);

/** Mornings counted against a milestone up to `now`, or up to its end. */
export const marksOf = (state: ItemState, milestone: Milestone, now: Instant, rules: Rules): number =>
  milestone.overdueAt === null
    ? 0
    : marksBy(
        enforcementClock(state, milestone, milestone.overdueAt),
        Math.min(now, milestone.endedAt ?? now),
        mornings(rules),
      );
