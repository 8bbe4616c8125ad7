/** The rows of suspension. */
import { endCases, openCase } from '../cases.js';
import { dayAt, dayNamed, endOfDay } from '../days.js';
import { isLive, moveDue, overFrom } from '../miles.js';
import { type Rules, notAhead } from '../rule.js';
import { startHold, suspendedNow } from '../spans.js';
import { type World, todayOf } from '../world.js';

const resume = (world: World): void => {
  const span = world.suspensions.at(-1);
  if (!span) return;
  span.to = world.now;
  endCases(world, 'suspension');
  const lost = world.days.within(dayAt(span.from), todayOf(world));
  if (lost === 0) return;
  for (const mile of world.miles)
    if (isLive(mile) && overFrom(mile) > span.from) moveDue(world, mile, world.days.after(mile.due, lost));
  for (const owed of world.cases)
    if (endOfDay(owed.until) > span.from) {
      owed.until = world.days.after(owed.until, lost);
      owed.epoch += 1;
    }
};

export const suspending: Rules<'suspend' | 'resume'> = {
  suspend: {
    in: 'DP',
    by: 'l',
    unless: (world, { until }) => [notAhead(world, until) && 'date_not_future'],
    then: (world, { until }) => {
      startHold(world, world.suspensions);
      openCase(world, 'suspension', 'leader_in_charge', { until: dayNamed(until) });
    },
  },
  resume: {
    in: 'DP',
    by: 'l',
    unless: (world) => [!suspendedNow(world) && 'wrong_state'],
    then: resume,
  },
};
