// @vitest-environment jsdom
/** Two versions of the policy, compared figure by figure. */
import { describe, expect, it } from 'vitest';
import { defaultPolicy, type Policy } from '../../src/domain/policy.js';
import { compared, fieldsOf } from '../../web/src/parts/policy-fields.js';

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
});
