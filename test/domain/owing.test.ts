import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdersOf, owed, stepDays, stepsOwed } from '../../src/domain/owing.js';
import type { Addressee, Posts } from '../../src/domain/notices.js';
import { headOf } from './support/people.js';
import { choices, live } from './support/random-life.js';
import { at, calendar, given, milestone, type Story } from './support/story.js';

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

const line = (story: Story) =>
  stepsOwed(story.state).map(
    ({ kind, by, unit, until, over }) =>
      `${kind} ${by}${unit === null ? '' : ` ${unit}`} ${until ?? 'no term'}${over ? ' over' : ''}`,
  );

describe('the steps owed in an item', () => {
  it('are its open cases and the evidence of every milestone that lies with the unit', () => {
    expect(line(started)).toEqual(['evidence unit U1 2021-10-29', 'evidence unit U1 2022-12-30']);
    expect(line(started.give('2021-09-22T10:00', 'submitEvidence', { milestone: 'M1' }))).toEqual([
      'evidence_review case_officer 2021-09-28',
      'evidence unit U1 2022-12-30',
    ]);
  });

  it('come in order of danger: what is over first, then what is owed first', () => {
    const story = started.until('2021-11-02').give('2021-11-02T10:00', 'callInterview');
    expect(line(story)).toEqual([
      'evidence unit U1 2021-10-29 over',
      'interview supervision_head 2021-11-16',
      'evidence unit U1 2022-12-30',
    ]);
  });

  it.each([
    [
      'an extension asked in time',
      started.give('2021-09-22T10:00', 'requestExtension', { milestone: 'M1', to: '2021-12-31' }),
      'extension supervision_head 2021-10-11',
    ],
    ['a suspension', started.suspended(), 'suspension leader_in_charge 2021-12-31'],
    ['the hand-out', given(), 'handing_out case_officer 2021-09-18'],
  ])('lie elsewhere while %s is waited for', (_what, story, expected) => {
    expect(line(story)[0]).toBe(expected);
    expect(line(story)).not.toContain('evidence unit U1 2021-10-29');
  });

  it('are the unit’s since it last got the milestone back', () => {
    const returned = started
      .give('2021-09-22T10:00', 'submitEvidence', { milestone: 'M1' })
      .give('2021-09-24T10:00', 'returnEvidence', { milestone: 'M1' });
    expect(stepsOwed(returned.state).map(({ since }) => since)).toEqual([
      at('2021-09-24T10:00'),
      at('2021-09-13T09:00'),
    ]);
  });

  it('an outage gives the unit another day, but takes nothing from it', () => {
    const story = started.until('2021-10-29T13:00').give('2021-10-29T13:00', 'adoptOutage', {
      outage: 1,
      from: at('2021-10-28T08:00'),
      to: at('2021-10-29T12:00'),
      others: [],
    });
    expect(stepsOwed(story.state)[0]).toMatchObject({
      subject: { milestone: 'M1' },
      since: at('2021-09-13T09:00'),
      until: '2021-11-01',
    });
  });

  it('include ending a listing in whose way nothing stands: it does not lapse', () => {
    const waiting = given()
      .listed()
      .give('2021-11-12T10:00', 'submitRectificationPlan')
      .give('2021-11-12T11:00', 'acceptRectificationPlan')
      .give('2021-11-12T12:00', 'submitEvidence', { milestone: 'M1' })
      .give('2021-11-12T13:00', 'acceptEvidence', { milestone: 'M1' });
    expect(line(waiting)).toEqual(['delisting_proposal case_officer no term']);
    expect(line(waiting.give('2021-11-12T14:00', 'proposeDelisting'))).toEqual([
      'delisting_signature leader_in_charge 2021-11-19',
    ]);
  });

  it('are never none while the item runs, whatever happens', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(choices(40), (chosen) => {
        for (const { after } of live(chosen).steps)
          if (after.lifecycle !== 'closed' && after.lifecycle !== 'terminated')
            expect([after.lifecycle, stepsOwed(after).length > 0]).toEqual([after.lifecycle, true]);
      }),
      { numRuns: 60, seed: 20_210_913 },
    );
  });
});

describe('working days of a step', () => {
  const days = (since: string, until: string, over: boolean, now: string) =>
    stepDays({ since: at(since), until, over }, at(now), calendar);

  it.each([
    ['on the day it began', '2021-09-22T10:00', { since: 0, left: 5, over: 0 }],
    // 26 September 2021 is a make-up Sunday.
    ['after a weekend that was worked', '2021-09-26T10:00', { since: 3, left: 2, over: 0 }],
    ['on the day of the term', '2021-09-28T18:00', { since: 5, left: 0, over: 0 }],
  ])('%s', (_day, now, expected) => {
    expect(days('2021-09-22T10:00', '2021-09-28', false, now)).toEqual(expected);
  });

  it('count make-up days and leave out holidays', () => {
    expect(days('2021-09-22T10:00', '2021-09-28', true, '2021-10-09T09:00')).toEqual({
      since: 9,
      left: 0,
      over: 4,
    });
  });

  it('are unknown without a beginning or a term', () => {
    expect(stepDays({ since: null, until: null, over: false }, at('2021-09-22'), calendar)).toEqual({
      since: null,
      left: null,
      over: 0,
    });
  });
});

describe('the persons who can take a step', () => {
  const person = (id: string, role: Addressee['role'], more: Partial<Addressee> = {}): Addressee => ({
    id,
    role,
    unit: null,
    rank: null,
    active: true,
    ...more,
  });
  const people = [
    person('officer', 'unit_officer', { unit: 'U1' }),
    person('head', 'unit_head', { unit: 'U1' }),
    person('gone', 'unit_head', { unit: 'U1', active: false }),
    person('co-head', 'unit_head', { unit: 'U2' }),
    person('third', 'unit_head', { unit: 'U3' }),
    person('reviewer', 'case_officer'),
    person('other reviewer', 'case_officer'),
    person('deputy', 'leader', { rank: 'deputy' }),
    person('director', 'leader', { rank: 'director' }),
  ];
  const posts: Posts = {
    unit: 'U1',
    coUnits: ['U2', 'U3'],
    caseOfficer: 'reviewer',
    leaderInCharge: 'deputy',
  };

  it.each([
    ['unit', 'U1', ['officer', 'head']],
    ['co_unit', 'U2', ['co-head']],
    ['case_officer', null, ['reviewer']],
    ['leader_in_charge', null, ['deputy']],
    ['director', null, ['director']],
    ['supervision_head', null, []],
  ] as const)('%s: those who hold the post and have a live account', (by, unit, expected) => {
    expect(holdersOf({ by, unit }, posts, people).map(({ id }) => id)).toEqual(expected);
  });
});

it('a case of a co-unit names that unit, one of the unit its own', () => {
  const review = given({ coUnits: ['U2', 'U3'] }).inClosingReview();
  expect(line(review.give('2021-09-24T11:00', 'countersign', {}, headOf('U3')))).toEqual([
    'countersignature co_unit U2 2021-09-30',
  ]);
});
