/** What is shown of an item from outside, and its promise: when it next moves by itself. */
import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../src/domain/instants.js';
import { standingOf } from '../../src/domain/standing.js';
import { at, given, keyOf, milestone, type Story } from './support/story.js';

const standing = (story: Story, when: string) => {
  const until = story.until(when);
  return standingOf(until.state, at(when), until.rules());
};
const promise = (story: Story, when: string) => {
  const { nextAlarm } = standing(story, when);
  return nextAlarm && `${formatInstant(nextAlarm.at)} ${nextAlarm.key}`;
};
const started = given().inProgress();

describe('a standing', () => {
  it('says lifecycle, light, level, counts and who owes', () => {
    const story = given({ milestones: [milestone('M1', '2021-10-29'), milestone('M2', '2022-12-30')] })
      .listed()
      .give('2021-11-15T10:00', 'callInterview');
    expect(standing(story, '2021-11-15T12:00')).toMatchObject({
      version: story.state.version,
      lifecycle: 'in_progress',
      suspended: false,
      light: 'red',
      level: 'listed_1',
      openMilestones: 2,
      overdueMilestones: 1,
      owes: ['unit', 'supervision_head'],
      done: false,
    });
    expect(standing(started.suspended(), '2021-09-20')).toMatchObject({ suspended: true, light: 'grey' });
  });

  it('is done only when nothing will ever happen by itself again', () => {
    expect(standing(given().closed(), '2021-11-30')).toMatchObject({ done: true, nextAlarm: null });
    expect(standing(started.terminated(), '2021-11-30')).toMatchObject({ done: true, nextAlarm: null });
    expect(standing(given().completed(), '2021-11-30')).toMatchObject({ done: false });
  });
});

describe('the promise', () => {
  it.each([
    ['2021-09-20', '2021-10-19T08:30 M1:reminder1:1'],
    ['2021-10-19T08:30', '2021-10-26T08:30 M1:reminder2:1'],
    ['2021-10-29', '2021-10-30T00:00 M1:overdue:1'],
    ['2021-10-30', '2021-11-01T08:30 M1:urge1:1'],
    ['2021-11-12T08:30', '2021-11-19T08:30 listing/1:standing1:1'],
  ])('at %s is %s', (when, alarm) => {
    expect(promise(started, when)).toBe(alarm);
  });

  it('is kept: what happens next, happens then and under that key', () => {
    const days = Array.from({ length: 120 }, (_, day) =>
      formatInstant(at('2021-09-14T10:00') + day * 86_400_000),
    );
    for (const when of days) {
      const before = started.until(when);
      const next = standing(before, when).nextAlarm;
      if (!next) throw new Error('an open item always has something ahead');
      const { brought } = before.until(formatInstant(next.at));
      expect(brought.map(keyOf)).toContain(next.key);
      expect(brought.every((event) => event.at === next.at)).toBe(true);
    }
  });

  it('while suspended is the suspension’s own end and nothing else', () => {
    expect(promise(started.suspended('2021-09-16T10:00', '2021-12-31'), '2021-11-30')).toBe(
      '2022-01-01T00:00 suspension/1:over:1',
    );
  });

  it('of an item nobody hands out is the office’s', () => {
    expect(promise(given(), '2021-09-13T08:00')).toBe('2021-09-19T00:00 handing_out/1:over:1');
  });
});
