import { describe, expect, it } from 'vitest';
import { owed } from '../../src/domain/owing.js';
import { at, given, milestone } from './support/story.js';

const started = given({
  coUnits: ['U2'],
  milestones: [milestone('M1', '2021-10-29'), milestone('M2', '2022-12-30')],
}).inProgress();

describe('who owes the next step', () => {
  it('since when, until when, and whether the term is over', () => {
    const story = started.give('2021-09-22T10:00', 'submitEvidence', { milestone: 'M1' });
    const review = {
      case: 'evidence_review/M1/1',
      by: 'case_officer',
      unit: null,
      since: at('2021-09-22T10:00'),
      until: '2021-09-28',
    };
    expect(owed(story.until('2021-09-28T23:59').state)).toEqual([{ ...review, over: false }]);
    expect(owed(story.until('2021-09-29').state)).toEqual([{ ...review, over: true }]);
  });

  it('in order of opening, done ones left out', () => {
    const story = started
      .give('2021-09-22T10:00', 'callInterview')
      .give('2021-09-22T11:00', 'submitEvidence', { milestone: 'M2' })
      .give('2021-09-22T12:00', 'submitEvidence', { milestone: 'M1' });
    expect(owed(story.state).map((one) => one.case)).toEqual([
      'interview/1',
      'evidence_review/M2/1',
      'evidence_review/M1/1',
    ]);
    const decided = story.give('2021-09-23T10:00', 'returnEvidence', { milestone: 'M2' });
    expect(owed(decided.state).map((one) => one.case)).toEqual(['interview/1', 'evidence_review/M1/1']);
  });

  it('names the co-unit where it is not the item’s own unit', () => {
    const story = given({ coUnits: ['U2'] }).inClosingReview();
    expect(owed(story.state)).toMatchObject([{ case: 'countersignature/U2/1', by: 'co_unit', unit: 'U2' }]);
  });

  it('is asked anew, with another number, each time', () => {
    const story = started
      .give('2021-09-22T10:00', 'submitEvidence', { milestone: 'M1' })
      .give('2021-09-22T11:00', 'returnEvidence', { milestone: 'M1' })
      .give('2021-09-22T12:00', 'submitEvidence', { milestone: 'M1' });
    expect(owed(story.state).map((one) => one.case)).toEqual(['evidence_review/M1/2']);
  });
});
