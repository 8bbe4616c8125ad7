/** The order of what falls at one instant, and what is skipped after downtime. */
import { describe, expect, it } from 'vitest';
import { nextAlarm } from '../../src/domain/alarms.js';
import { toldOf } from '../../src/domain/told.js';
import { at, given, keyOf, milestone } from './support/story.js';

describe('at one instant', () => {
  it('rungs happen from mild to severe, then milestones in their order', () => {
    const all = { urge1: 1, urge2: 1, letter: 1, listing1: 1, listing2: 1, interview: 1, listing3: 1 };
    const story = given({
      milestones: [milestone('M2', '2021-10-29'), milestone('M1', '2021-10-29')],
      policy: { rungs: all },
    })
      .inProgress()
      .until('2021-11-01T08:30');
    const keys = story.log.filter((event) => event.at === at('2021-11-01T08:30')).map(keyOf);
    expect(keys.filter((key) => key?.startsWith('M'))).toEqual([
      'M2:urge1:1',
      'M1:urge1:1',
      'M2:urge2:1',
      'M1:urge2:1',
      'M2:letter:1',
      'M1:letter:1',
      'M2:listing1:1',
      'M1:listing1:1',
      'M2:listing2:1',
      'M1:listing2:1',
      'M2:interview:1',
      'M1:interview:1',
      'M2:listing3:1',
      'M1:listing3:1',
    ]);
  });

  it('milestones come before cases, cases before the listing’s standing', () => {
    const story = given().inProgress().until('2021-11-26T08:30');
    expect(story.timeline('2021-11-26')).toEqual([
      '2021-11-26T08:30 listingProposed M1:listing2:1',
      '2021-11-26T08:30 caseEscalated rectification/listing1/1:up1:1',
      '2021-11-26T08:30 standingReported listing/1:standing2:1',
    ]);
  });

  it('cases come in order of opening', () => {
    const story = given({ milestones: [milestone('M1', '2022-10-31'), milestone('M2', '2022-10-31')] })
      .inProgress()
      .give('2021-11-08T10:00', 'submitEvidence', { milestone: 'M2' })
      .give('2021-11-08T11:00', 'submitEvidence', { milestone: 'M1' })
      .until('2021-11-16');
    expect(story.timeline('2021-11-08')).toEqual([
      '2021-11-16T00:00 caseBecameOverdue evidence_review/M2/1:over:1',
      '2021-11-16T00:00 caseBecameOverdue evidence_review/M1/1:over:1',
    ]);
  });

  it('alarms come before commands', () => {
    const story = given().inProgress().give('2021-11-05T08:30', 'reportProgress');
    expect(story.log.slice(-2).map(({ type }) => type)).toEqual(['letterIssued', 'progressReported']);
  });
});

describe('after downtime', () => {
  it('enforcement rungs all happen, dated when they were due, recorded when they were handled', () => {
    const back = '2021-11-16T10:00';
    const story = given({ downtime: ['2021-10-25', back] })
      .inProgress()
      .until('2021-11-17');
    const rungs = ['overdue', 'urge1', 'urge2', 'letter', 'listing1'];
    const due = [
      '2021-10-30',
      '2021-11-01T08:30',
      '2021-11-03T08:30',
      '2021-11-05T08:30',
      '2021-11-12T08:30',
    ];
    expect(rungs.map((rung) => story.event(`M1:${rung}:1`))).toMatchObject(
      due.map((when) => ({ at: at(when), recordedAt: at(back) })),
    );
  });

  it('terms and standings they start run from when they were recorded', () => {
    const story = given({ downtime: ['2021-10-25', '2021-11-16T10:00'] })
      .inProgress()
      .until('2021-11-23T09:00');
    expect(story.state.cases).toMatchObject([
      { id: 'rectification/listing1/1', since: at('2021-11-16T10:00'), until: '2021-11-23' },
    ]);
    expect(story.when('listing/1:standing1:1')).toBe('2021-11-23T08:30');
  });

  it('a reminder whose due date has passed is obsolete, recorded, told to nobody', () => {
    const story = given({ downtime: ['2021-10-25', '2021-11-16T10:00'] })
      .inProgress()
      .until('2021-11-17');
    const event = story.event('M1:reminder2:1');
    expect(event).toMatchObject({ type: 'reminderSkipped', reason: 'obsolete', at: at('2021-10-26T08:30') });
    expect(event && toldOf(event).to).toEqual([]);
  });

  it('a reminder whose successor has passed is obsolete, the successor itself is sent', () => {
    const story = given({ downtime: ['2021-10-18', '2021-10-27T10:00'] })
      .inProgress()
      .until('2021-10-28');
    expect(story.event('M1:reminder1:1')).toMatchObject({ type: 'reminderSkipped', reason: 'obsolete' });
    expect(story.event('M1:reminder2:1')).toMatchObject({
      type: 'reminded',
      at: at('2021-10-26T08:30'),
      recordedAt: at('2021-10-27T10:00'),
    });
  });

  it('a standing with a later one is obsolete, and keeps the report for the later', () => {
    const story = given({ downtime: ['2021-11-18', '2021-11-27T10:00'] })
      .listed()
      .give('2021-11-15T10:00', 'reportProgress')
      .until('2021-11-28');
    expect(story.event('listing/1:standing1:1')).toMatchObject({
      type: 'standingSkipped',
      reason: 'obsolete',
    });
    expect(story.event('listing/1:standing2:1')).toMatchObject({ type: 'standingReported', report: 'given' });
  });

  it('a skip happens once and never again', () => {
    const story = given({ downtime: ['2021-10-18', '2021-11-16T10:00'] })
      .inProgress()
      .until('2022-12-31');
    const skips = story.log.filter(({ type }) => type === 'reminderSkipped').map(keyOf);
    expect(skips).toEqual(['M1:reminder1:1', 'M1:reminder2:1']);
  });
});

describe('the next alarm', () => {
  it('of an item that is closed or terminated is none, for good', () => {
    for (const story of [given().closed(), given().inProgress().terminated()])
      expect(nextAlarm(story.state, story.rules())).toBeNull();
  });

  it('of any other is never in the past', () => {
    const story = given().inProgress();
    for (const when of ['2021-10-19T08:30', '2021-10-30', '2021-11-12T08:30', '2022-03-31']) {
      const until = story.until(when);
      expect(nextAlarm(until.state, until.rules())?.at).toBeGreaterThan(at(when));
    }
  });

  it('has a key of its own: epoch and number tell it from any other', () => {
    const story = given()
      .listed()
      .give('2021-11-15T10:00', 'requestExtension', { milestone: 'M1', to: '2021-12-31' })
      .give('2021-11-16T10:00', 'grantExtension', { milestone: 'M1' })
      .until('2022-12-31');
    const keys = story.log.map(keyOf).filter((key) => key !== null);
    expect(keys).toContain('M1:overdue:1');
    expect(keys).toContain('M1:overdue:2');
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has a key of its own also when an item is handed out twice at one instant', () => {
    const story = given()
      .listed()
      .give('2021-11-15T10:00', 'reassign', { unit: 'U2' })
      .give('2021-11-15T10:00', 'reassign', { unit: 'U3' });
    const keys = story.log.map(keyOf).filter((key) => key !== null);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
