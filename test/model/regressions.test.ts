/** What random lives found, as short as it could be made. */
import { describe, expect, it } from 'vitest';
import { marksOf } from '../../src/domain/ladder.js';
import { at, given, keyOf, milestone } from '../domain/support/story.js';

const far = { milestones: [milestone('M1', '2022-12-30')] };
const started = given(far).inProgress();

describe('a calendar adopted while the item is suspended', () => {
  // 2021-11-15, and what of it is lost in (11-10, 11-24]: ten working days.
  const suspended = started
    .give('2021-11-08T10:00', 'submitEvidence', { milestone: 'M1' })
    .give('2021-11-10T10:00', 'suspend', { until: '2021-12-31' });

  it('without it, an open term moves by the working days of the suspension', () => {
    expect(suspended.give('2021-11-24T10:00', 'resume').state.cases[0]?.until).toBe('2021-11-29');
  });

  it('and the same calendar adopted meanwhile makes no difference', () => {
    const story = suspended
      .give('2021-11-22T10:00', 'adoptCalendar', { version: 1 })
      .give('2021-11-24T10:00', 'resume');
    expect(story.state.cases[0]?.until).toBe('2021-11-29');
  });
});

describe('a report that is not owed from the quarter’s end but from a later midnight', () => {
  it('is owed by the unit the item went to 5 working days after that day', () => {
    const story = started.give('2022-01-05T00:00', 'reassign', { unit: 'U2' });
    expect(story.state.cases[0]).toMatchObject({ id: 'report/2021Q4/1', until: '2022-01-12' });
  });

  it('is owed 5 working days after it was handled, after an outage', () => {
    const story = given({ ...far, downtime: ['2021-12-25', '2022-01-05T00:00'] })
      .inProgress()
      .until('2022-01-05T00:00');
    expect(story.state.cases[0]).toMatchObject({ id: 'report/2021Q4/1', until: '2022-01-12' });
  });
});

it('an item handed out again takes the steps missed under its new policy on the next morning, dated then', () => {
  // Owed by 2021-09-29, over since; its mornings are 09-30, 10-08, 10-09, 10-11, 10-12.
  const declined = started
    .give('2021-09-15T10:00', 'requestChange', { change: { note: '' } })
    .give('2021-10-08T10:00', 'reassign', { unit: 'U2' })
    .give('2021-10-09T10:00', 'declineDispatch')
    .withPolicy({ nextStep: 1 });
  const story = declined.give('2021-10-10T10:00', 'dispatch').until('2021-10-12');
  const step = story.log.find((event) => keyOf(event) === 'change/1:up1:1');
  expect(step?.at).toBe(at('2021-10-11T08:30'));
});

it('an item handed out again after it was overdue counts its mornings from then, not those before', () => {
  const story = given()
    .dispatched()
    .give('2021-11-04T10:00', 'declineDispatch')
    .give('2021-11-15T10:00', 'dispatch');
  expect(marksOf(story.state, story.milestone(), at('2021-11-15T10:00'), story.rules())).toBe(0);
});

describe('a policy adopted while the item is suspended that puts a reminder into the past', () => {
  const story = given()
    .inProgress()
    .give('2021-10-11T07:00', 'suspend', { until: '2021-12-31' })
    .withPolicy({ firstReminder: [[null, 20]] });

  it('has it skipped when the suspension ends, not before', () => {
    const resumed = story
      .give('2021-10-11T08:00', 'adoptPolicy', { policy: story.context.policy })
      .give('2021-10-11T10:00', 'resume');
    expect(resumed.event('M1:reminder1:1')).toMatchObject({
      type: 'reminderSkipped',
      reason: 'moment_past',
      at: at('2021-10-11T10:00'),
    });
  });
});

describe('the unit’s own version of a milestone for which it has asked more time', () => {
  const m1 = { milestone: 'M1' };
  const approved = given({ milestones: [milestone('M1', '2021-10-29', { basis: 'proposed' })] })
    .inProgress()
    .give('2021-09-15T10:00', 'requestExtension', { ...m1, to: '2021-12-31' })
    .give('2021-09-16T10:00', 'proposeMilestones', { milestones: [milestone('M1', '2021-11-30')] })
    .give('2021-09-17T10:00', 'approveMilestones');

  it('ends the case of the request', () => {
    expect(approved.cases()).toEqual([]);
  });

  it('ends the request, so that it can be asked for again', () => {
    expect(approved.state.extensions).toEqual([]);
    expect(approved.answer('2021-09-22T10:00', 'requestExtension', { ...m1, to: '2022-01-31' })).toBe('done');
  });

  it('ends its hold: the milestone falls overdue when its new date is over', () => {
    expect(approved.until('2021-12-31').when('M1:overdue:2')).toBe('2021-12-01T00:00');
  });
});

it('an obstacle named to a co-unit ends with the change that takes the unit off the item: nobody could answer it', () => {
  const story = given({ ...far, coUnits: ['U2'] })
    .inProgress()
    .give('2021-09-15T10:00', 'raiseObstacle', { named: 'co_unit', unit: 'U2' })
    .give('2021-09-16T10:00', 'requestChange', { change: { coUnits: [] } })
    .give('2021-09-17T10:00', 'grantChange');
  expect(story.cases()).toEqual([]);
});

describe('a calendar that puts a reminder before its date was in force', () => {
  const story = given({ registered: '2021-10-18T08:00' })
    .dispatched('2021-10-18T09:00')
    .withCalendar({
      year: 2021,
      off: ['18', '19', '20', '21', '22', '25', '26'].map((day) => `2021-10-${day}`),
      on: [],
    });

  it('has it skipped when it is adopted, not before', () => {
    const adopted = story.give('2021-10-19T10:00', 'adoptCalendar', { version: 2 });
    expect(adopted.event('M1:reminder1:1')).toMatchObject({
      type: 'reminderSkipped',
      reason: 'moment_past',
      at: at('2021-10-19T10:00'),
    });
  });
});

it('a reminder that another policy puts on the very instant of its adoption is past, as one on the instant of the date', () => {
  const story = started.until('2022-12-20T08:00').withPolicy({ lastReminder: 8 });
  const adopted = story.give('2022-12-20T08:30', 'adoptPolicy', { policy: story.context.policy });
  expect(adopted.event('M1:reminder2:1')).toMatchObject({
    type: 'reminderSkipped',
    reason: 'moment_past',
    at: at('2022-12-20T08:30'),
  });
});
