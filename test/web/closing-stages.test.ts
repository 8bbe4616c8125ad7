import { describe, expect, it } from 'vitest';
import type { HistoryEntry, Item } from '../../web/src/data/contract';
import { countersignedOf, opinionsOf, stagesOf } from '../../web/src/pages/closings/stages';

const happened = (seq: number, type: string, fact: object = {}) =>
  ({ seq, type, fact: { type, ...fact } }) as unknown as HistoryEntry;
const item = (lifecycle: string, missing = 0) =>
  ({
    lifecycle,
    steps: Array.from({ length: missing }, () => ({ kind: 'countersignature' })),
  }) as unknown as Item;
const states = (one: Item, newestFirst: readonly HistoryEntry[]) =>
  stagesOf(one, newestFirst).map(({ state }) => state);

const asked = happened(10, 'closingRequested', { text: '申请' });
const signed = happened(11, 'countersigned', { unit: 'dinghai', opinion: '同意' });
const verified = happened(12, 'closingVerified', { text: '属实' });

describe('the stages of a closing', () => {
  it('stand at the first that is not passed', () => {
    expect(states(item('in_progress'), [])).toEqual(['here', 'ahead', 'ahead', 'ahead']);
    expect(states(item('closing_review', 1), [signed, asked])).toEqual(['passed', 'here', 'ahead', 'ahead']);
    expect(states(item('completed'), [verified, signed, asked])).toEqual([
      'passed',
      'passed',
      'passed',
      'here',
    ]);
    expect(states(item('closed'), [happened(13, 'closingApproved'), verified, signed, asked])).toEqual([
      ...['passed', 'passed', 'passed', 'passed'],
    ]);
  });

  it('begin again after a return, while what was said stays on record', () => {
    const history = [happened(13, 'closingReturned', { reason: '缺盖章页' }), verified, signed, asked];
    expect(states(item('in_progress'), history)).toEqual(['here', 'ahead', 'ahead', 'ahead']);
    expect(countersignedOf(history)).toEqual([]);
    expect(opinionsOf(history).map(({ words }) => words)).toEqual(['申请', '同意', '属实', '缺盖章页']);
  });
});
