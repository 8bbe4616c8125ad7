/** What a plan brings to running items: another policy, another calendar, an outage. */
import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../../src/domain/commands.js';
import { marksOf } from '../../../src/domain/ladder.js';
import { at, given, milestone, type Story } from '../support/story.js';

const m1 = { milestone: 'M1' };
const started = given().inProgress();
/** Five counted mornings after Friday 2021-10-29: the letter is out. */
const overdue = started.until('2021-11-05T09:00');

describe('another policy', () => {
  it('keeps steps, counts and terms, and starts what comes after by its own numbers', () => {
    const changed = overdue.withPolicy({ rungs: { listing1: 8 }, terms: { evidence_review: 2 } });
    const story = changed.give('2021-11-05T10:00', 'adoptPolicy', { policy: changed.context.policy });
    expect(story.level()).toBe('lettered');
    expect(story.until('2021-11-11').when('M1:listing1:1')).toBe('2021-11-10T08:30');
    const submitted = story.give('2021-11-08T10:00', 'submitEvidence', m1);
    expect(submitted.state.cases.at(-1)?.until).toBe('2021-11-10');
  });

  it('skips a reminder whose new moment has passed', () => {
    const changed = started.withPolicy({ firstReminder: [[null, 30]] });
    const story = changed.give('2021-10-11T10:00', 'adoptPolicy', { policy: changed.context.policy });
    expect(story.event('M1:reminder1:1')).toMatchObject({
      type: 'reminderSkipped',
      reason: 'moment_past',
      at: at('2021-10-11T10:00'),
    });
  });

  it('never dates such a skip before its adoption', () => {
    const changed = started
      .give('2021-10-11T07:00', 'suspend', { until: '2021-12-31' })
      .give('2021-10-11T10:00', 'resume')
      .withPolicy({ firstReminder: [[null, 18]] });
    const story = changed.give('2021-10-13T10:00', 'adoptPolicy', { policy: changed.context.policy });
    expect(story.when('M1:reminder1:1')).toBe('2021-10-13T10:00');
  });
});

describe('another calendar', () => {
  const firstWeekOff = { year: 2022, off: ['2022-01-04', '2022-01-05', '2022-01-06', '2022-01-07'], on: [] };

  it('recomputes open terms', () => {
    const story = given({ milestones: [milestone('M1', '2022-03-31')] })
      .inProgress()
      .give('2021-12-29T10:00', 'submitEvidence', m1)
      .withCalendar(firstWeekOff);
    expect(story.state.cases[0]?.until).toBe('2022-01-06');
    const adopted = story.give('2021-12-30T10:00', 'adoptCalendar', { version: 2 });
    // Weekends off and that week off: 30, 31, then 3 (no longer a holiday in this edition), 10, 11.
    expect(adopted.state.cases[0]).toMatchObject({ until: '2022-01-11', epoch: 2 });
  });

  it('never moves a term to before the end of today', () => {
    const story = given({ milestones: [milestone('M1', '2022-03-31')], knownYears: [2022] })
      .inProgress()
      .give('2021-09-28T10:00', 'submitEvidence', m1)
      .give('2021-10-01T10:00', 'withdrawEvidence', m1)
      .give('2021-10-01T11:00', 'submitEvidence', m1);
    expect(story.state.cases[0]?.until).toBe('2021-10-08');
    const full = { year: 2021, off: [], on: ['2021-10-02', '2021-10-03'] };
    const adopted = story.withCalendar(full).give('2021-10-07T10:00', 'adoptCalendar', { version: 2 });
    expect(adopted.state.cases[0]?.until).toBe('2021-10-07');
  });

  const shorter = { year: 2021, off: ['2021-10-26', '2021-11-04', '2021-11-10'], on: [] };

  it('gives a reminder that it moves behind us at once, rather than never', () => {
    const story = started.until('2021-10-25T09:00').withCalendar({
      year: 2021,
      off: ['2021-10-25', '2021-10-26', '2021-10-27'],
      on: [],
    });
    const adopted = story.give('2021-10-25T10:00', 'adoptCalendar', { version: 2 });
    expect(adopted.event('M1:reminder2:1')).toMatchObject({ type: 'reminded', at: at('2021-10-25T10:00') });
  });

  it('recomputes coming reminders', () => {
    const story = started.withCalendar(shorter).give('2021-10-20T10:00', 'adoptCalendar', { version: 2 });
    expect(story.until('2021-10-29').when('M1:reminder2:1')).toBe('2021-10-25T08:30');
  });

  it('leaves due dates and counted mornings as they are', () => {
    const story = overdue.withCalendar(shorter).give('2021-11-05T10:00', 'adoptCalendar', { version: 2 });
    expect(story.milestone().due).toBe('2021-10-29');
    expect(marksOf(story.state, story.milestone(), at('2021-11-05T10:00'), story.rules())).toBe(5);
  });

  it('counts the mornings to come', () => {
    const story = overdue.withCalendar(shorter).give('2021-11-05T10:00', 'adoptCalendar', { version: 2 });
    expect(story.until('2021-11-30').when('M1:listing1:1')).toBe('2021-11-15T08:30');
  });

  it('is the one the item runs under from then on', () => {
    const story = overdue.withCalendar(shorter).give('2021-11-05T10:00', 'adoptCalendar', { version: 2 });
    expect(story.state.calendarVersion).toBe(2);
  });
});

