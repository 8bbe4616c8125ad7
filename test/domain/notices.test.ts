/** Who gets which fact as a person, and when it leaves. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemEvent } from '../../src/domain/events.js';
import { dayOf, formatInstant, startOfDay, timeMs } from '../../src/domain/instants.js';
import { deliverAt, noticesFor, type Addressee, type Posts } from '../../src/domain/notices.js';
import { withOverrides } from '../../src/domain/policy.js';
import { at, calendar, defaultRules, given, keyOf, type Story } from './support/story.js';

const leaves = (cls: 'reminder' | 'urgent' | 'formal', when: string) =>
  formatInstant(deliverAt(cls, at(when), defaultRules));

describe('a reminder joins the morning digest', () => {
  it.each([
    ['2021-11-08T00:00', '2021-11-08T08:30', 'in the night before a working day: that morning'],
    ['2021-11-08T08:30', '2021-11-08T08:30', 'at 08:30 exactly: the digest of that morning'],
    ['2021-11-08T08:30:00.001', '2021-11-09T08:30', 'a moment later: the next morning'],
    ['2021-11-08T12:00', '2021-11-09T08:30', 'in working hours: the next morning'],
    ['2021-11-12T12:00', '2021-11-15T08:30', 'on a Friday: Monday'],
    ['2021-10-30T00:00', '2021-11-01T08:30', 'on a Saturday: Monday'],
    ['2021-09-30T12:00', '2021-10-08T08:30', 'before National Day: after it'],
    ['2021-10-09T07:00', '2021-10-09T08:30', 'on a make-up Saturday: that morning'],
  ])('%s leaves %s, %s', (when, expected) => {
    expect(leaves('reminder', when)).toBe(expected);
  });
});

describe.each(['urgent', 'formal'] as const)(
  '%s leaves at once in working hours, else at the next 08:30',
  (cls) => {
    it.each([
      ['2021-11-08T08:29:59.999', '2021-11-08T08:30'],
      ['2021-11-08T08:30', '2021-11-08T08:30'],
      ['2021-11-08T12:00', '2021-11-08T12:00'],
      ['2021-11-08T17:29', '2021-11-08T17:29'],
      ['2021-11-08T17:30', '2021-11-09T08:30'],
      ['2021-11-12T20:00', '2021-11-15T08:30'],
      ['2021-10-30T12:00', '2021-11-01T08:30'],
      ['2021-10-09T12:00', '2021-10-09T12:00'],
      ['2021-10-01T00:00', '2021-10-08T08:30'],
    ])('%s → %s', (when, expected) => {
      expect(leaves(cls, when)).toBe(expected);
    });
  },
);

it('no notice leaves before it is due, nor on a day off, nor outside working hours', () => {
  const instants = fc.integer({ min: at('2021-01-01'), max: at('2026-12-31') });
  fc.assert(
    fc.property(instants, fc.constantFrom('reminder', 'urgent', 'formal'), (when, cls) => {
      const found = deliverAt(cls, when, defaultRules);
      const time = found - startOfDay(dayOf(found));
      expect(found).toBeGreaterThanOrEqual(when);
      expect(calendar.isWorkingDay(dayOf(found))).toBe(true);
      expect(time >= timeMs('08:30') && time < timeMs('17:30')).toBe(true);
    }),
  );
});

const person = (id: string, role: Addressee['role'], more: Partial<Addressee> = {}): Addressee => ({
  id,
  role,
  unit: null,
  rank: null,
  active: true,
  ...more,
});
const people: readonly Addressee[] = [
  person('officer', 'unit_officer', { unit: 'U1' }),
  person('head', 'unit_head', { unit: 'U1' }),
  person('officer2', 'unit_officer', { unit: 'U2' }),
  person('head2', 'unit_head', { unit: 'U2' }),
  person('head3', 'unit_head', { unit: 'U3' }),
  person('case1', 'case_officer'),
  person('case2', 'case_officer'),
  person('super', 'supervision_head'),
  person('deputy1', 'leader', { rank: 'deputy' }),
  person('deputy2', 'leader', { rank: 'deputy' }),
  person('director', 'leader', { rank: 'director' }),
  person('auditor', 'audit_admin'),
];
const posts: Posts = { unit: 'U1', coUnits: ['U2', 'U3'], caseOfficer: 'case1', leaderInCharge: 'deputy1' };
const without = (...ids: string[]) =>
  people.map((one) => (ids.includes(one.id) ? { ...one, active: false } : one));

const eventOf = (story: Story, key: string): ItemEvent => {
  const event = story.log.find((one) => keyOf(one) === key);
  if (!event) throw new Error(`nothing happened under ${key}`);
  return event;
};
const told = (event: ItemEvent, whom: readonly Addressee[] = people, who: Posts = posts) =>
  noticesFor(event, who, whom, defaultRules);
const persons = (...args: Parameters<typeof told>) =>
  told(...args)
    .map((notice) => notice.person)
    .sort();

const silent = given().inProgress().until('2021-12-27');
const overdue = eventOf(silent, 'M1:overdue:1');
const letter = eventOf(silent, 'M1:letter:1');
const listing = eventOf(silent, 'M1:listing1:1');
const proposal = eventOf(silent, 'M1:listing2:1');

describe('a fact reaches the persons who hold the posts', () => {
  it('of the unit and its case officer, and nobody of other units', () => {
    expect(persons(overdue)).toEqual(['case1', 'head', 'officer']);
  });

  it('any case officer, where the item has none of its own', () => {
    expect(persons(overdue, people, { ...posts, caseOfficer: null })).toEqual([
      'case1',
      'case2',
      'head',
      'officer',
    ]);
  });

  it('the leader in charge and no other leader, unless all are told', () => {
    expect(persons(listing)).toEqual(['case1', 'deputy1', 'head', 'super']);
    expect(persons(proposal)).toEqual(['case1', 'deputy1', 'deputy2', 'director', 'head', 'super']);
  });

  it('any deputy, where no leader is in charge', () => {
    expect(persons(listing, people, { ...posts, leaderInCharge: null })).toEqual([
      'case1',
      'deputy1',
      'deputy2',
      'head',
      'super',
    ]);
  });

  it('of the co-unit that owes, and of no other co-unit', () => {
    const story = given({ coUnits: ['U2', 'U3'] })
      .inClosingReview()
      .until('2021-10-31');
    expect(persons(eventOf(story, 'countersignature/U2/1:over:1'))).toEqual(['head2', 'officer2']);
  });

  it('once a person, whatever the fact', () => {
    for (const event of silent.log) {
      const whom = persons(event);
      expect(new Set(whom).size).toBe(whom.length);
    }
  });

  it('in the class of the fact, leaving when that class leaves', () => {
    expect(told(overdue)).toMatchObject([
      { class: 'urgent', deliverAt: at('2021-11-01T08:30') },
      { class: 'urgent', deliverAt: at('2021-11-01T08:30') },
      { class: 'urgent', deliverAt: at('2021-11-01T08:30') },
    ]);
    expect(told(letter)[0]).toMatchObject({ class: 'formal', deliverAt: at('2021-11-05T08:30') });
  });

  it('after downtime when it was recorded, not when it was due', () => {
    const late = given({ downtime: ['2021-11-04T00:00', '2021-11-09T10:00'] })
      .inProgress()
      .until('2021-11-10');
    expect(told(eventOf(late, 'M1:letter:1'))[0]?.deliverAt).toBe(at('2021-11-09T10:00'));
  });

  it('and nobody, when it is a fact told to nobody', () => {
    const joined = given().listed().give('2021-11-15T10:00', 'comment').brought[0];
    expect(joined && told(joined)).toEqual([]);
  });
});

describe('no live recipient is itself an alarm to the supervision head', () => {
  it('when the account is disabled', () => {
    expect(told(overdue, without('officer'))).toContainEqual(
      expect.objectContaining({ person: 'super', instead: 'unit_officer' }),
    );
    expect(persons(overdue, without('officer'))).toEqual(['case1', 'head', 'super']);
  });

  it('when the post was never filled', () => {
    const none = people.filter(({ role }) => role !== 'unit_officer');
    expect(persons(overdue, none)).toContain('super');
  });

  it('when the case officer of the item is gone, though others are there', () => {
    expect(persons(overdue, without('case1'))).toEqual(['head', 'officer', 'super']);
  });

  it('not when somebody else holds the post too', () => {
    const two = [...without('officer'), person('second', 'unit_officer', { unit: 'U1' })];
    expect(persons(overdue, two)).toEqual(['case1', 'head', 'second']);
  });

  it('and no disabled person gets anything', () => {
    const gone = people.map((one) => ({ ...one, active: false }));
    expect(told(proposal, gone)).toEqual([]);
  });

  it('also when he is told of the fact anyway', () => {
    expect(told(letter, without('head'))).toEqual([
      expect.objectContaining({ person: 'super', instead: 'unit_head' }),
    ]);
  });

  it('also when he was named before the empty post', () => {
    expect(told(listing, without('deputy1'))).toContainEqual(
      expect.objectContaining({ person: 'super', instead: 'leader_in_charge' }),
    );
  });
});

/** An event as a live plan records it: somewhat after its instant. */
const recorded = (event: ItemEvent, when: string, due?: string): ItemEvent => ({
  ...event,
  at: due === undefined ? event.at : at(due),
  recordedAt: at(when),
});
const momentOf = (event: ItemEvent) => {
  const [notice] = told(event);
  const { deliverAt: leaves = 0, gathersUntil = null } = notice ?? {};
  return [formatInstant(leaves), gathersUntil === null ? null : formatInstant(gathersUntil)];
};
const reminder = eventOf(silent, 'M1:reminder1:1');
const urge = eventOf(silent, 'M1:urge1:1');

