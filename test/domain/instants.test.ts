import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dateOf,
  dateOfDay,
  dayMs,
  dayNumber,
  dayOf,
  daysBetween,
  endOf,
  formatInstant,
  isDate,
  parseInstant,
  startOfDay,
  timeMs,
} from '../../src/domain/instants.js';

const years2000To2079 = {
  min: Date.parse('2000-01-01T00:00+08:00'),
  max: Date.parse('2079-12-31T23:59:59.999+08:00'),
};
const instants = fc.integer(years2000To2079);
const days = instants.map(dayOf);

describe('a date', () => {
  it.each(['2021-02-28', '2024-02-29', '2000-02-29', '2021-12-31'])('%s exists', (text) => {
    expect(isDate(text)).toBe(true);
  });

  it.each([
    '2021-02-29',
    '1900-02-29',
    '2022-02-30',
    '2021-04-31',
    '2021-13-01',
    '2021-00-10',
    '2021-01-00',
    '2021-1-1',
    '21-01-01',
    '2021-01-01T00:00',
    ' 2021-01-01',
    '2021-01-01\n',
    '２０２１-01-01',
    '',
  ])('%j does not exist', (text) => {
    expect(isDate(text)).toBe(false);
  });

  it('is told from its number and back', () => {
    fc.assert(fc.property(days, (day) => dayNumber(dateOfDay(day)) === day));
  });

  it('orders as text as it orders in time', () => {
    fc.assert(fc.property(days, days, (a, b) => dateOfDay(a) < dateOfDay(b) === a < b));
  });

  it('moved by days lies that many days away', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -800, max: 800 }), (day, n) => {
        const date = dateOfDay(day);
        expect(daysBetween(date, addDays(date, n))).toBe(n);
      }),
    );
  });

  it('is over at 00:00 of the next, and 23:59:59.999 is still in it', () => {
    expect(formatInstant(endOf('2021-09-30'))).toBe('2021-10-01T00:00');
    expect(dateOf(endOf('2021-09-30') - 1)).toBe('2021-09-30');
    expect(dateOf(endOf('2021-09-30'))).toBe('2021-10-01');
  });
});

describe('an instant', () => {
  it('falls on the Shanghai day, not the day of Greenwich', () => {
    expect(dateOf(Date.parse('2021-09-30T15:59:59.999Z'))).toBe('2021-09-30');
    expect(dateOf(Date.parse('2021-09-30T16:00:00.000Z'))).toBe('2021-10-01');
  });

  it('lies in [00:00, 24:00) of its day', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const start = startOfDay(dayOf(instant));
        expect(start <= instant && instant < start + dayMs).toBe(true);
        expect(endOf(dateOf(instant))).toBe(start + dayMs);
      }),
    );
  });

  it('is written so that it reads back to itself', () => {
    fc.assert(fc.property(instants, (instant) => parseInstant(formatInstant(instant)) === instant));
  });

  it.each([
    ['2021-10-08T08:30:00.000Z', '2021-10-08T16:30'],
    ['2021-10-08T00:30:00.000Z', '2021-10-08T08:30'],
    ['2021-10-08T00:30:05.000Z', '2021-10-08T08:30:05'],
    ['2021-10-08T00:30:05.007Z', '2021-10-08T08:30:05.007'],
  ])('%s is written %s, as short as it is exact', (iso, written) => {
    expect(formatInstant(Date.parse(iso))).toBe(written);
  });

  it.each([
    ['2021-10-08T08:30', '2021-10-08T00:30:00.000Z'],
    ['2021-10-08', '2021-10-07T16:00:00.000Z'],
    ['2021-10-08T08:30:15', '2021-10-08T00:30:15.000Z'],
    ['2021-10-08T08:30:15.5', '2021-10-08T00:30:15.500Z'],
    ['2021-10-08T08:30Z', '2021-10-08T08:30:00.000Z'],
    ['2021-10-08T08:30-03:00', '2021-10-08T11:30:00.000Z'],
    ['2021-10-08T23:59:59.999', '2021-10-08T15:59:59.999Z'],
    ['2024-02-29T00:00', '2024-02-28T16:00:00.000Z'],
  ])('%s is read as %s', (text, iso) => {
    expect(parseInstant(text)).toBe(Date.parse(iso));
  });

  it.each([
    '2021-10-08T24:00',
    '2021-10-08T25:00',
    '2021-10-08T08:60',
    '2021-10-08T23:60',
    '2021-10-08T08:30:60',
    '2021-02-29T08:30',
    '2021-02-30',
    '2021-10-08T08',
    '2021-10-08 08:30',
    '2021-10-08T08:30:15.1234',
    '2021-10-08T8:30',
    '2021-10-08T08:30+08',
    '2021-10-08T08:30+99:00',
    '08:30',
    'now',
    '',
  ])('%j is refused, for there is no such time', (text) => {
    expect(parseInstant(text)).toBeNull();
  });
});

it('a time of day counts from midnight', () => {
  expect(timeMs('00:00')).toBe(0);
  expect(timeMs('08:30')).toBe(8.5 * 3_600_000);
  expect(timeMs('23:59')).toBe(dayMs - 60_000);
});
