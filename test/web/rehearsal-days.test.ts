import { expect, it } from 'vitest';
import { daysOf } from '../../web/src/pages/rehearsal/days';

it('what happened falls into the days of Shanghai, in the order it happened', () => {
  const entries = [
    { n: 1, at: '2023-03-02T23:59:00.000+08:00' },
    { n: 2, at: '2023-03-03T00:00:00.000+08:00' },
    { n: 3, at: '2023-03-03T08:30:00.000+08:00' },
  ];
  expect(daysOf(entries).map(({ date, entries: ofDay }) => [date, ofDay.map(({ n }) => n)])).toEqual([
    ['2023-03-02', [1]],
    ['2023-03-03', [2, 3]],
  ]);
});
