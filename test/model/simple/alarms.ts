/** What happens by itself when a moment comes: asked at 00:00 and in the morning of every day, and after every command. */
import { openCase } from './cases.js';
import { dayAt, dayNamed, endOfDay, nameOf } from './days.js';
import { ringMilestones } from './ladder.js';
import { isLive } from './miles.js';
import { morningMs } from './reminders.js';
import { suspendedNow, suspendedWithin } from './spans.js';
import { ringListing } from './standings.js';
import { type Owed, type World, rings, todayOf, todayStart } from './world.js';

/** `stop`: 00:00 or the morning, as opposed to the moment after a command. */
export const ring = (world: World, stop: boolean): void => {
  if (stop && world.now === todayStart(world)) endQuarter(world);
  if (world.lifecycle === 'closed' || world.lifecycle === 'terminated') return;
  const morning =
    stop && world.now === todayStart(world) + morningMs(world.policy) && world.days.worked(todayOf(world));
  ringMilestones(world, morning);
  for (const owed of [...world.cases]) ringCase(world, owed, morning);
  if (world.listing && morning) ringListing(world, world.listing);
};

const ringCase = (world: World, owed: Owed, morning: boolean): void => {
  const sleeps = owed.kind !== 'suspension';
  if (!world.cases.includes(owed) || (sleeps && suspendedNow(world))) return;
  if (owed.overAt === null) {
    if (world.now < endOfDay(owed.until)) return;
    owed.overAt = world.now;
    rings(world, 'caseBecameOverdue', `${owed.key}:over:${owed.epoch}`);
  } else if (morning && todayStart(world) >= owed.overAt) {
    if (sleeps && suspendedWithin(world, todayStart(world), world.now)) return;
    owed.marks += 1;
    const { policy } = world;
    const first = owed.kind === 'receipt' ? policy.receiptNextStep : policy.nextStep;
    while (owed.marks >= first + owed.steps * policy.repeatEvery) {
      owed.steps += 1;
      rings(world, 'caseEscalated', `${owed.key}:up${owed.steps}:${owed.epoch}`);
    }
  }
};

const endQuarter = (world: World): void => {
  const today = nameOf(todayOf(world));
  if (!/-(01|04|07|10)-01$/.test(today)) return;
  const inProgress = world.lifecycle === 'in_progress';
  if (
    inProgress &&
    world.inProgressAtQuarterStart &&
    !suspendedNow(world) &&
    !world.listing &&
    world.miles.some(isLive)
  )
    askForReport(world);
  world.inProgressAtQuarterStart = inProgress;
};

const askForReport = (world: World): void => {
  const yesterday = nameOf(todayOf(world) - 1);
  const quarter = `${yesterday.slice(0, 4)}Q${Math.ceil(Number(yesterday.slice(5, 7)) / 3)}`;
  // Reading: what is handled on its own day is not late.
  const late = dayAt(world.handledAt) > todayOf(world);
  openCase(world, 'report', 'unit', {
    subject: quarter,
    ...(late ? {} : { from: dayNamed(yesterday) }),
  });
  const key = world.cases.at(-1)?.key ?? '';
  rings(world, 'reportAsked', `${key}:asked:1`);
};
