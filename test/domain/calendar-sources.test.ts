/** The calendar of the real pack against two sources of other hands, on every single day it covers. */
import { readFileSync } from 'node:fs';
import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import holidays2021 from 'holiday-calendar/data/CN/2021.json' with { type: 'json' };
import holidays2022 from 'holiday-calendar/data/CN/2022.json' with { type: 'json' };
import holidays2023 from 'holiday-calendar/data/CN/2023.json' with { type: 'json' };
import holidays2024 from 'holiday-calendar/data/CN/2024.json' with { type: 'json' };
import holidays2025 from 'holiday-calendar/data/CN/2025.json' with { type: 'json' };
import holidays2026 from 'holiday-calendar/data/CN/2026.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createCalendar } from '../../src/domain/calendar.js';
import { dateOfDay, dayNumber } from '../../src/domain/instants.js';
import type { PublishedYear } from '../../src/domain/plan.js';

const file = new URL('../../plans/zhoushan-2021-2025/calendar.yaml', import.meta.url);
const years = parse(readFileSync(file, 'utf8')) as PublishedYear[];
const calendar = createCalendar(years);

const first = dayNumber('2021-01-01');
const days = Array.from({ length: dayNumber('2027-01-01') - first }, (_, index) => first + index);

/** Days on which a source says otherwise and the notice of the year bears us out, each with why. None is known. */
const knownDisagreements: Readonly<
  Record<'holiday-calendar' | 'chinese-days', Readonly<Record<string, string>>>
> = {
  'holiday-calendar': {},
  'chinese-days': {},
};

const disagreements = (worksThere: (date: string, day: number) => boolean): string[] =>
  days.filter((day) => calendar.isWorkingDay(day) !== worksThere(dateOfDay(day), day)).map(dateOfDay);

const holidayTypes = new Map(
  [holidays2021, holidays2022, holidays2023, holidays2024, holidays2025, holidays2026].flatMap(({ dates }) =>
    dates.map(({ date, type }): [string, string] => [date, type]),
  ),
);

const isWeekend = (day: number): boolean => [0, 6].includes(new Date(dateOfDay(day)).getUTCDay());

it('covers 2021 to 2026, each year by a notice', () => {
  expect(years.map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024, 2025, 2026]);
  for (const { notice } of years) expect(notice).toMatch(/^国办发明电〔20\d\d〕\d+号$/);
  expect(days).toHaveLength(6 * 365 + 1);
});

describe('holiday-calendar', () => {
  it('agrees on every day', () => {
    const found = disagreements((date, day) => {
      const type = holidayTypes.get(date);
      return type === 'transfer_workday' || (type !== 'public_holiday' && !isWeekend(day));
    });
    expect(found).toEqual(Object.keys(knownDisagreements['holiday-calendar']));
  });

  it('lists the same days off and the same make-up days', () => {
    const listed = (wanted: string) =>
      [...holidayTypes].filter(([, type]) => type === wanted).map(([date]) => date);
    expect(years.flatMap(({ off }) => off)).toEqual(listed('public_holiday').sort());
    expect(years.flatMap(({ on }) => on)).toEqual(listed('transfer_workday').sort());
  });
});

describe('chinese-days', () => {
  // Its data only: its functions take a date apart in the zone of the machine, a day off west of Greenwich.
  it('agrees on every day', () => {
    const found = disagreements(
      (date, day) =>
        Object.hasOwn(chineseDays.workdays, date) ||
        !(Object.hasOwn(chineseDays.holidays, date) || isWeekend(day)),
    );
    expect(found).toEqual(Object.keys(knownDisagreements['chinese-days']));
  });
});
