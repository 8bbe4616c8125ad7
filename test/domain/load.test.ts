import { describe, expect, it } from 'vitest';
import { forecast } from '../../src/domain/forecast.js';
import { officerLoad, unitLoad, type Ahead } from '../../src/domain/load.js';
import { weekOf } from '../../src/domain/weeks.js';
import { caseOfficer } from './support/people.js';
import { at, given, type Story } from './support/story.js';

const aheadOf = (story: Story, from: string, until: string): Ahead => ({
  state: story.state,
  moments: forecast(story.state, at(from), at(until), story.context),
});

describe('the weeks of ISO 8601', () => {
  it.each([
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2021-09-30', '2021-W39'],
    ['2021-12-31', '2021-W52'],
    ['2022-01-02', '2021-W52'],
    ['2022-01-03', '2022-W01'],
    ['2024-12-30', '2025-W01'],
    ['2026-12-31', '2026-W53'],
  ])('have %s in %s', (date, week) => {
    expect(weekOf(date)).toBe(week);
  });
});

describe('the load of units', () => {
  it('counts a notice for each post told and a paper for each document', () => {
    const story = given().inProgress().until('2021-10-30T12:00');
    // Urge 1 on Monday and urge 2 on Wednesday tell officer and head, the letter on Friday the head alone.
    expect(unitLoad([aheadOf(story, '2021-10-30T12:00', '2021-11-07T12:00')])).toEqual([
      { unit: 'U1', week: '2021-W44', notices: 5, documents: 3 },
    ]);
  });

  it('sums over items', () => {
    const one = aheadOf(
      given().inProgress().until('2021-10-30T12:00'),
      '2021-10-30T12:00',
      '2021-11-01T12:00',
    );
    expect(unitLoad([one, one])).toEqual([{ unit: 'U1', week: '2021-W44', notices: 4, documents: 2 }]);
  });

  it('books a co-unit what is told to it', () => {
    const story = given({ coUnits: ['U2'] }).inClosingReview();
    const load = unitLoad([aheadOf(story, '2021-09-24T11:00', '2021-10-08T12:00')]);
    expect(load).toEqual([{ unit: 'U2', week: '2021-W39', notices: 2, documents: 0 }]);
  });
});

describe('the load of case officers', () => {
  const reviewed = given({ caseOfficer: caseOfficer.person })
    .inProgress()
    .give('2021-10-20T10:00', 'submitEvidence', { milestone: 'M1' });

  it('counts what lies with them, by the week its term falls', () => {
    expect(
      officerLoad([aheadOf(reviewed, '2021-10-20T11:00', '2021-11-20T12:00')], at('2021-11-20T12:00')),
    ).toEqual([{ officer: caseOfficer.person, open: 1, over: 0, weeks: [{ week: '2021-W43', falling: 1 }] }]);
  });

  it('tells what is over apart from what will fall', () => {
    const late = reviewed.until('2021-10-29T12:00');
    expect(
      officerLoad([aheadOf(late, '2021-10-29T12:00', '2021-11-20T12:00')], at('2021-11-20T12:00')),
    ).toEqual([{ officer: caseOfficer.person, open: 1, over: 1, weeks: [] }]);
  });

  it('leaves out terms that fall later', () => {
    const [officer] = officerLoad(
      [aheadOf(reviewed, '2021-10-20T11:00', '2021-10-25T12:00')],
      at('2021-10-25T12:00'),
    );
    expect(officer).toMatchObject({ open: 1, weeks: [] });
  });

  it('names nobody who owes nothing', () => {
    const story = given({ caseOfficer: caseOfficer.person }).inProgress();
    expect(
      officerLoad([aheadOf(story, '2021-09-15T12:00', '2021-10-15T12:00')], at('2021-10-15T12:00')),
    ).toEqual([]);
  });
});
