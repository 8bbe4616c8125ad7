/** The rows of what the plan brings, and of comments. */
import type { Policy } from '../../../../src/domain/policy.js';
import { type Day, Days, dayAt } from '../days.js';
import type { Rules } from '../rule.js';
import { suspendedNow } from '../spans.js';
import { type Owed, type World, todayOf } from '../world.js';

/** The term under the calendar now in force, days lost to suspensions not counted, nor brought back before today. */
const recount = (world: World, owed: Owed): void => {
  if (owed.days === null || owed.overAt !== null) return;
  const lost = (day: Day) =>
    world.suspensions.some(({ from, to }) => to !== null && dayAt(from) < day && day <= dayAt(to));
  let until = owed.from;
  for (let left = owed.days; left > 0;) {
    until += 1;
    if (world.days.worked(until) && !lost(until)) left -= 1;
  }
  until = Math.max(until, lastDayRunning(world));
  if (until === owed.until) return;
  owed.until = until;
  owed.epoch += 1;
};

/** Today, or the day on which the suspension began that lasts: what is lost since is added when it ends. */
const lastDayRunning = (world: World): Day =>
  suspendedNow(world) ? dayAt(world.suspensions.at(-1)?.from ?? world.now) : todayOf(world);

const adopt = (world: World, policy: Policy): void => {
  world.policy = policy;
  world.policyAdoptedAt = world.now;
};

export const adopting: Rules<'adoptPolicy' | 'adoptCalendar' | 'adoptOutage' | 'comment'> = {
  adoptPolicy: {
    in: 'RDPV',
    by: 's',
    then: (world, { policy }) => adopt(world, policy),
  },
  adoptCalendar: {
    in: 'RDPVCXT',
    by: 's',
    unless: (world, { version }) => [world.setup.calendars[version - 1] === undefined && 'invalid'],
    then: (world, { version }) => {
      world.days = new Days(world.setup.calendars[version - 1] ?? []);
      world.cases.forEach((owed) => recount(world, owed));
    },
  },
  adoptOutage: {
    in: 'RDPVCXT',
    by: 'cs',
    unless: (world, { from, to }) => [(from >= to || to > world.now) && 'invalid'],
  },
  comment: { in: 'RDPVCXT', by: 'ohcsl' },
};
