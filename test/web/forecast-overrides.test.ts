import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../src/domain/policy.js';
import {
  countChanges,
  overridesOf,
  valueAt,
  withOverrides,
  withValue,
} from '../../web/src/pages/forecast/overrides';

describe('a policy being tried', () => {
  it('says only what was changed, part by part', () => {
    const letter = withValue(defaultPolicy, ['rungs', 'letter'], 4);
    const both = withValue(withValue(letter, ['terms', 'report'], 9), ['nextStep'], 2);
    expect(overridesOf(defaultPolicy, both)).toEqual({
      rungs: { letter: 4 },
      terms: { report: 9 },
      nextStep: 2,
    });
    expect(countChanges(overridesOf(defaultPolicy, both))).toBe(3);
  });

  it('says nothing when a change is taken back', () => {
    const there = withValue(defaultPolicy, ['rungs', 'letter'], 4);
    expect(overridesOf(defaultPolicy, withValue(there, ['rungs', 'letter'], 5))).toEqual({});
  });

  it('keeps the other rows of the table of first reminders', () => {
    const changed = withValue(defaultPolicy, ['firstReminder', 1, 1], 6);
    expect(changed.firstReminder[1]).toEqual([15, 6]);
    expect(changed.firstReminder[0]).toEqual(defaultPolicy.firstReminder[0]);
    expect(valueAt(changed, ['firstReminder', 1, 1])).toBe(6);
  });

  it('leaves out what a forecast does not show', () => {
    expect(
      overridesOf(defaultPolicy, { ...defaultPolicy, version: 9, workingHours: ['09:00', '17:00'] }),
    ).toEqual({});
  });

  it('is the policy in force with the changes in it', () => {
    const draft = withValue(withValue(defaultPolicy, ['rungs', 'listing1'], 7), ['repeatEvery'], 5);
    expect(withOverrides(defaultPolicy, overridesOf(defaultPolicy, draft))).toEqual(draft);
  });
});
