/** The days of a milestone's staircase: which mornings counted, which did not and why, and what need not be drawn. */
import type { Calendar } from './calendar.js';
import { marksBy, type Clock, type HoldCause } from './clock.js';
import { festivalOf, type Festival } from './festivals.js';
import { dateOfDay, dayNumber, dayOf, startOfDay, timeMs, type Instant, type IsoDate } from './instants.js';
import { mornings, type Rules } from './ladder.js';

export const dayKinds = ['working', 'make_up', 'weekend', 'holiday'] as const;
/** `make_up`: a day of a weekend that is worked (调休上班). */
export type DayKind = (typeof dayKinds)[number];

export interface StairDay {
  readonly date: IsoDate;
  readonly kind: DayKind;
  /** What kept a working morning from counting; null = nothing. */
  readonly hold: HoldCause | null;
  /** Which counted morning it is or, of days to come, would be; null = none. */
  readonly mark: number | null;
}

/** Days off in a row of which at least one is a published holiday. */
export interface Break {
  readonly from: IsoDate;
  readonly days: number;
  readonly festival: Festival | null;
}

/** Days between two that are shown, on which nothing changes. */
export interface LeftOut {
  readonly after: IsoDate;
  readonly days: number;
}

const isNamed = (calendar: Calendar, date: IsoDate, list: 'off' | 'on'): boolean =>
  calendar.years.some((year) => year.year === Number(date.slice(0, 4)) && year[list].includes(date));

const kindOf = (calendar: Calendar, day: number): DayKind => {
  const date = dateOfDay(day);
  if (calendar.isWorkingDay(day)) return isNamed(calendar, date, 'on') ? 'make_up' : 'working';
  return isNamed(calendar, date, 'off') ? 'holiday' : 'weekend';
};

/** The hold that met the hours from 00:00 to the morning. */
const holdOn = (clock: Clock, day: number, morningMs: number): HoldCause | null => {
  const start = startOfDay(day);
  const met = clock.holds.find(({ from, to }) => from < start + morningMs && (to === null || to > start));
  return met?.cause ?? null;
};

/** Of mornings counted under an earlier calendar only the sum is on record: they are laid out by the present one. */
const marksThrough = (clock: Clock, instant: Instant, rules: Rules): number => {
  const { counted } = clock;
  if (counted === null || dayOf(instant) > counted.throughDay)
    return marksBy(clock, instant, mornings(rules));
  return Math.min(counted.marks, marksBy({ ...clock, counted: null }, instant, mornings(rules)));
};

export const stairDay = (clock: Clock | null, day: number, rules: Rules): StairDay => {
  const morningMs = timeMs(rules.policy.morning);
  const kind = kindOf(rules.calendar, day);
  const works = kind === 'working' || kind === 'make_up';
  const date = dateOfDay(day);
  if (clock === null || !works) return { date, kind, hold: null, mark: null };
  const marks = marksThrough(clock, startOfDay(day) + morningMs, rules);
  const counts = marks > marksThrough(clock, startOfDay(day - 1) + morningMs, rules);
  return { date, kind, hold: counts ? null : holdOn(clock, day, morningMs), mark: counts ? marks : null };
};

/** A picture up to so many days leaves nothing out. */
const fewDays = 100;
/** Around everything that happens so many days are shown. */
export const aroundDays = 12;
/** Fewer days than these are not worth leaving out. */
const leastLeftOut = 10;

export const daysFrom = (first: number, last: number): readonly number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

/** Days on which nothing changes for long are left out and counted; `moments` = numbers of days on which something does. */
export const shownDays = (
  days: readonly StairDay[],
  moments: readonly number[],
): { readonly days: readonly StairDay[]; readonly leftOut: readonly LeftOut[] } => {
  if (days.length <= fewDays) return { days, leftOut: [] };
  const isNear = (day: number) => moments.some((moment) => Math.abs(moment - day) <= aroundDays);
  const runs: number[][] = [];
  for (const day of days.map(({ date }) => dayNumber(date)).filter((one) => !isNear(one))) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const long = runs.filter((run) => run.length >= leastLeftOut);
  const gone = new Set(long.flat());
  return {
    days: days.filter(({ date }) => !gone.has(dayNumber(date))),
    leftOut: long.map((run) => ({ after: dateOfDay((run[0] ?? 0) - 1), days: run.length })),
  };
};

const isOff = ({ kind }: StairDay): boolean => kind === 'holiday' || kind === 'weekend';

export const breaksIn = (days: readonly StairDay[]): readonly Break[] => {
  const runs: StairDay[][] = [];
  for (const day of days.filter(isOff)) {
    const run = runs.at(-1);
    const previous = run?.at(-1);
    if (run && previous && dayNumber(day.date) === dayNumber(previous.date) + 1) run.push(day);
    else runs.push([day]);
  }
  return runs
    .filter((run) => run.some(({ kind }) => kind === 'holiday'))
    .map((run) => {
      const dates = run.map(({ date }) => date);
      return { from: dates[0] ?? '', days: run.length, festival: festivalOf(dates) };
    });
};

/** How the days so far add up. */
export interface Tally {
  readonly days: number;
  readonly counted: number;
  readonly off: number;
  /** Working mornings that a hold kept from counting. */
  readonly held: number;
  readonly makeUp: readonly IsoDate[];
}

export const tallyOf = (days: readonly StairDay[]): Tally => ({
  days: days.length,
  counted: days.filter(({ mark }) => mark !== null).length,
  off: days.filter(isOff).length,
  held: days.filter(({ hold }) => hold !== null).length,
  makeUp: days.flatMap(({ kind, date, mark }) => (kind === 'make_up' && mark !== null ? [date] : [])),
});
