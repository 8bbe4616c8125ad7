/** Overdue, and the rungs after it, one counted morning after another. */
import type { EnforcementRung, Rung } from '../../../src/domain/policy.js';
import { openOf } from './cases.js';
import { shown } from './days.js';
import { callInterview, list, propose, withdrawDelisting } from './enforcement.js';
import { dateIsOver, isLive, isOver } from './miles.js';
import { remind } from './reminders.js';
import { heldNow, heldWithin } from './spans.js';
import { type Mile, type World, rings, todayStart } from './world.js';

const milestoneRungs: readonly Rung[] = ['reminder1', 'reminder2', 'overdue'];

const ladder: readonly EnforcementRung[] = [
  'urge1',
  'urge2',
  'letter',
  'listing1',
  'listing2',
  'interview',
  'listing3',
];

export const ringMilestones = (world: World, morning: boolean): void => {
  for (const rung of milestoneRungs)
    for (const mile of world.miles.filter(isLive))
      if (rung === 'overdue') fallOverdue(world, mile);
      else remind(world, mile, rung);
  summarise(world);
  const counted = morning ? world.miles.filter((mile) => counts(world, mile)) : [];
  for (const mile of counted) mile.marks += 1;
  for (const rung of ladder)
    for (const mile of counted)
      if (!mile.happened.has(rung) && world.policy.rungs[rung] <= mile.marks) climb(world, mile, rung);
};

/** This morning counts: the milestone lay with the unit from 00:00 until now. */
const counts = (world: World, mile: Mile): boolean =>
  isOver(world, mile) &&
  mile.overdueAt !== null &&
  todayStart(world) >= mile.overdueAt &&
  !heldWithin(world, mile, todayStart(world), world.now);

const fallOverdue = (world: World, mile: Mile): void => {
  if (mile.overdueAt !== null || !dateIsOver(world, mile) || heldNow(world, mile)) return;
  mile.overdueAt = world.now;
  mile.happened.add('overdue');
  rings(world, 'becameOverdue', `${mile.id}:overdue:${mile.epoch}`);
  withdrawDelisting(world);
};

/** One of each hand-out. Reading: of several at one instant the later ones are numbered. */
const summarise = (world: World): void => {
  const now = world.handOuts.filter((at) => at === world.now).length;
  const key = `item:summary:${shown(world.now)}${now > 1 ? `:${now}` : ''}`;
  const overdue = world.miles.some((mile) => isLive(mile) && mile.overdueAt === world.now);
  if (now > 0 && overdue && !world.rang.some((line) => line.endsWith(` ${key}`)))
    rings(world, 'pastDuesSummarised', key);
};

const climb = (world: World, mile: Mile, rung: EnforcementRung): void => {
  mile.happened.add(rung);
  const key = `${mile.id}:${rung}:${mile.epoch}`;
  const joins = () => rings(world, 'rungJoined', key);
  switch (rung) {
    case 'urge1':
    case 'urge2':
      mile.urged = true;
      return rings(world, 'urged', key);
    case 'letter':
      // It joins a letter as another cause of it, and counts as one.
      if (!world.listing && !world.miles.some((one) => isLive(one) && one.lettered))
        rings(world, 'letterIssued', key);
      else joins();
      mile.lettered = true;
      return;
    case 'listing1':
      return world.listing ? joins() : list(world, 1, key);
    case 'interview':
      if (openOf(world, 'interview') || world.listing?.interviewed) return joins();
      rings(world, 'interviewCalled', key);
      return callInterview(world);
    case 'listing2':
    case 'listing3': {
      const level = rung === 'listing2' ? 2 : 3;
      if (Math.max(world.listing?.level ?? 0, world.proposal?.level ?? 0) >= level) return joins();
      return propose(world, level, key);
    }
  }
};
