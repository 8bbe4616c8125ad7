/** The risk colour, sentence by sentence as the design has it. */
import { describe, expect, it } from 'vitest';
import { lightOf } from '../../src/domain/light.js';
import { at, given, milestone, type Story } from './support/story.js';

const m1 = { milestone: 'M1' };
const two = given({
  milestones: [milestone('M1', '2021-10-29'), milestone('M2', '2022-12-30')],
}).inProgress();
const started = given().inProgress();
const rule = (story: Story, when: string) => {
  const until = story.until(when);
  const { light, rule: why, milestone: decides } = lightOf(until.state, at(when), until.rules());
  return [light, why, decides];
};

describe('a milestone is', () => {
  it('blue when accepted', () => {
    expect(two.accepted().milestoneLight('2021-09-24')).toBe('blue');
  });

  it('grey when dropped', () => {
    const story = two
      .give('2021-09-22', 'requestChange', { change: { drop: 'M2' } })
      .give('2021-09-22', 'grantChange');
    expect(story.milestoneLight('2021-09-23', 'M2')).toBe('grey');
  });

  it('grey while its item is not handed out, suspended or terminated', () => {
    expect(given().milestoneLight('2021-11-30')).toBe('grey');
    expect(started.suspended().milestoneLight('2021-11-30')).toBe('grey');
    expect(started.terminated().milestoneLight('2021-11-30')).toBe('grey');
  });

  it('blue when accepted though its item is suspended or terminated', () => {
    expect(two.accepted().give('2021-09-24', 'terminate').milestoneLight('2021-11-30')).toBe('blue');
  });

  it('red when overdue, from 24:00 of its date', () => {
    expect(started.milestoneLight('2021-10-29T23:59:59.999')).toBe('yellow');
    expect(started.milestoneLight('2021-10-30T00:00')).toBe('red');
  });

  it('green before its first reminder, yellow from that moment', () => {
    expect(started.milestoneLight('2021-10-19T08:29:59.999')).toBe('green');
    expect(started.milestoneLight('2021-10-19T08:30')).toBe('yellow');
  });

  it('yellow at once when the moment of its first reminder is past as it comes into force', () => {
    expect(
      given({ registered: '2021-10-28T08:00' })
        .dispatched('2021-10-28T09:00')
        .milestoneLight('2021-10-28T09:00'),
    ).toBe('yellow');
  });

  it('green under review before due, whatever the reminders', () => {
    const story = started.give('2021-10-20T10:00', 'submitEvidence', m1);
    expect(story.milestoneLight('2021-10-27')).toBe('green');
  });

  it('yellow when past due while it lies with the office', () => {
    const story = started.give('2021-10-20T10:00', 'submitEvidence', m1);
    expect(story.milestoneLight('2021-10-29T23:59')).toBe('green');
    expect(story.milestoneLight('2021-10-30')).toBe('yellow');
    expect(story.milestoneLight('2022-10-30')).toBe('yellow');
  });

  it('red when late evidence is under review', () => {
    expect(started.give('2021-11-02T10:00', 'submitEvidence', m1).milestoneLight('2021-11-03')).toBe('red');
  });
});

describe('an item is', () => {
  it('as bad as its worst open milestone, which is named', () => {
    expect(rule(two, '2021-10-11')).toEqual(['green', 'on_track', 'M1']);
    expect(rule(two, '2021-10-20')).toEqual(['yellow', 'reminded', 'M1']);
    expect(rule(two, '2021-11-20')).toEqual(['red', 'overdue', 'M1']);
    expect(rule(two.accepted(), '2021-11-20')).toEqual(['green', 'on_track', 'M2']);
  });

  it('blue when completed or closed', () => {
    expect(rule(given().completed(), '2021-11-30')).toEqual(['blue', 'completed', null]);
    expect(rule(given().closed(), '2021-11-30')).toEqual(['blue', 'closed', null]);
  });

  it('green when all is accepted, also in closing review', () => {
    expect(rule(started.accepted(), '2022-06-30')).toEqual(['green', 'all_accepted', null]);
    expect(rule(given().inClosingReview(), '2022-06-30')).toEqual(['green', 'all_accepted', null]);
  });

  it('yellow in progress without any milestone', () => {
    expect(rule(given({ milestones: [] }).inProgress(), '2021-09-30')).toEqual([
      'yellow',
      'no_milestone',
      null,
    ]);
  });

  it('yellow when all its milestones were dropped', () => {
    const story = started
      .give('2021-09-22', 'requestChange', { change: { drop: 'M1' } })
      .give('2021-09-22', 'grantChange');
    expect(story.light('2021-09-23')).toBe('yellow');
  });

  it('grey while not handed out, suspended or terminated, whatever its milestones', () => {
    expect(rule(given(), '2021-11-30')).toEqual(['grey', 'not_handed_out', null]);
    expect(
      rule(two.until('2021-11-20').give('2021-11-20', 'suspend', { until: '2022-01-31' }), '2021-11-21'),
    ).toEqual(['grey', 'suspended', null]);
    expect(rule(two.terminated(), '2021-11-30')).toEqual(['grey', 'terminated', null]);
  });

  it('not coloured by open cases, however late they are', () => {
    const story = given({ milestones: [milestone('M1', '2022-12-30')] }).dispatched();
    expect(story.until('2022-06-30').state.cases[0]?.overAt).not.toBeNull();
    expect(story.light('2022-06-30')).toBe('green');
  });
});
