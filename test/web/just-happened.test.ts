import { describe, expect, it } from 'vitest';
import type { AdvanceEntry } from '../../web/src/data/contract';
import { gravest, linesOf, percentOf, totalOf } from '../../web/src/frame/just-happened';

const entry = (
  seq: number,
  type: string,
  urgency: AdvanceEntry['class'],
  told: AdvanceEntry['told'] = ['unit_head'],
): AdvanceEntry => ({
  item: { id: 'p-1', number: 1, title: '事项', tile: '事项' },
  seq,
  type,
  at: '2023-03-03T08:30:00.000+08:00',
  text: type,
  told,
  class: urgency,
});
const seqs = (entries: readonly AdvanceEntry[]): readonly number[] => entries.map(({ seq }) => seq);

describe('what just happened', () => {
  it('shows the gravest, in the order it happened', () => {
    const entries = [
      entry(1, 'reminded', 'reminder'),
      entry(2, 'becameOverdue', 'urgent'),
      entry(3, 'caseOpened', 'reminder', []),
      entry(4, 'letterIssued', 'formal'),
    ];
    expect(seqs(gravest(entries, 2))).toEqual([2, 4]);
  });

  it('takes one of each sort before a second of the same', () => {
    const entries = [
      entry(1, 'reminded', 'reminder'),
      entry(2, 'reminded', 'reminder'),
      entry(3, 'reminded', 'reminder'),
      entry(4, 'standingReported', 'reminder'),
    ];
    expect(seqs(gravest(entries, 2))).toEqual([1, 4]);
  });

  it('shows what nobody was told of only where nothing else is left', () => {
    const entries = [entry(1, 'rungJoined', 'formal', []), entry(2, 'reminded', 'reminder')];
    expect(seqs(gravest(entries, 1))).toEqual([2]);
    expect(seqs(gravest(entries, 5))).toEqual([1, 2]);
  });

  it('counts facts of every type', () => {
    expect(totalOf({ counts: { reminded: 3, urged: 2 } })).toBe(5);
    expect(totalOf({ counts: {} })).toBe(0);
  });
});

describe('how far a move has come', () => {
  const span = { from: '2023-03-01T00:00:00.000+08:00', to: '2023-03-11T00:00:00.000+08:00' };

  it.each([
    ['2023-03-01T00:00:00.000+08:00', 0],
    ['2023-03-06T00:00:00.000+08:00', 50],
    ['2023-03-11T00:00:00.000+08:00', 100],
    ['2023-03-12T00:00:00.000+08:00', 100],
    ['2023-02-01T00:00:00.000+08:00', 0],
  ])('is at %s %i per cent', (now, percent) => {
    expect(percentOf({ ...span, now })).toBe(percent);
  });

  it('is all there where there was no way to go', () => {
    expect(percentOf({ from: span.from, to: span.from, now: span.from })).toBe(100);
  });
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
