/** What happens next by itself if an owed step is not taken. */
import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../src/domain/instants.js';
import { otherwise, type Subject } from '../../src/domain/otherwise.js';
import { given, keyOf, milestone, type Story } from './support/story.js';

const m1 = { milestone: 'M1' };
const started = given().inProgress();

const next = (story: Story, subject: Subject) => otherwise(story.state, subject, story.rules());
const line = (story: Story, subject: Subject) => {
  const found = next(story, subject);
  return found && `${formatInstant(found.at)} ${found.fact.type} ${found.key}`;
};

describe('of a milestone that lies with the unit: the next rung', () => {
  it.each([
    ['before the first reminder', '2021-09-20', '2021-10-19T08:30 reminded M1:reminder1:1'],
    ['between the reminders', '2021-10-20', '2021-10-26T08:30 reminded M1:reminder2:1'],
    ['after the last one', '2021-10-27', '2021-10-30T00:00 becameOverdue M1:overdue:1'],
    ['overdue', '2021-10-30', '2021-11-01T08:30 urged M1:urge1:1'],
    ['urged', '2021-11-04', '2021-11-05T08:30 letterIssued M1:letter:1'],
    ['lettered', '2021-11-06', '2021-11-12T08:30 listed M1:listing1:1'],
    ['listed', '2021-11-13', '2021-11-26T08:30 listingProposed M1:listing2:1'],
  ])('%s', (_when, now, expected) => {
    expect(line(started.until(now), m1)).toBe(expected);
  });

  it('not a reminder that will be skipped', () => {
    const late = given({ milestones: [milestone('M1', '2021-09-17')] }).dispatched('2021-09-15T09:00');
    expect(line(late, m1)).toBe('2021-09-18T00:00 becameOverdue M1:overdue:1');
  });

  it('names the posts that will be told', () => {
    expect(next(started.until('2021-11-13'), m1)?.told).toEqual([
      'unit_head',
      'case_officer',
      'supervision_head',
      'leader_in_charge',
      'director',
      'other_leaders',
    ]);
  });

  it('the standing of its listing, once the ladder is climbed to its end', () => {
    const climbed = started.until('2021-12-31');
    expect(line(climbed, m1)).toBe(line(climbed, { listing: true }));
    expect(next(climbed, m1)?.fact.type).toBe('standingReported');
    expect(next(climbed.give('2021-12-31T10:00', 'suspend', { until: '2022-12-30' }), m1)).toBeNull();
    expect(next(climbed.give('2021-12-31T10:00', 'submitEvidence', m1), m1)).toBeNull();
  });

  it('tells nobody when the rung joins a step that stands', () => {
    const lettered = started.give('2021-09-20T10:00', 'issueLetter', { milestone: 'M1' });
    expect(next(lettered.until('2021-11-04T10:00'), m1)).toMatchObject({
      fact: { type: 'rungJoined', into: 'lettered' },
      told: [],
    });
  });

  it.each([
    ['under review', started.give('2021-09-22T10:00', 'submitEvidence', m1)],
    ['suspended', started.suspended()],
    ['accepted', started.accepted()],
    ['not handed out', given()],
  ])('nothing while it is %s', (_why, story) => {
    expect(next(story, m1)).toBeNull();
  });
});

describe('of a case: its term over, then the steps up the chain', () => {
  const review = { case: 'evidence_review/M1/1' };
  const submitted = started.give('2021-09-22T10:00', 'submitEvidence', m1);

  it.each([
    ['within its term', '2021-09-23', '2021-09-29T00:00 caseBecameOverdue evidence_review/M1/1:over:1'],
    ['over', '2021-09-29', '2021-10-11T08:30 caseEscalated evidence_review/M1/1:up1:1'],
    ['after the first step', '2021-10-13', '2021-11-08T08:30 caseEscalated evidence_review/M1/1:up2:1'],
  ])('%s', (_when, now, expected) => {
    expect(line(submitted.until(now), review)).toBe(expected);
  });

  it('whatever else of the item is due before', () => {
    const two = given({ milestones: [milestone('M1', '2021-10-29'), milestone('M2', '2021-09-24')] })
      .inProgress()
      .give('2021-09-22T10:00', 'submitEvidence', m1);
    expect(line(two, review)).toBe('2021-09-29T00:00 caseBecameOverdue evidence_review/M1/1:over:1');
  });

  it('none while a suspension holds its steps, nor of a case that is not open', () => {
    expect(next(submitted.until('2021-09-30').suspended('2021-09-30T10:00'), review)).toBeNull();
    expect(next(started, review)).toBeNull();
  });

  it('of the suspension itself: its expected end', () => {
    expect(line(started.suspended(), { case: 'suspension/1' })).toBe(
      '2022-01-01T00:00 caseBecameOverdue suspension/1:over:1',
    );
  });
});

it('of a standing listing: its next standing', () => {
  expect(line(given().listed(), { listing: true })).toBe(
    '2021-11-19T08:30 standingReported listing/1:standing1:1',
  );
});

it('is what then happens, whichever step it is', () => {
  const stories = [given().listed(), started.give('2021-09-22T10:00', 'submitEvidence', m1), given()];
  for (const story of stories) {
    const subjects: readonly Subject[] = [m1, ...story.cases().map((id) => ({ case: id }))];
    for (const subject of subjects) {
      const found = next(story, subject);
      if (!found) continue;
      const then = story.until(formatInstant(found.at)).event(found.key);
      expect(then).toMatchObject({ at: found.at, ...found.fact });
      expect(then && keyOf(then)).toBe(found.key);
    }
  }
});