describe('an outage of the system', () => {
  /** Friday afternoon, the last day of M1; Monday 2021-11-01 is the working day after it. */
  const friday: Omit<CommandOf<'adoptOutage'>, 'type'> = {
    outage: 1,
    from: at('2021-10-29T14:00'),
    to: at('2021-10-29T18:00'),
    others: [],
  };
  const adopt = (story: Story, when: string, more = friday) => story.give(when, 'adoptOutage', more);

  it('on a milestone’s last day lets the date be over at 24:00 of the working day after', () => {
    const story = adopt(started, '2021-10-29T19:00');
    expect(story.until('2021-11-02').when('M1:overdue:1')).toBe('2021-11-02T00:00');
    expect(story.until('2021-11-03').when('M1:urge1:1')).toBe('2021-11-02T08:30');
    expect(story.milestone().due).toBe('2021-10-29');
  });

  it('makes what is handed in until then in time, and what is taken back too', () => {
    const story = adopt(started, '2021-10-29T19:00').give('2021-11-01T23:59', 'submitEvidence', m1);
    expect(story.milestone().submitted?.inTime).toBe(true);
    expect(story.answer('2021-11-01T23:59', 'withdrawEvidence', m1)).toBe('done');
    expect(story.answer('2021-11-02T00:00', 'withdrawEvidence', m1)).toBe('due_date_over');
    expect(story.give('2021-11-03T10:00', 'acceptEvidence', m1).milestone().onTime).toBe(true);
  });

  it('known only on Monday takes back what came of the date: overdue and urged no more, in a new epoch', () => {
    const story = adopt(started, '2021-11-01T10:00');
    expect(story.event('M1:urge1:1')).toBeDefined();
    expect(story.milestone()).toMatchObject({ overdueAt: null, urges: 0, epoch: 2 });
    expect(story.level()).toBe('none');
    expect(story.milestoneLight('2021-11-01T10:00')).toBe('yellow');
    expect(story.until('2021-11-02').when('M1:overdue:2')).toBe('2021-11-02T00:00');
  });

  it('known only after that day lets the milestone be overdue since then: fewer mornings, and what was done stays done', () => {
    const story = adopt(overdue, '2021-11-05T10:00');
    expect(story.milestone()).toMatchObject({ epoch: 1, overdueAt: at('2021-11-02T00:00'), urges: 2 });
    expect(story.level()).toBe('lettered');
    expect(marksOf(story.state, story.milestone(), at('2021-11-05T10:00'), story.rules())).toBe(4);
    expect(story.until('2021-11-16').when('M1:listing1:1')).toBe('2021-11-15T08:30');
  });

  it('known late lets evidence be in time that was accepted before', () => {
    const accepted = started.accepted('M1', '2021-11-01T09:00', '2021-11-01T10:00');
    expect(accepted.milestone().onTime).toBe(false);
    expect(adopt(accepted, '2021-11-01T12:00').milestone().onTime).toBe(true);
    const later = started.accepted('M1', '2021-11-02T09:00', '2021-11-02T10:00');
    expect(adopt(later, '2021-11-02T12:00').milestone().onTime).toBe(false);
  });

  it('on a day that was over before the item was handed out changes nothing', () => {
    const late = given({ registered: '2021-11-05T08:00' })
      .dispatched('2021-11-05T09:00')
      .until('2021-11-15T09:00');
    expect(adopt(late, '2021-11-15T10:00').facts()).toEqual([]);
  });

  it('known late makes evidence in time that seemed late while it waits for its review', () => {
    const late = started.give('2021-11-01T09:00', 'submitEvidence', m1);
    expect(late.milestone().submitted?.inTime).toBe(false);
    const story = adopt(late, '2021-11-02T10:00');
    expect(story.milestone().submitted?.inTime).toBe(true);
    expect(story.give('2021-11-03T10:00', 'acceptEvidence', m1).milestone().onTime).toBe(true);
  });

  it('never lifts a listing', () => {
    const story = adopt(given().listed(), '2021-11-15T10:00');
    expect(story.level()).toBe('listed_1');
  });

  it('over a weekend reaches the date on the Saturday within it', () => {
    const story = given({ milestones: [milestone('M1', '2021-10-30')] }).inProgress();
    const weekend = { outage: 2, from: at('2021-10-29T20:00'), to: at('2021-10-31T09:00'), others: [] };
    expect(adopt(story, '2021-10-31T10:00', weekend).milestone().dueOverAt).toBe(at('2021-11-02T00:00'));
  });

  it.each([
    ['the day before', '2021-10-28T00:00', '2021-10-29T00:00'],
    ['the day after', '2021-10-30T00:00', '2021-10-30T10:00'],
  ])('on %s changes nothing', (_, from, to) => {
    const story = started.give('2021-10-30T12:00', 'adoptOutage', {
      outage: 1,
      from: at(from),
      to: at(to),
      others: [],
    });
    expect(story.facts()).toEqual([]);
  });

  it('that comes again on the day it was moved to moves it again, whichever is known first', () => {
    const span = { from: at('2021-11-01T16:00'), to: at('2021-11-01T17:00') };
    const monday = { outage: 2, ...span, others: [] };
    const inOrder = adopt(adopt(started, '2021-10-29T19:00'), '2021-11-01T18:00', monday);
    expect(inOrder.milestone().dueOverAt).toBe(at('2021-11-03T00:00'));
    expect(adopt(inOrder, '2021-11-01T19:00').facts()).toEqual([]);
    const backwards = adopt(started, '2021-11-01T18:00', monday);
    expect(adopt(backwards, '2021-11-01T19:00', { ...friday, others: [span] }).milestone().dueOverAt).toBe(
      at('2021-11-03T00:00'),
    );
  });

  it('keeps the day it gave through a suspension', () => {
    const story = adopt(started, '2021-10-29T19:00')
      .give('2021-11-01T10:00', 'suspend', { until: '2021-12-31' })
      .give('2021-11-03T10:00', 'resume');
    expect(story.milestone().due).toBe('2021-11-03');
    expect(story.milestoneLight('2021-11-03T10:00')).toBe('yellow');
  });

  it('is no way to a shorter date: an extension goes beyond the day it gave', () => {
    const story = adopt(started, '2021-10-29T19:00');
    const asked = (to: string) => story.answer('2021-10-29T20:00', 'requestExtension', { ...m1, to });
    expect([asked('2021-11-01'), asked('2021-11-02')]).toEqual(['date_not_future', 'done']);
  });

  it('ends with the date: an extension has its own 24:00', () => {
    const story = adopt(
      started.give('2021-09-27T10:00', 'requestExtension', { ...m1, to: '2021-11-30' }),
      '2021-10-29T19:00',
    ).give('2021-11-01T10:00', 'grantExtension', m1);
    expect(story.milestone().dueOverAt).toBeNull();
    expect(story.until('2021-12-02').when('M1:overdue:2')).toBe('2021-12-01T00:00');
  });

  it('is refused in advance', () => {
    expect(started.answer('2021-10-29T17:00', 'adoptOutage', friday)).toBe('invalid');
  });
});
