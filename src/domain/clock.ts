/**
 * The one clock of the house: a start, holds, and working mornings counted from there. A milestone's ladder, a
 * case's steps and a listing's standing are this clock with different tables.
 */
import type { Calendar } from './calendar.js';
import { dayOf, startOfDay, timeMs, type Instant, type TimeOfDay } from './instants.js';

/** Why a clock stood still. */
export type HoldCause = 'not_handed_out' | 'suspended' | 'under_review' | 'extension_asked' | 'outage';

/** [from, to): a time in which the work did not lie with whoever the clock runs against; `to` null = still. */
export interface Hold {
  readonly cause: HoldCause;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** Mornings counted under an earlier calendar or policy: they stay counted, and what is unfired waits for the next. */
export interface Counted {
  readonly marks: number;
  /** The last day looked at; counting goes on with the day after. */
  readonly throughDay: number;
}

export interface Clock {
  readonly startedAt: Instant;
  readonly holds: readonly Hold[];
  readonly counted: Counted | null;
}

interface Mornings {
  readonly calendar: Calendar;
  readonly morning: TimeOfDay;
}

const covers = (hold: Hold, instant: Instant): boolean =>
  hold.from <= instant && (hold.to === null || hold.to > instant);

/**
 * The first instant ≥ `end` outside every hold, or null while one is still open. A hold beginning exactly at
 * `end` comes too late to matter.
 */
export const firstFreeInstant = (end: Instant, holds: readonly Hold[]): Instant | null => {
  let free = end;
  for (;;) {
    const hold = holds.find((h) => covers(h, free) && (free !== end || h.from < end));
    if (!hold) return free;
    if (hold.to === null) return null;
    free = hold.to;
  }
};

/** Positions of working days [first, last] that a hold blocks; `last` Infinity while it is open. */
interface Blocked {
  readonly first: number;
  readonly last: number;
}

/** A working day is blocked when a hold meets [00:00, morning) of it. */
const blockedBy = (hold: Hold, { calendar, morning }: Mornings): Blocked => {
  const firstDay = dayOf(hold.from) + (hold.from - startOfDay(dayOf(hold.from)) < timeMs(morning) ? 0 : 1);
  const last = hold.to === null ? Infinity : calendar.indexFrom(dayOf(hold.to - 1) + 1) - 1;
  return { first: calendar.indexFrom(firstDay), last };
};

const blockedRanges = (clock: Clock, from: number, mornings: Mornings): Blocked[] => {
  const ranges = clock.holds
    .filter((hold) => hold.to === null || hold.to > hold.from)
    .map((hold) => blockedBy(hold, mornings))
    .filter((range) => range.last >= from && range.last >= range.first)
    .map((range) => ({ first: Math.max(range.first, from), last: range.last }))
    .sort((a, b) => a.first - b.first);
  const merged: Blocked[] = [];
  for (const range of ranges) {
    const previous = merged.at(-1);
    if (previous && range.first <= previous.last + 1)
      merged[merged.length - 1] = { first: previous.first, last: Math.max(previous.last, range.last) };
    else merged.push(range);
  }
  return merged;
};

/** Position of the first working day that may count: its 00:00 is not before the start. */
const firstPosition = (clock: Clock, calendar: Calendar): number => {
  const startDay = dayOf(clock.startedAt);
  const day = startOfDay(startDay) >= clock.startedAt ? startDay : startDay + 1;
  return calendar.indexFrom(clock.counted ? Math.max(day, clock.counted.throughDay + 1) : day);
};

/** When mark n falls: the morning of the n-th counted day. Null while an open hold keeps it away. */
export const markAt = (clock: Clock, n: number, mornings: Mornings): Instant | null => {
  const already = clock.counted?.marks ?? 0;
  const from = firstPosition(clock, mornings.calendar);
  let position = from + Math.max(n, already + 1) - already - 1;
  for (const { first, last } of blockedRanges(clock, from, mornings)) {
    if (first > position) break;
    if (last === Infinity) return null;
    position += last - first + 1;
  }
  return startOfDay(mornings.calendar.dayAt(position)) + timeMs(mornings.morning);
};

/** How many mornings counted up to and including `now`. */
export const marksBy = (clock: Clock, now: Instant, mornings: Mornings): number => {
  const already = clock.counted?.marks ?? 0;
  const from = firstPosition(clock, mornings.calendar);
  const today = dayOf(now);
  const through = now - startOfDay(today) >= timeMs(mornings.morning) ? today : today - 1;
  const end = mornings.calendar.indexFrom(through + 1) - 1;
  if (end < from) return already;
  const blocked = blockedRanges(clock, from, mornings)
    .map(({ first, last }) => Math.max(0, Math.min(last, end) - first + 1))
    .reduce((sum, days) => sum + days, 0);
  return already + end - from + 1 - blocked;
};

/** The count so far, fixed, so that another calendar or policy goes on from it. */
export const countedBy = (clock: Clock, now: Instant, mornings: Mornings): Counted => {
  const today = dayOf(now);
  const morningOver = now - startOfDay(today) >= timeMs(mornings.morning);
  return { marks: marksBy(clock, now, mornings), throughDay: morningOver ? today : today - 1 };
};
