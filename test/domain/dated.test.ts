import { describe, expect, it } from 'vitest';
import { datedFor } from '../../src/domain/dated.js';
import type { Addressee, Posts } from '../../src/domain/notices.js';
import type { Role } from '../../src/domain/people.js';
import { given, milestone, type Story } from './support/story.js';

const person = (id: string, role: Role, more: Partial<Addressee> = {}): Addressee => ({
  id,
  role,
  unit: null,
  rank: null,
  active: true,
  ...more,
});
const officer = person('officer', 'unit_officer', { unit: 'U1' });
const coHead = person('co-head', 'unit_head', { unit: 'U2' });
const caseOfficer = person('case officer', 'case_officer');
const supervisionHead = person('supervision head', 'supervision_head');
const deputy = person('deputy', 'leader', { rank: 'deputy' });
const otherDeputy = person('other deputy', 'leader', { rank: 'deputy' });
const director = person('director', 'leader', { rank: 'director' });

const posts: Posts = { unit: 'U1', coUnits: ['U2'], caseOfficer: 'case officer', leaderInCharge: 'deputy' };

const dates = ({ state }: Story, who: Addressee): readonly string[] => {
  const { milestones, cases } = datedFor(state, who, posts);
  return [
    ...milestones.map(({ id, due }) => `${id} ${due}`),
    ...cases.map(({ id, until }) => `${id} ${until}`),
  ];
};

const two = { coUnits: ['U2'], milestones: [milestone('M1', '2021-10-29'), milestone('M2', '2022-12-30')] };
const started = given(two).inProgress();

describe('the dates an item sets', () => {
  it('its unit are the current dues of its open milestones and the terms of what the unit owes', () => {
    const dispatched = given(two).give('2021-09-13T09:00', 'dispatch');
    expect(dates(dispatched, officer)).toEqual(['M1 2021-10-29', 'M2 2022-12-30', 'receipt/1 2021-09-16']);
    const accepted = started
      .give('2021-09-22T10:00', 'submitEvidence', { milestone: 'M1' })
      .give('2021-09-22T11:00', 'acceptEvidence', { milestone: 'M1' });
    expect(dates(accepted, officer)).toEqual(['M2 2022-12-30']);
  });

  it('its unit stay while evidence is under review, and move with an extension', () => {
    const submitted = started.give('2021-09-22T10:00', 'submitEvidence', { milestone: 'M1' });
    expect(dates(submitted, officer)).toContain('M1 2021-10-29');
    const extended = started
      .give('2021-09-15T10:00', 'requestExtension', { milestone: 'M1', to: '2021-11-30' })
      .give('2021-09-16T10:00', 'grantExtension', { milestone: 'M1' });
    expect(dates(extended, officer)).toContain('M1 2021-11-30');
  });

  it('nobody are none before the hand-out but the case officer, who owes it', () => {
    const registered = given(two);
    expect([dates(registered, officer), dates(registered, caseOfficer)]).toEqual([
      [],
      [expect.stringContaining('handing_out/1')],
    ]);
  });

  it('a unit that declined are gone', () => {
    const declined = given(two)
      .give('2021-09-13T09:00', 'dispatch')
      .give('2021-09-14T09:00', 'declineDispatch', { reason: 'x' });
    expect(dates(declined, officer)).toEqual([]);
  });

  it('the office and leaders are the terms of the cases they owe and no milestone', () => {
    const reviewed = started
      .give('2021-09-22T10:00', 'submitEvidence', { milestone: 'M1' })
      .give('2021-09-22T11:00', 'callInterview')
      .give('2021-09-22T12:00', 'proposeListing', { level: 1 });
    expect(dates(reviewed, caseOfficer)).toEqual(['evidence_review/M1/1 2021-09-28']);
    expect(dates(reviewed, supervisionHead)).toEqual([expect.stringContaining('interview/1')]);
    expect(dates(reviewed, deputy)).toEqual([expect.stringContaining('listing_signature/L1/1')]);
    expect([dates(reviewed, otherDeputy), dates(reviewed, director)]).toEqual([[], []]);
  });

  it('a co-unit are its countersignature and the obstacles it is named for', () => {
    expect(dates(given({ coUnits: ['U2'] }).inClosingReview(), coHead)).toEqual([
      expect.stringContaining('countersignature/U2/1'),
    ]);
    const blocked = started.give('2021-09-22T10:00', 'raiseObstacle', { named: 'co_unit', unit: 'U2' });
    expect(dates(blocked, coHead)).toEqual([expect.stringContaining('obstacle/1')]);
    expect(dates(blocked, officer)).not.toContainEqual(expect.stringContaining('obstacle'));
  });

  it('anyone are gone when it is terminated, and marked while it is suspended', () => {
    const suspended = started.give('2021-09-22T10:00', 'suspend', { until: '2021-12-31' });
    expect([datedFor(suspended.state, officer, posts).suspended, dates(suspended, officer).length]).toEqual([
      true,
      2,
    ]);
    const ended = suspended.give('2021-09-23T10:00', 'terminate');
    for (const who of [officer, coHead, caseOfficer, supervisionHead, deputy, director])
      expect(dates(ended, who)).toEqual([]);
  });

  it('a disabled account are none', () => {
    expect(dates(started, { ...officer, active: false })).toEqual([]);
  });
});
