/** A policy makes sense, or it is said where it does not. */
import { describe, expect, it } from 'vitest';
import { policyFaults } from '../../src/domain/policy-faults.js';
import { defaultPolicy, withOverrides, type PolicyOverrides } from '../../src/domain/policy.js';

const faultsOf = (overrides: PolicyOverrides): readonly string[] =>
  policyFaults(withOverrides(defaultPolicy, overrides)).map(({ path, flaw }) => `${path.join('/')} ${flaw}`);

describe('a policy', () => {
  it('that makes sense has no faults', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it.each<[string, PolicyOverrides, string]>([
    ['a rung on the mark of the one before', { rungs: { urge2: 1 } }, 'rungs/urge2 rung_not_later'],
    ['a rung before the one before', { rungs: { letter: 2 } }, 'rungs/letter rung_not_later'],
    ['a table that ends', { firstReminder: [[7, 2]] }, 'firstReminder/0 only_last_open'],
    [
      'an open span that is not the last',
      {
        firstReminder: [
          [null, 2],
          [null, 3],
        ],
      },
      'firstReminder/0 only_last_open',
    ],
    [
      'spans that do not rise',
      {
        firstReminder: [
          [7, 2],
          [7, 3],
          [null, 9],
        ],
      },
      'firstReminder/1 span_not_longer',
    ],
    [
      'a reminder before the milestone can have begun',
      {
        firstReminder: [
          [7, 8],
          [null, 9],
        ],
      },
      'firstReminder/0 reminder_before_span',
    ],
    ['hours that run backwards', { workingHours: ['17:30', '08:30'] }, 'workingHours hours_backwards'],
    ['a morning before the hours', { morning: '07:30' }, 'morning morning_outside_hours'],
    ['a morning as the hours end', { morning: '17:30' }, 'morning morning_outside_hours'],
  ])('with %s', (_, overrides, fault) => {
    expect(faultsOf(overrides)).toContain(fault);
  });
});
