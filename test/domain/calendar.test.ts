import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createCalendar,
  movedByWorkingDays,
  withYear,
  workingDayAfter,
  workingDayBefore,
  workingDayUpTo,
  workingDaysIn,
} from '../../src/domain/calendar.js';
import { addDays, dateOfDay, dayNumber } from '../../src/domain/instants.js';
import { calendar, publishedYears } from './support/story.js';

const first = dayNumber('2021-01-01');
const last = dayNumber('2026-12-31');
const everyDay = Array.from({ length: last - first + 1 }, (_, index) => first + index);

const days = fc.integer({ min: first, max: last });
const dates = days.map(dateOfDay);
const counts = fc.integer({ min: 1, max: 300 });
const works = (date: string) => calendar.isWorkingDay(dayNumber(date));

describe('a day is worked', () => {
  it.each([
    ['2021-09-13', 'an ordinary Monday', true],
    ['2021-09-17', 'an ordinary Friday', true],
    ['2021-09-11', 'an ordinary Saturday', false],
    ['2021-09-12', 'an ordinary Sunday', false],
    ['2021-10-01', 'National Day, a Friday', false],
    ['2021-10-07', 'the last day of the holiday, a Thursday', false],
    ['2021-10-08', 'the day after it', true],
    ['2021-10-09', 'a Saturday made up for it', true],
    ['2021-09-26', 'a Sunday made up for it', true],
    ['2021-10-10', 'the Sunday after the made-up Saturday', false],
    ['2022-01-29', 'a Saturday made up before Spring Festival', true],
    ['2022-01-30', 'the Sunday made up beside it', true],
    ['2022-01-31', 'New Year’s Eve of the lunar calendar', false],
    ['2022-01-03', 'New Year’s holiday reaching into the year', false],
    ['2021-12-31', 'the last day of the year', true],
  ])('%s, %s: %s', (date, _what, worked) => {
    expect(works(date)).toBe(worked);
  });

  it('in a year that is not published whenever it is no weekend, and the year is provisional', () => {
    expect(calendar.isPublished(2026)).toBe(true);
    expect(calendar.isPublished(2027)).toBe(false);
    expect(works('2027-10-01')).toBe(true);
    expect(works('2027-10-02')).toBe(false);
  });

  it('as the newest edition of its year says, and other years stay as they were', () => {
    const edited = withYear(calendar, { year: 2021, off: ['2021-10-08'], on: [] });
    expect(edited.isWorkingDay(dayNumber('2021-10-08'))).toBe(false);
    expect(edited.isWorkingDay(dayNumber('2021-10-01'))).toBe(true);
    expect(edited.isWorkingDay(dayNumber('2021-10-09'))).toBe(false);
    expect(edited.isWorkingDay(dayNumber('2022-01-30'))).toBe(true);
    expect(edited.years.filter(({ year }) => year === 2021)).toHaveLength(1);
  });

  it('when a year’s notice makes up for a holiday of the next, though that is in another file', () => {
    const ends2022 = createCalendar([{ year: 2023, off: ['2023-01-02'], on: ['2022-12-31'] }]);
    expect(ends2022.isWorkingDay(dayNumber('2022-12-31'))).toBe(true);
  });
});

describe('walking every day of 2021 to 2026', () => {
  it('the next and the previous working day are the ones a walk finds', () => {
    for (const day of everyDay) {
      let next = day + 1;
      while (!calendar.isWorkingDay(next)) next += 1;
      let before = day - 1;
      while (!calendar.isWorkingDay(before)) before -= 1;
      expect(workingDayAfter(calendar, dateOfDay(day), 1)).toBe(dateOfDay(next));
      expect(workingDayBefore(calendar, dateOfDay(day), 1)).toBe(dateOfDay(before));
      expect(workingDayUpTo(calendar, day)).toBe(calendar.isWorkingDay(day) ? day : before);
    }
  });

  it('a year has as many working days as its notice leaves', () => {
    for (const { year, off, on } of publishedYears) {
      const ofYear = everyDay.map(dateOfDay).filter((date) => date.startsWith(`${year}-`));
      const weekday = (date: string) => ![0, 6].includes(new Date(date).getUTCDay());
      const expected =
        ofYear.filter(weekday).length -
        off.filter((date) => date.startsWith(`${year}-`) && weekday(date)).length +
        on.filter((date) => date.startsWith(`${year}-`)).length;
      expect(workingDaysIn(calendar, `${year - 1}-12-31`, `${year}-12-31`)).toBe(expected);
    }
  });
});

