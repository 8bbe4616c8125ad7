/** Why an item has its colour, and the shortest way back to green. */
import { describe, expect, it } from 'vitest';
import { explain } from '../../src/domain/explain.js';
import { formatInstant } from '../../src/domain/instants.js';
import { staircaseOf } from '../../src/domain/staircase.js';
import { at, given, milestone, type Story } from './support/story.js';

const m1 = { milestone: 'M1' };
const started = given().inProgress();

const explained = (story: Story, when: string) => {
  const until = story.until(when);
  return explain(until.state, at(when), until.rules());
};
const first = (story: Story, when: string) => {
  const found = explained(story, when).milestones[0];
  if (!found) throw new Error('no milestone to explain');
  return found;
};
const ahead = (story: Story, when: string) =>
  first(story, when).ahead.map((rung) => `${formatInstant(rung.at)} ${rung.rung}`);

describe('an explanation', () => {
  it('says the rule, the clock, the calendar days and who owes', () => {
    const story = started.give('2021-11-04T10:00', 'requestExtension', { ...m1, to: '2021-12-31' });
    expect(explained(story, '2021-11-08T10:00')).toMatchObject({
      light: 'red',
      rule: 'overdue',
      milestone: 'M1',
      level: 'lettered',
      milestones: [{ due: '2021-10-29', firstDue: '2021-10-29', daysOverdue: 10, daysLeft: -10, marks: 6 }],
      owed: [{ case: 'extension/M1/1', by: 'leader_in_charge', over: false }],
    });
  });

  it('counts days left before due, and days overdue only while overdue', () => {
    expect(first(started, '2021-10-19T10:00')).toMatchObject({ daysLeft: 10, daysOverdue: 0, marks: 0 });
    const waiting = started.give('2021-10-28T10:00', 'submitEvidence', m1);
    expect(first(waiting, '2021-11-08T10:00')).toMatchObject({ daysLeft: -10, daysOverdue: 0, marks: 0 });
  });

  it('keeps the count a milestone had when it was accepted', () => {
    const story = started
      .give('2021-11-04T10:00', 'submitEvidence', m1)
      .give('2021-11-04T11:00', 'acceptEvidence', m1);
    expect(first(story, '2022-06-30')).toMatchObject({ marks: 4, daysOverdue: 0, light: 'blue' });
  });
});

describe('what still comes if nobody acts', () => {
  it('before due: reminders and overdue', () => {
    expect(ahead(started, '2021-09-20')).toEqual([
      '2021-10-19T08:30 reminder1',
      '2021-10-26T08:30 reminder2',
      '2021-10-30T00:00 overdue',
    ]);
  });

  it('after due: the rungs not yet fired, at the very instants at which they then happen', () => {
    const coming = ahead(started, '2021-11-03T12:00');
    expect(coming).toEqual([
      '2021-11-05T08:30 letter',
      '2021-11-12T08:30 listing1',
      '2021-11-26T08:30 listing2',
      '2021-12-10T08:30 interview',
      '2021-12-24T08:30 listing3',
    ]);
    const later = started.until('2021-12-31');
    for (const line of coming) {
      const [when, rung] = line.split(' ');
      expect(later.when(`M1:${rung}:1`)).toBe(when);
    }
  });

  it('no rung that joins what stands already, as it then does', () => {
    const listed = started
      .give('2021-11-03T10:00', 'proposeListing', { level: 2 })
      .give('2021-11-03T11:00', 'signListing');
    expect(ahead(listed, '2021-11-03T12:00')).toEqual([
      '2021-12-10T08:30 interview',
      '2021-12-24T08:30 listing3',
    ]);
    const joined = listed.until('2021-12-31').brought.filter(({ type }) => type === 'rungJoined');
    expect(joined).toMatchObject([
      { key: 'M1:letter:1' },
      { key: 'M1:listing1:1' },
      { key: 'M1:listing2:1' },
    ]);
    expect(
      staircaseOf(listed.state, [], at('2021-11-03T12:00'), listed.rules())?.rungs.map(({ rung }) => rung),
    ).toEqual(['interview', 'listing3']);
  });

  it('no reminder that would be skipped', () => {
    expect(ahead(started.give('2021-10-18T10:00', 'submitEvidence', m1), '2021-10-18T12:00')).toEqual([]);
  });

  it('nothing while held, suspended or done', () => {
    expect(ahead(started.give('2021-11-02T10:00', 'submitEvidence', m1), '2021-11-03')).toEqual([]);
    expect(ahead(started.suspended(), '2021-11-03')).toEqual([]);
    expect(ahead(started.accepted(), '2021-11-03')).toEqual([]);
  });
});

