/** A year of the working calendar as its days, and what a press on one of them makes of it. */
import type { Calendar } from '../../data/contract';
import { addDays } from '../../parts/dates';

/** As a version of the calendar has it, with the notice it comes from. */
export type PublishedYear = Calendar['years'][number];

/** Days off beyond weekends, and weekend days that are worked. */
export interface YearDates {
  readonly year: number;
  readonly off: readonly string[];
  readonly on: readonly string[];
}

export interface YearDay {
  readonly date: string;
  /** Of the month. */
  readonly day: number;
  /** 0 = Monday. */
  readonly weekday: number;
  readonly kind: 'workday' | 'weekend' | 'off' | 'on';
}

export interface YearMonth {
  /** From 1. */
  readonly month: number;
  readonly days: readonly YearDay[];
}

const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

const kindOf = (year: YearDates, date: string): YearDay['kind'] => {
  if (year.on.includes(date)) return 'on';
  if (weekdayOf(date) >= 5) return 'weekend';
  return year.off.includes(date) ? 'off' : 'workday';
};

const daysOf = (year: YearDates): readonly YearDay[] => {
  const days: YearDay[] = [];
  for (let date = `${year.year}-01-01`; date <= `${year.year}-12-31`; date = addDays(date, 1))
    days.push({
      date,
      day: Number(date.slice(8)),
      weekday: weekdayOf(date),
      kind: kindOf(year, date),
    });
  return days;
};

export const monthsOf = (year: YearDates): readonly YearMonth[] => {
  const days = daysOf(year);
  return Array.from({ length: 12 }, (_, index) => ({
    month: index + 1,
    days: days.filter(({ date }) => Number(date.slice(5, 7)) === index + 1),
  }));
};

export type DayCounts = Readonly<Record<YearDay['kind'], number>>;

export const countsOf = (year: YearDates): DayCounts => {
  const counts = { workday: 0, weekend: 0, off: 0, on: 0 };
  for (const { kind } of daysOf(year)) counts[kind] += 1;
  return counts;
};

const toggled = (dates: readonly string[], date: string): string[] =>
  dates.includes(date) ? dates.filter((one) => one !== date) : [...dates, date].sort();

/** A weekday becomes a day off, a weekend day is worked, and back. */
export const pressed = <Y extends YearDates>(year: Y, { date, kind }: YearDay): Y => {
  if (kind === 'workday' || kind === 'off') return { ...year, off: toggled(year.off, date) };
  // A notice may name a weekend day as off: worked means that it no longer is.
  return { ...year, on: toggled(year.on, date), off: year.off.filter((one) => one !== date) };
};

/** Days on which two states of a year differ. */
export const changedDays = (before: YearDates, after: YearDates): ReadonlySet<string> => {
  const then = daysOf(before);
  const changed = daysOf(after).filter(({ kind }, index) => kind !== then[index]?.kind);
  return new Set(changed.map(({ date }) => date));
};
