/** The two reminders before a date. */
import type { Policy, Rung } from '../../../src/domain/policy.js';
import { dayAt, midnight } from './days.js';
import { overFrom } from './miles.js';
import { suspendedNow } from './spans.js';
import { type Mile, type World, rings } from './world.js';

export const morningMs = ({ morning }: Policy): number =>
  (Number(morning.slice(0, 2)) * 60 + Number(morning.slice(3, 5))) * 60_000;

const reminders = (world: World, mile: Mile): ReadonlyMap<Rung, number> => {
  const { days, policy } = world;
  const span = mile.due - dayAt(mile.since ?? world.now);
  const before = policy.firstReminder.find(([upTo]) => upTo === null || span <= upTo)?.[1] ?? 0;
  const first = midnight(days.lastUpTo(mile.due - before)) + morningMs(policy);
  const last = midnight(days.before(mile.due, policy.lastReminder)) + morningMs(policy);
  return new Map<Rung, number>(
    last <= first
      ? [['reminder1', first]]
      : [
          ['reminder1', first],
          ['reminder2', last],
        ],
  );
};

export const remind = (world: World, mile: Mile, rung: Rung): void => {
  // Reading: once overdue nothing is reminded, whatever another policy puts before.
  if (mile.overdueAt !== null || mile.happened.has(rung)) return;
  if (world.lifecycle === 'registered' || suspendedNow(world)) return;
  const moments = reminders(world, mile);
  const moment = moments.get(rung);
  if (moment === undefined || moment > world.now) return;
  mile.happened.add(rung);
  const reason = whySkipped(world, mile, moment, [...moments.values()]);
  const key = `${mile.id}:${rung}:${mile.epoch}`;
  if (reason === null) rings(world, 'reminded', key);
  else rings(world, 'reminderSkipped', key, reason);
};

const whySkipped = (world: World, mile: Mile, moment: number, all: readonly number[]): string | null => {
  if (moment <= (mile.since ?? 0)) return 'moment_past';
  // Reading: what another policy puts into the past is past, however late that can be recorded.
  if (world.policyAdoptedAt !== null && moment <= world.policyAdoptedAt) return 'moment_past';
  if (world.suspensions.some(({ from, to }) => from <= moment && to !== null && moment < to))
    return 'moment_past';
  if (mile.status === 'submitted') return 'under_review';
  const later = [...all, overFrom(mile)].filter((one) => one > moment);
  return later.some((one) => one <= world.handledAt) ? 'obsolete' : null;
};