describe('since when it has not lain with the unit', () => {
  it.each([
    ['under_review', started.give('2021-09-22T10:00', 'submitEvidence', m1), '2021-09-22T10:00'],
    [
      'extension_asked',
      started.give('2021-09-22T10:00', 'requestExtension', { ...m1, to: '2021-12-31' }),
      '2021-09-22T10:00',
    ],
    ['suspended', started.suspended('2021-09-16T10:00'), '2021-09-16T10:00'],
    ['not_handed_out', given(), '2021-09-13T08:00'],
  ] as const)('%s', (cause, story, since) => {
    expect(first(story, '2021-11-30').heldSince).toEqual({ at: at(since), cause });
  });

  it('is not said while it does, or once it is done', () => {
    expect(first(started, '2021-11-30').heldSince).toBeNull();
    expect(first(started.accepted(), '2021-11-30').heldSince).toBeNull();
  });
});

it('says who is named as holding the unit up, and stays red', () => {
  const story = started.give('2021-11-01T10:00', 'raiseObstacle', { text: '堵点', named: 'director' });
  expect(explained(story, '2021-11-03')).toMatchObject({
    light: 'red',
    blockedBy: [{ case: 'obstacle/1', by: 'director', since: at('2021-11-01T10:00') }],
  });
  const answered = story.give('2021-11-02T10:00', 'answerObstacle', { obstacle: 'obstacle/1' });
  expect(explained(answered, '2021-11-03').blockedBy).toEqual([]);
});

describe('the shortest way back to green', () => {
  const wayBack = (story: Story, when: string) => explained(story, when).wayBack;

  it('is nothing when it is green, or finished', () => {
    expect(wayBack(started, '2021-09-20')).toEqual([]);
    expect(wayBack(given().completed(), '2021-11-30')).toEqual([]);
    expect(wayBack(started.terminated(), '2021-11-30')).toEqual([]);
  });

  it('is to submit evidence of each milestone that is not green, the earliest first', () => {
    const three = given({
      milestones: [
        milestone('M1', '2021-11-03'),
        milestone('M2', '2021-10-29'),
        milestone('M3', '2022-12-30'),
      ],
    }).inProgress();
    expect(wayBack(three, '2021-11-10')).toEqual([
      { step: 'submit_evidence', milestone: 'M2', byUnit: true },
      { step: 'submit_evidence', milestone: 'M1', byUnit: true },
    ]);
  });

  it('is the office’s to go when evidence is under review', () => {
    const story = started.give('2021-10-28T10:00', 'submitEvidence', m1);
    expect(wayBack(story, '2021-11-10')).toEqual([
      { step: 'accept_evidence', milestone: 'M1', byUnit: false },
    ]);
  });

  it('begins with signing for the item, since nothing can be handed in before', () => {
    const unsigned = given().dispatched();
    expect(wayBack(unsigned, '2021-11-01')).toEqual([
      { step: 'acknowledge', byUnit: true },
      { step: 'submit_evidence', milestone: 'M1', byUnit: true },
    ]);
  });

  it('is the decision of an extension while that is what keeps the milestone past its date', () => {
    const asked = started.give('2021-09-27T10:00', 'requestExtension', { milestone: 'M1', to: '2021-12-31' });
    expect(wayBack(asked, '2021-11-01')).toEqual([
      { step: 'decide_extension', milestone: 'M1', byUnit: false },
    ]);
  });

  it('is to resume, to hand out, or to propose milestones', () => {
    expect(wayBack(started.suspended(), '2021-11-10')).toEqual([{ step: 'resume', byUnit: false }]);
    expect(wayBack(given(), '2021-11-10')).toEqual([{ step: 'hand_out', byUnit: false }]);
    expect(wayBack(given({ milestones: [] }).inProgress(), '2021-09-20')).toEqual([
      { step: 'propose_milestones', byUnit: true },
    ]);
  });

  it('leads there: whoever goes it sees green', () => {
    const red = started.until('2021-11-10T10:00');
    expect(red.light('2021-11-10T10:00')).toBe('red');
    const submitted = red.give('2021-11-10T11:00', 'submitEvidence', m1);
    expect(wayBack(submitted, '2021-11-10T12:00')).toEqual([
      { step: 'accept_evidence', milestone: 'M1', byUnit: false },
    ]);
    expect(submitted.give('2021-11-10T12:00', 'acceptEvidence', m1).light('2021-11-10T12:00')).toBe('green');
  });
});

it('a step ahead that rests on a year not yet published is provisional', () => {
  const story = given({ milestones: [milestone('M1', '2021-12-24')], knownYears: [2021] }).inProgress();
  const shown = explain(story.until('2021-12-27').state, at('2021-12-27'), story.rules()).milestones[0];
  const provisional = shown?.ahead.map(({ rung, provisional: is }) => `${rung} ${is}`);
  expect(provisional?.slice(0, 3)).toEqual(['urge1 false', 'urge2 false', 'letter false']);
  expect(provisional?.slice(3)).toEqual([
    'listing1 true',
    'listing2 true',
    'interview true',
    'listing3 true',
  ]);
});