describe('recording takes a moment, and the moment counts', () => {
  it('a reminder due in the morning goes with the digest of that morning', () => {
    expect(momentOf(recorded(reminder, '2021-10-15T08:30:00.031', '2021-10-15T08:30'))[0]).toBe(
      '2021-10-15T08:30',
    );
  });

  it('an urge of 08:30 is told with the overdue notice that waited for 08:30', () => {
    const night = recorded(overdue, '2021-10-30T00:01', '2021-10-30T00:00');
    const morning = recorded(urge, '2021-11-01T08:30:20', '2021-11-01T08:30');
    expect([momentOf(night)[0], momentOf(morning)[0]]).toEqual(['2021-11-01T08:30', '2021-11-01T08:30']);
  });

  it('what leaves with the morning gathers for a minute, each from when it was recorded', () => {
    expect(momentOf(recorded(overdue, '2021-10-30T00:01'))[1]).toBe('2021-11-01T08:31');
    expect(momentOf(recorded(urge, '2021-11-01T08:30:20', '2021-11-01T08:30'))[1]).toBe(
      '2021-11-01T08:31:20',
    );
  });

  it('what leaves at once gathers nothing', () => {
    expect(momentOf(recorded(letter, '2021-11-05T10:00'))).toEqual(['2021-11-05T10:00', null]);
  });
});

