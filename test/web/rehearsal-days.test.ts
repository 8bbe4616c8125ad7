import { expect, it } from 'vitest';
import { daysOf, linesOf } from '../../web/src/pages/rehearsal/days';

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

it('what happened alike to many items at one moment is one line, in the place of the first', () => {
  const entry = (number: number, text: string, at = '2023-03-03T08:30:00.000+08:00') =>
    ({
      item: { id: `p-${number}`, number },
      seq: number,
      type: 'caseOpened',
      at,
      text,
      told: ['unit_head'],
    }) as never;
  const lines = linesOf([
    entry(1, '进展填报'),
    entry(1, '催办'),
    entry(2, '进展填报'),
    entry(3, '进展填报', '2023-03-03T17:00:00.000+08:00'),
  ]);
  expect(lines.map(({ text, items }) => [text, items.map(({ number }) => number)])).toEqual([
    ['进展填报', [1, 2]],
    ['催办', [1]],
    ['进展填报', [3]],
  ]);
});
