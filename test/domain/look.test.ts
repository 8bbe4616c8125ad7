import { describe, expect, it } from 'vitest';
import { daysOverOf, isSignature, longestOverdue, lookOf } from '../../src/domain/look.js';
import { rulesFor } from '../../src/domain/context.js';
import { at, given, milestone, type Story } from './support/story.js';

const lookThen = (story: Story, instant: string) =>
  lookOf(story.state, at(instant), rulesFor(story.state, story.context));
const daysOver = (story: Story, instant: string): number =>
  daysOverOf(lookThen(story, instant), at(instant), rulesFor(story.state, story.context));

const two = given({
  milestones: [milestone('M1', '2021-10-29'), milestone('M2', '2021-10-22')],
}).inProgress();

describe('days over', () => {
  it('are working days past the date of what is overdue longest, today included', () => {
    const story = two.until('2021-11-01T10:00');
    expect(longestOverdue(story.state)?.id).toBe('M2');
    expect(daysOver(story, '2021-11-01T10:00')).toBe(6);
  });

  it('are none while nothing is overdue', () => {
    expect(daysOver(two.until('2021-10-22T23:00'), '2021-10-22T23:00')).toBe(0);
  });
});

describe('what waits', () => {
  it('is under review from the submission to the decision', () => {
    const submitted = two.give('2021-10-20T10:00', 'submitEvidence', { milestone: 'M1' });
    expect(lookThen(submitted, '2021-10-20T10:00').underReview).toBe(true);
    const accepted = submitted.give('2021-10-21T10:00', 'acceptEvidence', { milestone: 'M1' });
    expect(lookThen(accepted, '2021-10-21T10:00')).toMatchObject({
      underReview: false,
      milestonesAccepted: 1,
      onTimeByFirstDue: 1,
      onTimeByCurrentDue: 1,
    });
  });

  it('is a signature where a leader owes a decision', () => {
    expect(isSignature({ kind: 'listing_signature', owedBy: 'director' })).toBe(true);
    expect(isSignature({ kind: 'extension', owedBy: 'leader_in_charge' })).toBe(true);
    expect(isSignature({ kind: 'extension', owedBy: 'supervision_head' })).toBe(false);
    expect(isSignature({ kind: 'suspension', owedBy: 'leader_in_charge' })).toBe(false);
  });
});
