/** What the office itself owes, as its queue shows it. */
import { describe, expect, it } from 'vitest';
import type { Desk, DeskEntry } from '../../web/src/data/contract';
import {
  countsOf,
  folded,
  dueWithin,
  givenFor,
  hasMatter,
  queueOf,
  sentUpOf,
  viewed,
  viewOf,
} from '../../web/src/pages/office/queue';

const entry = (number: number, more: Partial<DeskEntry> = {}): DeskEntry =>
  ({
    kind: 'case',
    id: `evidence_review/M1/${number}`,
    item: { number },
    case: 'evidence_review',
    subject: 'M1',
    by: 'case_officer',
    until: '2023-03-10',
    over: false,
    workingDays: { since: 1, left: 4, over: 0 },
    ...more,
  }) as DeskEntry;
const desk = (owed: readonly DeskEntry[], more: Partial<Desk> = {}): Desk =>
  ({ owed, withOthers: [], upcoming: [], today: '2023-03-03', ...more }) as unknown as Desk;
const numbers = (entries: readonly DeskEntry[]) => entries.map(({ item }) => item.number);

describe('the queue', () => {
  const own = entry(1, { by: 'supervision_head', case: 'interview', until: '2023-03-07' });
  const late = entry(2, { until: '2023-03-02', over: true });
  const others = [entry(3), late, entry(4, { by: 'director' }), entry(5, { by: 'unit' })];

  it('begins with what is over, then goes by the term', () => {
    expect(numbers(queueOf(desk([own], { withOthers: others }), 'supervision_head'))).toEqual([2, 1, 3]);
  });

  it('of a case officer holds what is their own alone', () => {
    expect(numbers(queueOf(desk([own], { withOthers: others }), 'case_officer'))).toEqual([1]);
  });

  it('is counted by kind and by clock, so that every figure has its rows', () => {
    const today = entry(6, { until: '2023-03-03', workingDays: { since: 5, left: 0, over: 0 } });
    const queue = [own, late, today, entry(7, { case: 'extension' }), entry(8, { case: 'handing_out' })];
    const counts = countsOf(queue, '2023-03-03');
    expect(counts).toMatchObject({
      all: 5,
      evidence: 2,
      requests: 1,
      handing: 1,
      other: 1,
      late: 1,
      today: 1,
    });
    for (const [view, count] of Object.entries(counts))
      expect(viewed(queue, viewOf(view), '2023-03-03')).toHaveLength(count);
  });

  it('is shown whole where an address names no view there is', () => {
    expect([viewOf(null), viewOf('nonsense'), viewOf('late')]).toEqual(['all', 'all', 'late']);
  });
});

it('what was sent up is what leaders owe, the first to run out first', () => {
  const soon = entry(9, { by: 'leader_in_charge', until: '2023-03-06' });
  const later = entry(10, { by: 'director', until: '2023-03-09' });
  expect(numbers(sentUpOf(desk([], { withOthers: [later, entry(3), soon] })))).toEqual([9, 10]);
});

it('a form begins with what the case is about', () => {
  expect(givenFor(entry(1))).toEqual({ milestone: 'M1' });
  expect(givenFor(entry(1, { case: 'obstacle', id: 'obstacle/2', subject: '2' }))).toEqual({
    obstacle: 'obstacle/2',
  });
  expect(givenFor(entry(1, { case: 'rectification_review', subject: 'listing1' }))).toEqual({});
});

it('only where something was handed in one looks at it before one decides', () => {
  expect(hasMatter(entry(1))).toBe(true);
  expect(hasMatter(entry(1, { case: 'handing_out' }))).toBe(false);
});

it('milestones due within a span count its last day', () => {
  const upcoming = [entry(1, { until: '2023-03-10' }), entry(2, { until: '2023-03-11' })];
  expect(numbers(dueWithin(desk([], { upcoming }), '2023-03-10'))).toEqual([1]);
});

it('hand-outs of a plan that begins are one line, unless they are what one looks at', () => {
  const handOut = (number: number) => entry(number, { case: 'handing_out' });
  const many = [handOut(1), entry(2), handOut(3), handOut(4), handOut(5)];
  expect(numbers(folded(many, 'all').rows)).toEqual([2]);
  expect(numbers(folded(many, 'late').handOuts)).toEqual([1, 3, 4, 5]);
  expect(folded(many, 'handing')).toEqual({ rows: many, handOuts: [] });
  const few = many.slice(0, 4);
  expect(folded(few, 'all')).toEqual({ rows: few, handOuts: [] });
});