describe('a digest that was missed', () => {
  it.each([
    ['2021-10-15T08:40', '2021-10-15T08:30', 'is made up for within the hours of its day'],
    ['2021-10-15T17:29', '2021-10-15T08:30', 'until they end'],
    ['2021-10-15T17:30', '2021-10-18T08:30', 'and after them with the next'],
    ['2021-10-16T10:00', '2021-10-18T08:30', 'on a day off with the next as well'],
    ['2021-10-18T10:00', '2021-10-19T08:30', 'a working day later it is a matter of the day after'],
  ])('recorded at %s leaves with that of %s: %s', (when, digest) => {
    expect(momentOf(recorded(reminder, when, '2021-10-15T08:30'))[0]).toBe(digest);
  });
});

it('no notice of any class leaves before it was recorded by more than a moment, on a day off, or at night', () => {
  const instants = fc.integer({ min: at('2021-01-01'), max: at('2026-12-31') });
  const delays = fc.oneof(fc.integer({ min: 0, max: 120_000 }), fc.integer({ min: 0, max: 10 * 86_400_000 }));
  const facts = fc.constantFrom(reminder, overdue, letter);
  fc.assert(
    fc.property(instants, delays, facts, (when, delay, fact) => {
      for (const notice of told({ ...fact, at: when, recordedAt: when + delay })) {
        const time = notice.deliverAt - startOfDay(dayOf(notice.deliverAt));
        expect(calendar.isWorkingDay(dayOf(notice.deliverAt))).toBe(true);
        expect(time >= timeMs('08:30') && time < timeMs('17:30')).toBe(true);
        expect(notice.deliverAt).toBeGreaterThanOrEqual(when);
        if (notice.class !== 'reminder') expect(notice.deliverAt).toBeGreaterThan(when + delay - 60_000);
        if (notice.gathersUntil !== null) expect(notice.gathersUntil).toBeGreaterThan(notice.deliverAt);
      }
    }),
  );
});

it('the hours are those of the policy the item runs under', () => {
  const late = {
    ...defaultRules,
    policy: withOverrides(defaultRules.policy, { workingHours: ['08:30', '20:00'] }),
  };
  expect(formatInstant(deliverAt('urgent', at('2021-11-08T19:00'), late))).toBe('2021-11-08T19:00');
});

it('where the working hours begin after the morning, what comes in between waits for them and not for the next day', () => {
  const policy = { ...defaultRules.policy, workingHours: ['09:00', '17:00'] as const };
  const leaves = (when: string) => deliverAt('urgent', at(when), { ...defaultRules, policy });
  expect(leaves('2021-10-29T08:45')).toBe(at('2021-10-29T09:00'));
  expect(leaves('2021-10-29T08:30')).toBe(at('2021-10-29T08:30'));
  expect(leaves('2021-10-29T17:00')).toBe(at('2021-11-01T08:30'));
});
