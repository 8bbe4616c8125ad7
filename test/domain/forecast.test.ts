import { describe, expect, it } from 'vitest';
import { forecast, underPolicy, type Moment } from '../../src/domain/forecast.js';
import { formatInstant } from '../../src/domain/instants.js';
import { settle } from '../../src/domain/settle.js';
import { at, given, milestone, type Story } from './support/story.js';

const ahead = (story: Story, from: string, until: string): readonly Moment[] =>
  forecast(story.state, at(from), at(until), story.context);

const lines = (moments: readonly Moment[]): readonly string[] =>
  moments.flatMap(({ at: instant, happens }) =>
    happens.flatMap(({ key }) => (key === null ? [] : [`${formatInstant(instant)} ${key}`])),
  );

const turns = (moments: readonly Moment[]): readonly string[] =>
  moments.flatMap(({ at: instant, light, level }) => [
    ...(light ? [`${formatInstant(instant)} ${light.from} to ${light.to}`] : []),
    ...(level ? [`${formatInstant(instant)} ${level.from} to ${level.to}`] : []),
  ]);

const [now, until] = ['2021-09-15T12:00', '2021-12-31T12:00'];

describe('the forecast', () => {
  const silent = given().inProgress().until(now);

  it('says exactly what comes about when nobody acts', () => {
    const after = silent.until(until);
    const foreseen = ahead(silent, now, until).flatMap(({ happens }) => happens.map(({ event }) => event));
    expect(foreseen).toEqual(after.log.slice(silent.log.length));
  });

  it('says whom a step tells, and on which paper', () => {
    const letter = ahead(silent, now, until)
      .flatMap(({ happens }) => happens)
      .find(({ key }) => key === 'M1:letter:1');
    expect(letter?.told.to).toEqual(['unit_head', 'supervision_head']);
    expect(letter?.document).toBe('supervision_letter');
  });

  it('says when colour and level turn, and from what to what', () => {
    expect(turns(ahead(silent, now, '2021-11-30T12:00'))).toEqual([
      '2021-10-19T08:30 green to yellow',
      '2021-10-30T00:00 yellow to red',
      '2021-11-01T08:30 none to urged',
      '2021-11-05T08:30 urged to lettered',
      '2021-11-12T08:30 lettered to listed_1',
    ]);
  });

  it('shows a date that passes silently while evidence is under review', () => {
    const submitted = silent.give('2021-10-28T16:00', 'submitEvidence', { milestone: 'M1' });
    const [passing] = ahead(submitted, '2021-10-28T17:00', '2021-10-30T12:00').filter(({ light }) => light);
    expect(passing).toMatchObject({
      at: at('2021-10-30T00:00'),
      happens: [],
      light: { from: 'green', to: 'yellow' },
      level: null,
    });
  });

  it('begins after now and ends with its last instant', () => {
    const moments = lines(ahead(silent, '2021-10-30T00:00', '2021-11-01T08:30'));
    expect(moments).toEqual(['2021-11-01T08:30 M1:urge1:1']);
  });

  it('counts what is due and not yet settled as having happened', () => {
    expect(ahead(silent, '2021-12-01T12:00', '2022-01-31T12:00')).toEqual(
      ahead(silent.until('2021-12-01T12:00'), '2021-12-01T12:00', '2022-01-31T12:00'),
    );
  });

  it.each([
    ['closed', given().closed(), '2021-09-28T12:00'],
    ['terminated', given().terminated(), '2021-09-17T12:00'],
  ])('of an item that is %s is empty', (_, story, from) => {
    expect(ahead(story, from, '2025-12-31T12:00')).toEqual([]);
  });

  it('of a suspended item holds nothing but the end of the suspension being owed', () => {
    const story = given().inProgress().suspended();
    expect(lines(ahead(story, '2021-09-16T11:00', '2022-01-14T12:00'))).toEqual([
      '2022-01-01T00:00 suspension/1:over:1',
      '2022-01-10T08:30 suspension/1:up1:1',
    ]);
  });

  it('leaves the state it was asked of as it was', () => {
    const before = JSON.stringify(silent.state);
    ahead(silent, now, until);
    underPolicy(silent.state, at(now), { rungs: { letter: 2 } }, silent.context);
    expect(JSON.stringify(silent.state)).toBe(before);
  });
});

describe('the forecast under another policy', () => {
  const overdue = given({ milestones: [milestone('M1', '2021-10-29')] })
    .inProgress()
    .until('2021-11-02T12:00');
  const under = (story: Story, from: string, overrides: Parameters<typeof underPolicy>[2]) =>
    forecast(
      underPolicy(story.state, at(from), overrides, story.context),
      at(from),
      at('2021-11-12T12:00'),
      story.context,
    );

  it('is what adopting it now would bring about', () => {
    const adopted = overdue.give('2021-11-02T12:00', 'adoptPolicy', {
      policy: { ...overdue.state.policy, version: 2, rungs: { ...overdue.state.policy.rungs, letter: 3 } },
    });
    expect(lines(under(overdue, '2021-11-02T12:00', { rungs: { letter: 3 } }))).toEqual(
      lines(ahead(adopted, '2021-11-02T12:00', '2021-11-12T12:00')),
    );
  });

  it('moves what is to come, not what has been', () => {
    expect(lines(under(overdue, '2021-11-02T12:00', { rungs: { urge1: 9, letter: 1 } }))).toEqual([
      '2021-11-03T08:30 M1:urge2:1',
      '2021-11-03T08:30 M1:letter:1',
      '2021-11-12T08:30 M1:listing1:1',
    ]);
  });

  it('of an item that adopts none any more is the present one', () => {
    const story = given().closed();
    expect(underPolicy(story.state, at('2021-10-08T12:00'), { morning: '09:00' }, story.context)).toEqual(
      settle(story.state, [], at('2021-10-08T12:00'), story.context).state,
    );
  });
});
