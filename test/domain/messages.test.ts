/** Which notices reach a person as one message. */
import { describe, expect, it } from 'vitest';
import { messageKey, messagesOf, type Told } from '../../src/domain/messages.js';

const notice = (itemId: string, cls: Told['class'], deliverAt = 1, personId = 'head'): Told => ({
  personId,
  itemId,
  class: cls,
  deliverAt,
});

describe('one message', () => {
  it('is what one person gets at one moment about one item', () => {
    const together = [notice('a', 'urgent'), notice('a', 'formal')];
    expect(messagesOf(together)).toEqual([together]);
  });

  it('is not what another item, another moment or another person gets', () => {
    const apart = [
      notice('a', 'urgent'),
      notice('b', 'urgent'),
      notice('a', 'urgent', 2),
      notice('a', 'urgent', 1, 'x'),
    ];
    expect(messagesOf(apart)).toHaveLength(4);
  });

  it('is the digest of a morning over all items', () => {
    const digest = [notice('a', 'reminder'), notice('b', 'reminder'), notice('a', 'reminder')];
    expect(messagesOf(digest)).toEqual([digest]);
    expect(messagesOf([notice('a', 'reminder'), notice('a', 'reminder', 2)])).toHaveLength(2);
  });

  it('about an item of which something graver is told takes in its reminders; the digest has the others', () => {
    const [urgent, joined, other] = [notice('a', 'urgent'), notice('a', 'reminder'), notice('b', 'reminder')];
    expect(messagesOf([other, joined, urgent])).toEqual([[joined, urgent], [other]]);
  });

  it('leaves in the order of its moment, the digest of a moment last', () => {
    const [later, digest, formal] = [
      notice('a', 'urgent', 2),
      notice('b', 'reminder', 1),
      notice('c', 'formal', 1),
    ];
    expect(messagesOf([later, digest, formal])).toEqual([[formal], [digest], [later]]);
  });
});

it('the key of a notice by itself is that of its message', () => {
  const all = [
    notice('a', 'urgent'),
    notice('a', 'reminder'),
    notice('b', 'reminder'),
    notice('c', 'reminder'),
  ];
  const keys = all.map((one) => messageKey(one, one.itemId === 'a'));
  expect(new Set(keys).size).toBe(messagesOf(all).length);
  expect(keys[0]).toBe(keys[1]);
  expect(keys[2]).toBe(keys[3]);
});
