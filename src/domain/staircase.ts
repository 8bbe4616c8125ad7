/**
 * The ladder of one milestone laid over real days: which mornings counted against it, which did not and why, where each
 * rung fell and where the next ones fall if nobody acts.
 */
import { worstOverdue } from './climb.js';
import { firstFreeInstant } from './clock.js';
import type { ItemEvent } from './events.js';
import { dateOf, dayNumber, dayOf, type Instant } from './instants.js';
import { dateOverAt, isOpen, type ItemState, type Milestone } from './item.js';
import { joinedBy } from './joining.js';
import { enforcementClock, holdsOf, marksOf, type Rules } from './ladder.js';
import {
  aroundDays,
  breaksIn,
  daysFrom,
  shownDays,
  stairDay,
  tallyOf,
  type Break,
  type LeftOut,
  type StairDay,
  type Tally,
} from './stair-days.js';
import { stairRungs, type StairRung } from './stair-rungs.js';

export interface Staircase {
  readonly milestone: string;
  readonly overdue: boolean;
  readonly days: readonly StairDay[];
  readonly leftOut: readonly LeftOut[];
  readonly breaks: readonly Break[];
  /** From the first day to today; null while the milestone is not overdue. */
  readonly tally: Tally | null;
  /** In the order of the ladder; those ahead also beyond the last day shown. */
  readonly rungs: readonly StairRung[];
}

/** The milestone that is overdue longest, else the one due first. */
const mostPressing = (state: ItemState): Milestone | null =>
  worstOverdue(state) ??
  state.milestones
    .filter((milestone) => isOpen(milestone) && milestone.inForceSince !== null)
    .toSorted((a, b) => dateOverAt(a) - dateOverAt(b))[0] ??
  null;

/** How far the picture looks beyond today, or beyond a date that is still to come. */
const lookAheadDays = 21;

/** When it became or, left alone, would become overdue; null while a hold keeps that away. */
const overdueFrom = (state: ItemState, milestone: Milestone): Instant | null => {
  if (milestone.overdueAt !== null) return milestone.overdueAt;
  const free = firstFreeInstant(dateOverAt(milestone), holdsOf(state, milestone));
  return free === null ? null : Math.max(free, milestone.inForceSince ?? free);
};

/** The first day: where the clock began, or where the first reminder is given of a date that is not over. */
const firstDayOf = (milestone: Milestone, rungs: readonly StairRung[], now: Instant): number => {
  if (milestone.overdueAt !== null) return dayOf(milestone.overdueAt);
  const begin = Math.min(...rungs.map(({ at }) => dayOf(at)), dayNumber(milestone.due));
  return dayOf(now) < begin && begin - dayOf(now) <= aroundDays ? dayOf(now) : begin;
};

/**
 * Of the milestone that matters most; null when none is in force and open. `log`: the item's events of the types
 * `stairFacts`, in order.
 */
export const staircaseOf = (
  state: ItemState,
  log: readonly ItemEvent[],
  now: Instant,
  rules: Rules,
): Staircase | null => {
  const milestone = mostPressing(state);
  if (milestone === null) return null;
  const startedAt = overdueFrom(state, milestone);
  const clock = startedAt === null ? null : enforcementClock(state, milestone, startedAt);
  // While suspended nothing is foreseen: whatever is resumed will have other instants.
  const isComing = ({ at, rung }: StairRung) =>
    at > now && state.suspendedSince === null && joinedBy(state, rung) === null;
  const rungs = stairRungs(milestone, clock, log, rules).filter(
    (rung) => rung.state !== 'ahead' || isComing(rung),
  );
  const first = firstDayOf(milestone, rungs, now);
  const last =
    Math.max(dayOf(now), milestone.overdueAt === null ? dayNumber(milestone.due) : 0) + lookAheadDays;
  const moments = [first, last, dayOf(now), ...rungs.map(({ at }) => dayOf(at))];
  const all = daysFrom(first, last).map((day) => stairDay(clock, day, rules));
  const { days, leftOut } = shownDays(all, moments);
  const overdue = milestone.overdueAt !== null;
  // Of a morning that is still to come today nothing is counted yet.
  const marks = marksOf(state, milestone, now, rules);
  const past = all.filter(({ date, mark }) => date <= dateOf(now) && (mark ?? 0) <= marks);
  return {
    ...{ milestone: milestone.id, overdue, days, leftOut, breaks: breaksIn(days), rungs },
    tally: overdue ? tallyOf(past) : null,
  };
};
