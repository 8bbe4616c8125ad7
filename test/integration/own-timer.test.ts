import { expect, test } from 'vitest';
import { ownTimerAt } from '../../src/activities/own-timer.js';
import { dayMs } from '../../src/domain/instants.js';
import { at } from '../support/builders.js';

const now = at('2021-10-08T09:00');
const live = { kind: 'live', clockShiftMs: 0, nextAlarmAt: null } as const;

test('an item of a small plan looks again at its promise', () => {
  expect(ownTimerAt(now + 5 * dayMs, live, now, 7)).toBe(now + 5 * dayMs);
});

test('an item of a plan that takes its crests itself looks a little later, each at a time of its own', () => {
  const large = { ...live, nextAlarmAt: now + dayMs };
  const delays = [1, 2, 3].map((number) => (ownTimerAt(now, large, now, number) ?? 0) - now);
  expect(new Set(delays).size).toBe(3);
  for (const delay of delays) {
    expect(delay).toBeGreaterThanOrEqual(10_000);
    expect(delay).toBeLessThanOrEqual(60_000);
  }
});

test('an item of a rehearsal looks again within a day, by the clock of the wall', () => {
  const rehearsal = { ...live, kind: 'rehearsal', clockShiftMs: -dayMs } as const;
  expect(ownTimerAt(now + 30 * dayMs, rehearsal, now, 7)).toBe(now + 2 * dayMs);
});

test('an item that waits for nothing looks only when told', () => {
  expect(ownTimerAt(null, live, now, 7)).toBeNull();
});
