// @vitest-environment jsdom
/** Two versions of the policy, compared figure by figure. */
import { describe, expect, it } from 'vitest';
import { defaultPolicy, type Policy } from '../../src/domain/policy.js';
import { compared, fieldsOf, labelAt } from '../../web/src/parts/policy-fields.js';
import { text, words } from '../../web/src/text';

const differing = (other: Policy) =>
  compared(defaultPolicy, other)
    .filter(({ differs }) => differs)
    .map(({ key, present, other: that }) => [key, present, that]);

/** Every figure there is in a policy, besides its version. */
const leavesOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((n, part) => n + leavesOf(part), 0)
    : 1;

describe('a policy', () => {
  it('is shown to its last figure', () => {
    const spans = defaultPolicy.firstReminder.length;
    expect(fieldsOf(defaultPolicy).length).toBe(
      leavesOf({ ...defaultPolicy, version: undefined }) - spans - 1,
    );
  });

  it('does not differ from itself', () => {
    expect(differing(defaultPolicy)).toEqual([]);
  });

  it('differs in what was changed, with its unit', () => {
    const stricter = { ...defaultPolicy, rungs: { ...defaultPolicy.rungs, letter: 4 }, morning: '09:00' };
    expect(differing(stricter).map(([key]) => key)).toEqual(['rungs.letter', 'morning']);
  });

  it('differs in a row of reminders that is gone and one that came', () => {
    const [first, ...rest] = defaultPolicy.firstReminder;
    expect(first?.[0]).toBe(7);
    const other: Policy = { ...defaultPolicy, firstReminder: [[9, 2], ...rest] };
    const rows = differing(other);
    expect(rows.map(([key]) => key)).toEqual(['firstReminder up to 9', 'firstReminder up to 7']);
    expect(rows.map(([, present, that]) => [present === null, that === null])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('names a figure by its place, and of a place with several the first', () => {
    expect(labelAt(defaultPolicy, ['rungs', 'urge2'])).toBe(words.rungs.urge2);
    expect(labelAt(defaultPolicy, ['workingHours'])).toBe(text.rules.policy.hoursFrom);
    expect(labelAt(defaultPolicy, ['firstReminder', 1])).toBe(text.rules.policy.span(15));
  });
});
