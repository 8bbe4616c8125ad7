import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../src/domain/instants.js';
import { previewOf, type Moved } from '../../src/domain/moves.js';
import { withOverrides } from '../../src/domain/policy.js';
import { at, given, milestone, type Story } from './support/story.js';

const shownAt = (instant: number | null) => instant && formatInstant(instant);
const lines = (moved: readonly Moved[] | undefined) =>
  moved?.map(
    ({ kind, subject, rung, from, to }) =>
      `${kind} ${subject}${rung ? `:${rung}` : ''} ${shownAt(from)} > ${shownAt(to)}`,
  );

const overdue = given().inProgress().until('2021-11-02T09:00');
const now = at('2021-11-02T10:00');

const moves = (story: Story, command: Parameters<typeof previewOf>[1], when = now) =>
  lines(previewOf(story.state, command, when, story.context)?.moved);

describe('the dates that would move', () => {
  it('with a year whose days off differ: steps to come, and terms', () => {
    const story = overdue
      .give('2021-11-02T09:30', 'raiseObstacle', { text: 'x' })
      .withCalendar({ year: 2021, off: ['2021-11-04'], on: [] });
    const moved = moves(story, { type: 'adoptCalendar', version: 2 });
    expect(moved?.slice(0, 2)).toEqual([
      'rung M1:letter 2021-11-05T08:30 > 2021-11-08T08:30',
      'rung M1:listing1 2021-11-12T08:30 > 2021-11-15T08:30',
    ]);
    expect(moved).toContain('term obstacle/1 2021-11-10T00:00 > 2021-11-11T00:00');
  });

  it('with a policy: the steps whose numbers changed, and the standing', () => {
    const story = given().listed();
    const policy = withOverrides(story.context.policy, { rungs: { listing2: 15 }, standingEvery: 10 });
    expect(moves(story, { type: 'adoptPolicy', policy }, at('2021-11-15T10:00'))).toEqual([
      'rung M1:listing2 2021-11-26T08:30 > 2021-11-19T08:30',
      'standing listing 2021-11-19T08:30 > 2021-11-26T08:30',
    ]);
  });

  it('with an outage: the end of the date and all that follows from it', () => {
    const story = given({ milestones: [milestone('M1', '2021-10-29'), milestone('M2', '2022-03-31')] })
      .inProgress()
      .until('2021-10-29T18:30');
    const outage = { outage: 1, from: at('2021-10-29T14:00'), to: at('2021-10-29T18:00'), others: [] };
    expect(moves(story, { type: 'adoptOutage', ...outage }, at('2021-10-29T19:00'))).toEqual([
      'due M1 2021-10-30T00:00 > 2021-11-02T00:00',
      'rung M1:overdue 2021-10-30T00:00 > 2021-11-02T00:00',
    ]);
  });

  it('are none for an item that nothing of it reaches', () => {
    const story = given({ milestones: [milestone('M1', '2022-06-30')] }).inProgress();
    const other = story.withCalendar({ year: 2024, off: ['2024-03-04'], on: [] });
    expect(moves(other, { type: 'adoptCalendar', version: 2 })).toEqual([]);
  });
});

it('tells nothing at once where the adoption is all that happens', () => {
  const changed = overdue.withCalendar({ year: 2021, off: ['2021-11-04'], on: [] });
  const preview = previewOf(changed.state, { type: 'adoptCalendar', version: 2 }, now, changed.context);
  expect(preview?.atOnce).toEqual([]);
});

it('leaves the item as it is', () => {
  const before = JSON.stringify(overdue.state);
  previewOf(overdue.state, { type: 'adoptPolicy', policy: overdue.context.policy }, now, overdue.context);
  expect(JSON.stringify(overdue.state)).toBe(before);
});

it('has nothing to say where the command would be refused', () => {
  const closed = given().closed();
  const at2 = at('2021-10-08T10:00');
  expect(
    previewOf(closed.state, { type: 'adoptPolicy', policy: closed.context.policy }, at2, closed.context),
  ).toBeNull();
});