describe('the n-th working day', () => {
  it.each([
    ['2021-09-30', 1, '2021-10-08'],
    ['2021-09-30', 2, '2021-10-09'],
    ['2021-09-30', 3, '2021-10-11'],
    ['2021-09-17', 1, '2021-09-18'],
    ['2021-09-17', 2, '2021-09-22'],
    ['2021-12-31', 1, '2022-01-04'],
    ['2022-01-28', 3, '2022-02-07'],
    ['2021-10-09', 1, '2021-10-11'],
  ])('after %s, number %i, is %s', (date, n, expected) => {
    expect(workingDayAfter(calendar, date, n)).toBe(expected);
  });

  it.each([
    ['2021-10-08', 1, '2021-09-30'],
    ['2021-10-11', 1, '2021-10-09'],
    ['2021-10-29', 3, '2021-10-26'],
    ['2022-01-04', 1, '2021-12-31'],
    ['2021-10-05', 2, '2021-09-29'],
  ])('before %s, number %i, is %s', (date, n, expected) => {
    expect(workingDayBefore(calendar, date, n)).toBe(expected);
  });

  it('after a working day and before it again is the day itself', () => {
    fc.assert(
      fc.property(dates.filter(works), counts, (date, n) => {
        expect(workingDayBefore(calendar, workingDayAfter(calendar, date, n), n)).toBe(date);
        expect(workingDayAfter(calendar, workingDayBefore(calendar, date, n), n)).toBe(date);
      }),
    );
  });

  it('is a working day with n − 1 others between it and the date', () => {
    fc.assert(
      fc.property(dates, counts, (date, n) => {
        const found = workingDayAfter(calendar, date, n);
        expect(works(found)).toBe(true);
        expect(workingDaysIn(calendar, date, found)).toBe(n);
        expect(workingDaysIn(calendar, date, addDays(found, -1))).toBe(n - 1);
      }),
    );
  });

  it('m after n is m + n', () => {
    fc.assert(
      fc.property(dates, counts, counts, (date, n, m) => {
        expect(workingDayAfter(calendar, workingDayAfter(calendar, date, n), m)).toBe(
          workingDayAfter(calendar, date, n + m),
        );
      }),
    );
  });
});

describe('a count of working days', () => {
  it('leaves out the first date and takes in the last', () => {
    expect(workingDaysIn(calendar, '2021-09-13', '2021-09-14')).toBe(1);
    expect(workingDaysIn(calendar, '2021-09-30', '2021-10-07')).toBe(0);
    expect(workingDaysIn(calendar, '2021-09-30', '2021-10-08')).toBe(1);
    expect(workingDaysIn(calendar, '2021-09-14', '2021-09-13')).toBe(0);
  });

  it('adds up over any date between', () => {
    const three = fc.tuple(days, days, days).map((found) => [...found].sort((a, b) => a - b));
    fc.assert(
      fc.property(three, (ordered) => {
        const [a = 0, b = 0, c = 0] = ordered;
        const count = (from: number, to: number) => workingDaysIn(calendar, dateOfDay(from), dateOfDay(to));
        expect(count(a, c)).toBe(count(a, b) + count(b, c));
      }),
    );
  });
});

describe('a date moved by working days', () => {
  it('by none stays where it is, also on a day off', () => {
    expect(movedByWorkingDays(calendar, '2021-10-03', 0)).toBe('2021-10-03');
  });

  it('is never earlier, and lies that many working days on', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 100 }), (date, n) => {
        const moved = movedByWorkingDays(calendar, date, n);
        expect(moved >= date).toBe(true);
        expect(workingDaysIn(calendar, date, moved)).toBe(n);
      }),
    );
  });
});

it('a day outside 2000 to 2079 is refused aloud instead of being counted wrongly', () => {
  expect(() => workingDayAfter(calendar, '2079-12-31', 1)).toThrow(RangeError);
  expect(() => workingDayBefore(calendar, '2000-01-01', 1)).toThrow(RangeError);
});
