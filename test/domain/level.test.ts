/** The enforcement level, sentence by sentence as the design has it. */
import { describe, expect, it } from 'vitest';
import { atLeast } from '../../src/domain/level.js';
import { levels } from '../../src/domain/item.js';
import { given, milestone } from './support/story.js';

const m1 = { milestone: 'M1' };
const started = given().inProgress();

describe('the level', () => {
  it.each([
    ['2021-10-31', 'none'],
    ['2021-11-01T08:30', 'urged'],
    ['2021-11-05T08:30', 'lettered'],
    ['2021-11-12T08:30', 'listed_1'],
    ['2021-12-31', 'listed_1'],
  ])('of an item nobody works on is, at %s, %s', (when, level) => {
    expect(started.until(when).level()).toBe(level);
  });

  it('is given by a standing listing', () => {
    for (const level of [1, 2, 3] as const) {
      const story = started
        .give('2021-09-22T10:00', 'proposeListing', { level })
        .give('2021-09-23T10:00', 'signListing');
      expect(story.level()).toBe(`listed_${level}`);
    }
  });

  it('is not raised by a proposal', () => {
    expect(started.give('2021-09-22T10:00', 'proposeListing', { level: 3 }).level()).toBe('none');
  });

  it('ends, as far as urges and letters go, with the milestone', () => {
    const lettered = started.until('2021-11-05T09:00');
    const accepted = lettered
      .give('2021-11-05T10:00', 'submitEvidence', m1)
      .give('2021-11-05T11:00', 'acceptEvidence', m1);
    expect(accepted.level()).toBe('none');
  });

  it('ends, as far as urges and letters go, with its epoch', () => {
    const lettered = started.until('2021-11-05T09:00');
    expect(lettered.give('2021-11-05T10:00', 'reassign', { unit: 'U2' }).level()).toBe('none');
  });

  it('is the strongest step against any open milestone', () => {
    const two = given({
      milestones: [milestone('M1', '2021-10-29'), milestone('M2', '2022-12-30')],
    }).inProgress();
    const story = two
      .give('2021-09-22T10:00', 'issueLetter', { milestone: 'M2' })
      .give('2021-09-22T11:00', 'urge', m1);
    expect(story.level()).toBe('lettered');
    expect(story.accepted('M2', '2021-09-23T10:00', '2021-09-23T11:00').level()).toBe('urged');
  });

  it('of a listing ends only by delist', () => {
    const story = given()
      .listed()
      .give('2021-11-15T10:00', 'submitEvidence', m1)
      .give('2021-11-16T10:00', 'acceptEvidence', m1);
    expect(story.until('2023-01-31').level()).toBe('listed_1');
  });
});

it('levels are ordered from none to listed_3', () => {
  for (const [i, a] of levels.entries())
    for (const [j, b] of levels.entries()) expect(atLeast(a, b)).toBe(i >= j);
});
