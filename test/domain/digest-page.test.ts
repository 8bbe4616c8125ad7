/** What a digest says, and in which order. */
import { describe, expect, it } from 'vitest';
import { digestPage, type Reminder } from '../../src/domain/digest-page.js';

const reminder = (itemNumber: number, kind: string, milestones: readonly string[] = []): Reminder => ({
  planId: 'plan',
  itemId: `plan-${itemNumber}`,
  itemNumber,
  itemTitle: `Item ${itemNumber}`,
  kind,
  milestones,
});

describe('the items of a digest', () => {
  it('come gravest first, and those of one weight in the order of the plan', () => {
    const page = digestPage([
      reminder(2, 'evidenceAccepted'),
      reminder(9, 'reminded', ['M1']),
      reminder(10, 'standingReported'),
      reminder(3, 'reminded', ['M1']),
    ]);
    expect(page.items.map(({ number }) => number)).toEqual([10, 3, 9, 2]);
  });

  it('are there once each, with everything told of them, gravest first', () => {
    const page = digestPage([
      reminder(1, 'evidenceAccepted', ['M2']),
      reminder(1, 'reportAsked'),
      reminder(2, 'caseOpened'),
    ]);
    expect(page.items.map(({ lines }) => lines.map(({ kind }) => kind))).toEqual([
      ['reportAsked', 'evidenceAccepted'],
      ['caseOpened'],
    ]);
  });

  it('have reminders of one kind merged into one line that names each milestone once', () => {
    const page = digestPage([
      reminder(1, 'reminded', ['M1']),
      reminder(1, 'reminded', ['M2']),
      reminder(1, 'reminded', ['M1']),
    ]);
    expect(page.items[0]?.lines).toEqual([{ kind: 'reminded', count: 3, milestones: ['M1', 'M2'] }]);
  });

  it('are all counted, each thing once', () => {
    expect(digestPage([reminder(1, 'reminded'), reminder(1, 'reminded'), reminder(2, 'urged')]).things).toBe(
      3,
    );
  });

  it('of two plans stay apart', () => {
    const other = { ...reminder(1, 'reminded'), planId: 'another', itemId: 'another-1' };
    expect(digestPage([reminder(1, 'reminded'), other]).items).toHaveLength(2);
  });
});

it('what was past due when handed out is one section of all its items, and no thing of its own', () => {
  const page = digestPage([
    reminder(7, 'pastDuesSummarised', ['M1', 'M2']),
    reminder(2, 'pastDuesSummarised', ['M1']),
    reminder(2, 'reminded', ['M3']),
  ]);
  expect(page.pastDues).toEqual([
    { number: 2, title: 'Item 2', milestones: ['M1'] },
    { number: 7, title: 'Item 7', milestones: ['M1', 'M2'] },
  ]);
  expect([page.things, page.items.length]).toEqual([1, 1]);
});
