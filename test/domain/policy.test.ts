import { describe, expect, it } from 'vitest';
import { defaultPolicy, firstReminderDays, withOverrides } from '../../src/domain/policy.js';

describe('the first reminder comes', () => {
  it.each([
    [0, 2],
    [7, 2],
    [8, 3],
    [15, 3],
    [16, 7],
    [30, 7],
    [31, 10],
    [90, 10],
    [91, 15],
    [180, 15],
    [181, 30],
    [1500, 30],
  ])('for a span of %i days %i days before due', (span, days) => {
    expect(firstReminderDays(defaultPolicy, span)).toBe(days);
  });

  it('for a span beyond a table without an end as its last row says', () => {
    expect(firstReminderDays(withOverrides(defaultPolicy, { firstReminder: [[10, 4]] }), 99)).toBe(4);
  });
});

it('the default ladder is the one of the design', () => {
  expect(defaultPolicy.rungs).toEqual({
    urge1: 1,
    urge2: 3,
    letter: 5,
    listing1: 10,
    listing2: 20,
    interview: 30,
    listing3: 40,
  });
  expect([defaultPolicy.lastReminder, defaultPolicy.standingEvery]).toEqual([3, 5]);
});

it('the default terms are those of the table of cases', () => {
  expect(defaultPolicy.terms).toEqual({
    handing_out: 5,
    receipt: 3,
    decomposition: 10,
    decomposition_returned: 5,
    decomposition_review: 5,
    evidence_review: 5,
    extension: 10,
    change: 10,
    report: 5,
    rectification: 5,
    rectification_review: 5,
    listing_signature: 5,
    delisting_signature: 5,
    interview: 10,
    closing_request: 10,
    strike_off_signature: 5,
    obstacle: 5,
    consultation_record: 10,
    countersignature: 5,
    closing_verification: 10,
    closing_signature: 5,
  });
});

it('an override changes the rung or term it names and no other', () => {
  const changed = withOverrides(defaultPolicy, { rungs: { letter: 6 }, terms: { receipt: 4 } });
  expect(changed).toEqual({
    ...defaultPolicy,
    rungs: { ...defaultPolicy.rungs, letter: 6 },
    terms: { ...defaultPolicy.terms, receipt: 4 },
  });
});
