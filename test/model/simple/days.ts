/** Days told one by one: whether each is worked. Nothing here skips a day by arithmetic. */
import type { CalendarYear } from '../../../src/domain/calendar.js';
import type { Instant, IsoDate } from '../../../src/domain/instants.js';

/** Whole days since 1970-01-01, as they are counted in Shanghai. */
export type Day = number;

const dayMs = 86_400_000;
const aheadOfUtcMs = 8 * 3_600_000;

export const dayNamed = (date: IsoDate): Day => Date.parse(`${date}T00:00:00Z`) / dayMs;
const names = new Map<Day, IsoDate>();
export const nameOf = (day: Day): IsoDate => {
  const name = names.get(day) ?? new Date(day * dayMs).toISOString().slice(0, 10);
  names.set(day, name);
  return name;
};
export const dayAt = (instant: Instant): Day => Math.floor((instant + aheadOfUtcMs) / dayMs);
export const midnight = (day: Day): Instant => day * dayMs - aheadOfUtcMs;
/** 24:00 of the day. */
export const endOfDay = (day: Day): Instant => midnight(day + 1);

/** Shanghai wall time, as short as it is exact. */
export const shown = (instant: Instant): string =>
  new Date(instant + aheadOfUtcMs)
    .toISOString()
    .replace(/Z$/, '')
    .replace(/\.000$/, '')
    .replace(/(T\d{2}:\d{2}):00$/, '$1');

/** A calendar as published year by year; a year not published has its weekends off. */
export class Days {
  private readonly off = new Set<Day>();
  private readonly on = new Set<Day>();

  constructor(years: readonly CalendarYear[]) {
    for (const year of years) {
      year.off.forEach((date) => this.off.add(dayNamed(date)));
      year.on.forEach((date) => this.on.add(dayNamed(date)));
    }
  }

  worked(day: Day): boolean {
    if (this.on.has(day)) return true;
    if (this.off.has(day)) return false;
    const weekday = (day + 4) % 7; // the first day of all was a Thursday
    return weekday !== 0 && weekday !== 6;
  }

  /** The n-th working day after the day, that day not counted; for n = 0 the day itself. */
  after(day: Day, n: number): Day {
    let found = day;
    for (let left = n; left > 0;) {
      found += 1;
      if (this.worked(found)) left -= 1;
    }
    return found;
  }

  before(day: Day, n: number): Day {
    let found = day;
    for (let left = n; left > 0;) {
      found -= 1;
      if (this.worked(found)) left -= 1;
    }
    return found;
  }

  lastUpTo(day: Day): Day {
    return this.worked(day) ? day : this.before(day, 1);
  }

  /** Working days in (from, to]. */
  within(from: Day, to: Day): number {
    let count = 0;
    for (let day = from + 1; day <= to; day += 1) if (this.worked(day)) count += 1;
    return count;
  }
}
