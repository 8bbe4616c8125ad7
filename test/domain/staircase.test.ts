/** The ladder over real days: what counted, what did not and why, what became of each rung. */
import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../src/domain/instants.js';
import { stairFacts } from '../../src/domain/stair-rungs.js';
import { staircaseOf } from '../../src/domain/staircase.js';
import { at, given, milestone, type Story } from './support/story.js';

const m1 = { milestone: 'M1' };
const started = given().inProgress();

const staircase = (story: Story, when: string) => {
  const until = story.until(when);
  const log = until.log.filter(({ type }) => stairFacts.includes(type));
  const found = staircaseOf(until.state, log, at(when), until.rules());
  if (!found) throw new Error('no milestone to lay out');
  return found;
};

const dayOf = (story: Story, when: string, date: string) =>
  staircase(story, when).days.find((day) => day.date === date);

const rung = (story: Story, when: string, name: string) =>
  staircase(story, when).rungs.find((one) => one.rung === name);

/** Due on the last day of 2022, as in the plan's own example of a year that begins with a long holiday. */
const overNewYear = given({ milestones: [milestone('M1', '2022-12-31')] }).inProgress();

describe('the days of an overdue milestone', () => {
  const days = staircase(overNewYear, '2023-03-03T09:00').days;

  it('begin with the day after the date and look three weeks ahead', () => {
    expect([days[0]?.date, days.at(-1)?.date]).toEqual(['2023-01-01', '2023-03-24']);
  });

  it('count each working morning once, make-up days too, holidays and weekends not', () => {
    expect(days.filter(({ mark }) => mark !== null).map(({ mark }) => mark)).toEqual(
      Array.from({ length: 56 }, (_, index) => index + 1),
    );
    expect(dayOf(overNewYear, '2023-03-03T09:00', '2023-03-03')).toMatchObject({ kind: 'working', mark: 41 });
    expect(dayOf(overNewYear, '2023-03-03T09:00', '2023-01-28')).toMatchObject({ kind: 'make_up' });
    expect(dayOf(overNewYear, '2023-03-03T09:00', '2023-01-24')).toMatchObject({
      kind: 'holiday',
      mark: null,
    });
    expect(dayOf(overNewYear, '2023-03-03T09:00', '2023-02-04')).toMatchObject({
      kind: 'weekend',
      mark: null,
    });
  });

  it('name the long holidays among them', () => {
    expect(staircase(overNewYear, '2023-03-03T09:00').breaks).toEqual([
      { from: '2023-01-01', days: 2, festival: 'new_year' },
      { from: '2023-01-21', days: 7, festival: 'spring_festival' },
    ]);
  });

  it('say why a working morning did not count', () => {
    const reviewed = started
      .give('2021-11-04T10:00', 'submitEvidence', m1)
      .give('2021-11-09T10:00', 'returnEvidence', m1);
    expect(dayOf(reviewed, '2021-11-12T10:00', '2021-11-08')).toMatchObject({
      hold: 'under_review',
      mark: null,
    });
    expect(dayOf(reviewed, '2021-11-12T10:00', '2021-11-09')).toMatchObject({
      hold: 'under_review',
      mark: null,
    });
    expect(dayOf(reviewed, '2021-11-12T10:00', '2021-11-10')).toMatchObject({ hold: null, mark: 5 });
  });

  it('leave out what does not change for long, and say how much', () => {
    const long = staircase(started, '2023-10-31T10:00');
    const [gap, another] = long.leftOut;
    expect(another).toBeUndefined();
    const index = long.days.findIndex(({ date }) => date === gap?.after);
    const next = long.days[index + 1];
    expect((at(`${next?.date}T00:00`) - at(`${gap?.after}T00:00`)) / 86_400_000 - 1).toBe(gap?.days);
    expect(long.days.length).toBeLessThan(130);
  });
});

describe('the rungs', () => {
  it('before the date: reminders, overdue and what would follow, each with its instant', () => {
    const { rungs, overdue, days } = staircase(started, '2021-10-20T10:00');
    expect(overdue).toBe(false);
    expect(rungs.map(({ rung: name, state, at: when }) => `${formatInstant(when)} ${name} ${state}`)).toEqual(
      [
        '2021-10-19T08:30 reminder1 done',
        '2021-10-26T08:30 reminder2 ahead',
        '2021-10-30T00:00 overdue ahead',
        '2021-11-01T08:30 urge1 ahead',
        '2021-11-03T08:30 urge2 ahead',
        '2021-11-05T08:30 letter ahead',
        '2021-11-12T08:30 listing1 ahead',
        '2021-11-26T08:30 listing2 ahead',
        '2021-12-10T08:30 interview ahead',
        '2021-12-24T08:30 listing3 ahead',
      ],
    );
    expect([days[0]?.date, days.at(-1)?.date]).toEqual(['2021-10-19', '2021-11-19']);
  });

  it('foreseen before the date are those that then happen', () => {
    const later = started.until('2021-12-31');
    for (const { rung: name, at: when } of staircase(started, '2021-10-20T10:00').rungs.slice(1))
      expect(later.when(`M1:${name}:1`)).toBe(formatInstant(when));
  });

  it('a proposal waits for its signature, and is signed', () => {
    expect(rung(started, '2021-11-29T10:00', 'listing2')).toMatchObject({
      state: 'awaiting_signature',
      mark: 20,
    });
    const signed = started.give('2021-11-30T10:00', 'signListing');
    expect(rung(signed, '2021-12-01T10:00', 'listing2')).toMatchObject({
      state: 'signed',
      decidedAt: at('2021-11-30T10:00'),
      seq: signed.log.findLast(({ type }) => type === 'listed')?.seq,
    });
  });

  it('a proposal is declined', () => {
    const declined = started.give('2021-11-30T10:00', 'declineListing');
    expect(rung(declined, '2021-12-01T10:00', 'listing2')).toMatchObject({ state: 'declined' });
  });

  it('a letter joins the one that was sent by hand', () => {
    const lettered = started.give('2021-11-02T10:00', 'issueLetter');
    expect(rung(lettered, '2021-11-08T10:00', 'letter')).toMatchObject({ state: 'joined' });
  });

  it('a reminder that came during a review was skipped', () => {
    const submitted = started.give('2021-10-18T10:00', 'submitEvidence', m1);
    expect(rung(submitted, '2021-10-20T10:00', 'reminder1')).toMatchObject({ state: 'skipped' });
  });

  it('nothing is foreseen while evidence is under review or the item suspended', () => {
    const submitted = started.give('2021-11-02T10:00', 'submitEvidence', m1);
    expect(staircase(submitted, '2021-11-03T10:00').rungs.map(({ rung: name }) => name)).toEqual([
      'overdue',
      'urge1',
    ]);
    expect(staircase(started.suspended(), '2021-10-01T10:00').rungs).toEqual([]);
  });
});

it('is of the milestone that is overdue longest, else of the one due first', () => {
  const two = given({
    milestones: [milestone('M1', '2021-11-03'), milestone('M2', '2021-10-29')],
  }).inProgress();
  expect(staircase(two, '2021-10-01T10:00').milestone).toBe('M2');
  expect(staircase(two, '2021-11-10T10:00').milestone).toBe('M2');
});

it('there is none without a milestone in force and open', () => {
  for (const story of [given(), started.accepted()]) {
    const until = story.until('2021-11-03T10:00');
    expect(staircaseOf(until.state, until.log, at('2021-11-03T10:00'), until.rules())).toBeNull();
  }
});
