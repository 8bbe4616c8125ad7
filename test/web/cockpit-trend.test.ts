import { describe, expect, it } from 'vitest';
import { curveOf, dayAt, entryOn, xOf, yearsIn } from '../../web/src/pages/cockpit/trend-curve';

const box = { width: 100, ground: 30, top: 10, from: '2023-01-01', to: '2023-04-11' };
const points = [
  { date: '2023-01-01', red: 0 },
  { date: '2023-01-11', red: 2 },
  { date: '2023-01-21', red: 1 },
];

describe('the curve of overdue items', () => {
  it('steps where a count changed and goes on level to the last day', () => {
    expect(curveOf(points, box, '2023-02-10')).toBe('M0 30H10V10H20V20H40');
  });

  it('lies on the ground while nothing was ever overdue', () => {
    expect(curveOf([{ date: '2023-01-01', red: 0 }], box, '2023-01-31')).toBe('M0 30H30');
  });

  it('is nothing before there is a day', () => {
    expect(curveOf([], box, '2023-01-31')).toBe('');
  });
});

describe('days along the curve', () => {
  it.each([
    ['2022-12-01', 0],
    ['2023-01-01', 0],
    ['2023-02-10', 40],
    ['2023-04-11', 100],
    ['2024-01-01', 100],
  ])('%s lies at %d', (date, x) => {
    expect(xOf(box, date)).toBe(x);
  });

  it.each([
    [-5, 0],
    [0, 0],
    [40.4, 40],
    [100, 100],
    [180, 100],
  ])('the place %d is day %d', (x, day) => {
    expect(dayAt(box, x)).toBe(day);
  });

  it.each([
    ['2022-12-31', null],
    ['2023-01-01', 0],
    ['2023-01-10', 0],
    ['2023-01-11', 2],
    ['2024-01-01', 1],
  ])('on %s the last entry up to it holds', (date, red) => {
    expect(entryOn(points, date)?.red ?? null).toBe(red);
  });

  it('marks the years that begin within the span', () => {
    expect(yearsIn({ ...box, from: '2021-01-01', to: '2023-12-31' })).toEqual(['2022-01-01', '2023-01-01']);
    expect(yearsIn(box)).toEqual([]);
  });
});
