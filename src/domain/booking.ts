/**
 * Waiting in working days. A working day is booked by its morning, the hours from 00:00 to the policy's morning, the
 * same by which the ladder counts: to the unit if the thing lay with the unit throughout, else to whoever else had it
 * in those hours, the last of them. So the day it comes back to the unit does not count against the unit, no day is
 * booked twice, and past the due date the unit's days (with those an obstacle is booked for) are its counted mornings.
 */
import { dayOf, startOfDay, timeMs, type Instant } from './instants.js';
import type { HeldBy, Party } from './held-by.js';
import { mornings, type Rules } from './ladder.js';

/** [from, to): a time in which something lay in the same hands; `to` null = it still does. */
export interface Stretch extends HeldBy {
  readonly from: Instant;
  readonly to: Instant | null;
}

export interface Days {
  readonly workingDays: number;
  /** Of these, the ones on which the date or term was over. */
  readonly workingDaysOver: number;
  /** Midnights passed. */
  readonly calendarDays: number;
}

export type BookedStretch = Stretch & Days;

interface Mornings {
  /** Position of the first working day whose morning the stretch may claim. */
  readonly first: (stretch: Stretch) => number;
  /** Position after the last working day whose morning is over at the instant. */
  readonly after: (instant: Instant) => number;
  /** Position of the first working day that begins at the instant or later. */
  readonly from: (instant: Instant) => number;
}

const morningsOf = (rules: Rules): Mornings => {
  const { calendar, morning } = mornings(rules);
  const isOver = (instant: Instant) => instant - startOfDay(dayOf(instant)) >= timeMs(morning);
  const after = (instant: Instant) => calendar.indexFrom(dayOf(instant) + (isOver(instant) ? 1 : 0));
  const from = (instant: Instant) => calendar.indexFrom(dayOf(instant - 1) + 1);
  return { after, from, first: (stretch) => (stretch.with === 'unit' ? from : after)(stretch.from) };
};

/** The days of stretches in order of time; where one ends before the next begins, nobody is waited for between. */
export const booked = (
  stretches: readonly Stretch[],
  now: Instant,
  rules: Rules,
): readonly BookedStretch[] => {
  const { first, after, from } = morningsOf(rules);
  const days: BookedStretch[] = [];
  let following: { readonly from: Instant; readonly position: number } | null = null;
  for (const stretch of stretches.toReversed()) {
    const end = stretch.to ?? now;
    // What the next stretch claims of the morning of the handover is not this one's.
    const limit: number = following?.from === stretch.to ? following.position : after(end);
    const begin = Math.min(first(stretch), limit);
    const over = stretch.overAt === null ? limit : Math.min(limit, Math.max(begin, from(stretch.overAt)));
    days.push({
      ...stretch,
      workingDays: limit - begin,
      workingDaysOver: limit - over,
      calendarDays: dayOf(end) - dayOf(stretch.from),
    });
    following = { from: stretch.from, position: begin };
  }
  return days.reverse();
};

/** What one party had in hand; a day that several co-units had is booked to each of them. */
export interface Share extends Days {
  readonly with: Party;
  readonly unit: string | null;
}

const sharesIn = (stretch: BookedStretch): readonly Share[] => {
  const { workingDays, workingDaysOver, calendarDays } = stretch;
  const units = stretch.units.length === 0 ? [null] : stretch.units;
  return units.map((unit) => ({ with: stretch.with, unit, workingDays, workingDaysOver, calendarDays }));
};

/** Sums by party and unit, in order of first appearance. */
export const sumShares = (shares: readonly Share[]): readonly Share[] => {
  const sums = new Map<string, Share>();
  for (const share of shares) {
    const key = `${share.with} ${share.unit ?? ''}`;
    const sum = sums.get(key);
    sums.set(
      key,
      sum
        ? {
            ...sum,
            workingDays: sum.workingDays + share.workingDays,
            workingDaysOver: sum.workingDaysOver + share.workingDaysOver,
            calendarDays: sum.calendarDays + share.calendarDays,
          }
        : share,
    );
  }
  return [...sums.values()];
};

export const sharesOf = (stretches: readonly BookedStretch[]): readonly Share[] =>
  sumShares(stretches.flatMap(sharesIn));
