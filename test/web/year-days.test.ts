/** A year of the working calendar as its days. */
import { describe, expect, it } from 'vitest';
import {
  changedDays,
  countsOf,
  monthsOf,
  pressed,
  type YearDates,
  type YearDay,
} from '../../web/src/pages/rules/year-days.js';

const year: YearDates = { year: 2023, off: ['2023-04-05', '2023-05-01'], on: ['2023-05-06'] };

const dayOf = (of: YearDates, date: string): YearDay => {
  const found = monthsOf(of)
    .flatMap(({ days }) => days)
    .find((day) => day.date === date);
  if (!found) throw new Error(date);
  return found;
};

describe('the days of a year', () => {
  it('are twelve months with every day of them', () => {
    expect(monthsOf(year).map(({ days }) => days.length)).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]);
    expect(monthsOf({ ...year, year: 2024 })[1]?.days.length).toBe(29);
  });

  it.each([
    ['2023-04-04', 'workday', 1],
    ['2023-04-05', 'off', 2],
    ['2023-05-06', 'on', 5],
    ['2023-05-07', 'weekend', 6],
  ])('take %s for a %s', (date, kind, weekday) => {
    expect(dayOf(year, date)).toMatchObject({ kind, weekday });
  });

  it('are counted by what they are', () => {
    expect(countsOf(year)).toEqual({ workday: 258, weekend: 104, off: 2, on: 1 });
  });
});

describe('a press on a day', () => {
  it.each(['2023-04-04', '2023-04-05', '2023-05-06', '2023-05-07'])('twice leaves %s as it was', (date) => {
    const once = pressed(year, dayOf(year, date));
    expect(changedDays(year, once)).toEqual(new Set([date]));
    expect(changedDays(year, pressed(once, dayOf(once, date)))).toEqual(new Set());
  });

  it('makes a weekend day worked that a notice had named as off', () => {
    const named = { ...year, off: [...year.off, '2023-04-29'] };
    const worked = pressed(named, dayOf(named, '2023-04-29'));
    expect([worked.on, worked.off]).toEqual([['2023-04-29', '2023-05-06'], year.off]);
  });
});
