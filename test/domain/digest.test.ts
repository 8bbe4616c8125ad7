/** How much of the morning digest one person gets. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { morningsOf, type Queued, type Waiting } from '../../src/domain/digest.js';
import { formatInstant, type Instant } from '../../src/domain/instants.js';
import { withOverrides, type Policy } from '../../src/domain/policy.js';
import { at, defaultRules } from './support/story.js';

const atMost = (digestAtMost: number) => ({
  ...defaultRules,
  policy: withOverrides(defaultRules.policy, { digestAtMost }),
});
const queued = (morning: string, more: Partial<Queued> = {}): Queued => ({
  personId: 'head',
  kind: 'reminded',
  deliverAt: at(`${morning}T08:30`),
  delivery: atMost(2),
  ...more,
});
const waitingOn = (morning: string, waiting: number, personId = 'head'): Waiting => ({
  personId,
  deliverAt: at(`${morning}T08:30`),
  waiting,
});
const shown = (mornings: readonly Instant[]) =>
  mornings.map((morning) => formatInstant(morning).slice(0, 10));

const friday = '2021-09-24';
const makeUpSunday = '2021-09-26';
const monday = '2021-09-27';

describe('a reminder goes with the digest of its morning', () => {
  it('while there is room', () => {
    expect(shown(morningsOf([queued(friday), queued(friday)], []))).toEqual([friday, friday]);
  });

  it('and beyond with the next working mornings, in its order', () => {
    const five = Array.from({ length: 5 }, () => queued(friday));
    expect(shown(morningsOf(five, []))).toEqual([friday, friday, makeUpSunday, makeUpSunday, monday]);
  });

  it('after what already waits for it, on whichever morning', () => {
    const waiting = [waitingOn(friday, 2), waitingOn(makeUpSunday, 1)];
    expect(shown(morningsOf([queued(friday), queued(friday)], waiting))).toEqual([makeUpSunday, monday]);
  });

  it('whatever waits for somebody else', () => {
    expect(shown(morningsOf([queued(friday)], [waitingOn(friday, 9, 'officer')]))).toEqual([friday]);
  });

  it('also where more wait than a policy of today would let', () => {
    expect(shown(morningsOf([queued(friday)], [waitingOn(friday, 50)]))).toEqual([makeUpSunday]);
  });

  it('by the measure of its own item', () => {
    const generous = queued(friday, { delivery: atMost(3) });
    expect(shown(morningsOf([generous], [waitingOn(friday, 2)]))).toEqual([friday]);
  });
});

it('summaries of past dues are one section of one digest, and take nobody else’s place', () => {
  const summaries = Array.from({ length: 36 }, () => queued(friday, { kind: 'pastDuesSummarised' }));
  expect(new Set(shown(morningsOf([...summaries, queued(friday)], [])))).toEqual(new Set([friday]));
});

it('under a policy that says nothing of it there is no measure', () => {
  const parts = Object.entries(defaultRules.policy).filter(([part]) => part !== 'digestAtMost');
  const delivery = { ...defaultRules, policy: Object.fromEntries(parts) as unknown as Policy };
  const many = Array.from({ length: 50 }, () => queued(friday, { delivery }));
  expect(new Set(shown(morningsOf(many, [])))).toEqual(new Set([friday]));
});

it('nothing is dropped, nothing leaves early, no morning holds more than its measure, none is left with room', () => {
  const persons = fc.constantFrom('head', 'officer');
  const days = fc.constantFrom(friday, makeUpSunday, monday, '2021-09-28', '2021-09-30', '2021-10-08');
  const queue = fc.array(fc.tuple(persons, days), { maxLength: 40 });
  fc.assert(
    fc.property(queue, fc.integer({ min: 1, max: 4 }), (asked, measure) => {
      const reminders = asked.map(([personId, day]) => queued(day, { personId, delivery: atMost(measure) }));
      const mornings = morningsOf(reminders, []);
      expect(mornings).toHaveLength(reminders.length);
      const taken = new Map<string, number>();
      for (const [index, morning] of mornings.entries()) {
        const { personId, deliverAt } = reminders[index] ?? queued(friday);
        expect(morning).toBeGreaterThanOrEqual(deliverAt);
        for (const day of [friday, makeUpSunday, monday, '2021-09-28']) {
          const passed = at(`${day}T08:30`);
          if (passed >= deliverAt && passed < morning)
            expect(taken.get(`${personId} ${passed}`)).toBe(measure);
        }
        taken.set(`${personId} ${morning}`, (taken.get(`${personId} ${morning}`) ?? 0) + 1);
      }
      expect(Math.max(0, ...taken.values())).toBeLessThanOrEqual(measure);
    }),
  );
});
