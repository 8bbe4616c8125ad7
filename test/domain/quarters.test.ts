import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../src/domain/instants.js';
import { quarterEndingAfter } from '../../src/domain/quarters.js';
import { at } from './support/story.js';

const written = (instant: string) => {
  const { name, start, end } = quarterEndingAfter(at(instant));
  return [name, formatInstant(start), formatInstant(end)];
};

describe('the quarter that ends next', () => {
  it.each([
    ['2021-01-01', '2021Q1', '2021-01-01T00:00', '2021-04-01T00:00'],
    ['2021-03-31T23:59:59.999', '2021Q1', '2021-01-01T00:00', '2021-04-01T00:00'],
    ['2021-04-01', '2021Q2', '2021-04-01T00:00', '2021-07-01T00:00'],
    ['2021-09-30T23:59', '2021Q3', '2021-07-01T00:00', '2021-10-01T00:00'],
    ['2021-12-31T23:59', '2021Q4', '2021-10-01T00:00', '2022-01-01T00:00'],
    ['2022-01-01', '2022Q1', '2022-01-01T00:00', '2022-04-01T00:00'],
  ])('after %s is %s, from %s to %s', (instant, ...quarter) => {
    expect(written(instant)).toEqual(quarter);
  });

  it('holds the instant it was asked for, and the next begins where it ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: at('2000-01-01'), max: at('2079-12-31') }), (instant) => {
        const { start, end } = quarterEndingAfter(instant);
        expect(start <= instant && instant < end).toBe(true);
        expect(quarterEndingAfter(end).start).toBe(end);
      }),
    );
  });
});
