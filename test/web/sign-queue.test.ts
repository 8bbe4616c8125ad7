import { describe, expect, it } from 'vitest';
import type { Desk, DeskEntry, PolicyEntry } from '../../web/src/data/contract';
import { addressOf, placeOf, queueOf } from '../../web/src/pages/sign/queue';

const entry = (item: string, id: string, kind: 'case' | 'milestone' = 'case') =>
  ({ kind, id, item: { id: item } }) as unknown as DeskEntry;
const policy = (version: number, signedAt: string | null) =>
  ({ version, signedAt }) as unknown as PolicyEntry;
const desk = (owed: readonly DeskEntry[]) => ({ owed }) as unknown as Desk;

const queue = queueOf(
  desk([
    entry('p-19', 'listing_signature/L3/1'),
    entry('p-2', 'M1', 'milestone'),
    entry('p-11', 'closing_signature/1'),
  ]),
  [policy(1, '2021-09-01'), policy(2, null)],
);

describe('what waits for a signature', () => {
  it('is the desk’s cases in its order, then versions of the policy that nobody has signed', () => {
    expect(queue.map(addressOf)).toEqual([
      'p-19/listing_signature/L3/1',
      'p-11/closing_signature/1',
      'policy/2',
    ]);
  });

  it('has a place for each, with the next one after it and the first after the last', () => {
    const at = (address: string) => {
      const { at: place, of, next } = placeOf(queue, address);
      return [place, of, next && addressOf(next)];
    };
    expect(at('p-19/listing_signature/L3/1')).toEqual([1, 3, 'p-11/closing_signature/1']);
    expect(at('policy/2')).toEqual([3, 3, 'p-19/listing_signature/L3/1']);
  });

  it('has no next one when it is the only one, and the first when it is settled', () => {
    expect(placeOf(queue.slice(0, 1), 'p-19/listing_signature/L3/1').next).toBeNull();
    const { at, next } = placeOf(queue, 'p-7/closing_signature/1');
    expect([at, next && addressOf(next)]).toEqual([0, 'p-19/listing_signature/L3/1']);
  });
});
