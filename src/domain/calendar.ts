/**
 * Working days of the official calendar, make-up workdays (调休上班) included. Every question is answered from a
 * table built once, so that a rehearsal of years costs look-ups only.
 */
import { dateOfDay, dayNumber, type IsoDate } from './instants.js';

/** One published year: days off beyond ordinary weekends, and weekend days that are worked. */
export interface CalendarYear {
  readonly year: number;
  readonly off: readonly IsoDate[];
  readonly on: readonly IsoDate[];
}

export interface Calendar {
  readonly years: readonly CalendarYear[];
  /** Years that are not published count as weekends-off and are provisional. */
  isPublished(year: number): boolean;
  isWorkingDay(day: number): boolean;
  /** Position of the first working day on or after `day` in the row of all working days. */
  indexFrom(day: number): number;
  /** The day at a position of that row. */
  dayAt(index: number): number;
}

const firstDay = dayNumber('2000-01-01');
const lastDay = dayNumber('2080-01-01');
const isWeekend = (day: number): boolean => (day + 4) % 7 === 0 || (day + 4) % 7 === 6;

export const createCalendar = (years: readonly CalendarYear[]): Calendar => {
  const off = new Set(years.flatMap((year) => year.off).map(dayNumber));
  const on = new Set(years.flatMap((year) => year.on).map(dayNumber));
  const published = new Set(years.map((year) => year.year));
  const works = (day: number): boolean => on.has(day) || !(off.has(day) || isWeekend(day));

  const days: number[] = [];
  const indexOf = new Int32Array(lastDay - firstDay);
  for (let day = firstDay; day < lastDay; day += 1) {
    indexOf[day - firstDay] = days.length;
    if (works(day)) days.push(day);
  }
  return {
    years,
    isPublished: (year) => published.has(year),
    isWorkingDay: works,
    indexFrom: (day) => within(indexOf[day - firstDay], day),
    dayAt: (index) => within(days[index], index),
  };
};

const within = (found: number | undefined, asked: number): number => {
  if (found === undefined) throw new RangeError(`${asked} lies outside the calendar (2000 to 2079)`);
  return found;
};

/** Whether a date rests on a year not yet published, so that it may still move. */
export const isProvisional = (calendar: Calendar, date: IsoDate): boolean =>
  !calendar.isPublished(Number(date.slice(0, 4)));

/** The calendar with one year replaced or added. */
export const withYear = (calendar: Calendar, year: CalendarYear): Calendar =>
  createCalendar([...calendar.years.filter((known) => known.year !== year.year), year]);

/** The n-th working day after a date, that date not counted (n ≥ 1). */
export const workingDayAfter = (calendar: Calendar, date: IsoDate, n: number): IsoDate =>
  dateOfDay(calendar.dayAt(calendar.indexFrom(dayNumber(date) + 1) + n - 1));

/** The n-th working day before a date, that date not counted (n ≥ 1). */
export const workingDayBefore = (calendar: Calendar, date: IsoDate, n: number): IsoDate =>
  dateOfDay(calendar.dayAt(calendar.indexFrom(dayNumber(date)) - n));

/** The last working day that is not after the day. */
export const workingDayUpTo = (calendar: Calendar, day: number): number =>
  calendar.dayAt(calendar.indexFrom(day + 1) - 1);

/** How many working days lie in (after, upTo]. */
export const workingDaysIn = (calendar: Calendar, after: IsoDate, upTo: IsoDate): number =>
  Math.max(0, calendar.indexFrom(dayNumber(upTo) + 1) - calendar.indexFrom(dayNumber(after) + 1));

/** The date moved on by n working days; a date on a day off with n = 0 stays where it is. */
export const movedByWorkingDays = (calendar: Calendar, date: IsoDate, n: number): IsoDate =>
  n === 0 ? date : workingDayAfter(calendar, date, n);
