/** The rows of handing out. */
import { endCases, openCase, openOf } from '../cases.js';
import { Days, dayAt } from '../days.js';
import { isLive, nextEpoch } from '../miles.js';
import type { Rules } from '../rule.js';
import { endHold, startHold } from '../spans.js';
import type { Owed, World } from '../world.js';

/** What the unit owed in the old unit's place begins anew. */
const restart = (world: World, owed: Owed): void => {
  owed.from = dayAt(world.now);
  owed.until = world.days.after(owed.from, owed.days ?? 0);
  owed.epoch += 1;
  owed.overAt = null;
  owed.marks = 0;
  owed.steps = 0;
};

/** Reading: whoever leads does not assist. */
const takeOver = (world: World, unit: string): void => {
  world.unit = unit;
  world.coUnits = world.coUnits.filter((assisting) => assisting !== unit);
};

const handOut = (world: World, anew: boolean): void => {
  for (const mile of world.miles.filter(isLive)) {
    if (anew || mile.overdueAt !== null) nextEpoch(mile);
    mile.since = world.now;
  }
  world.lifecycle = 'dispatched';
  world.handOuts.push(world.now);
  openCase(world, 'receipt', 'unit');
};

export const handingOut: Rules<'dispatch' | 'acknowledge' | 'declineDispatch' | 'reassign'> = {
  dispatch: {
    in: 'R',
    by: 'cs',
    then: (world, { unit = world.unit }) => {
      const anew = unit !== world.unit && world.away.length > 1;
      takeOver(world, unit);
      world.policy = world.setup.policy;
      world.days = new Days(world.setup.calendars[0] ?? []);
      endCases(world, 'handing_out');
      endHold(world, world.away);
      handOut(world, anew);
    },
  },
  acknowledge: {
    in: 'D',
    by: 'oh',
    then: (world) => {
      world.lifecycle = 'in_progress';
      endCases(world, 'receipt');
    },
  },
  declineDispatch: {
    in: 'D',
    by: 'h',
    // Reading: whoever is about to be listed or interviewed hands nothing back meanwhile.
    unless: (world) => [
      world.listing !== null && 'listing_stands',
      (openOf(world, 'listing_signature') ?? openOf(world, 'interview')) !== undefined && 'case_open',
    ],
    then: (world) => {
      world.lifecycle = 'registered';
      // Reading: obstacles and meetings go with the work they are about.
      endCases(world, 'receipt', 'obstacle', 'consultation_record');
      startHold(world, world.away);
      openCase(world, 'handing_out', 'case_officer');
    },
  },
  reassign: {
    in: 'DP',
    by: 'cs',
    unless: (world, { unit }) => [
      unit === world.unit && 'already_done',
      world.miles.some(({ status }) => status === 'submitted') && 'evidence_under_review',
      openOf(world, 'extension') !== undefined && 'case_open',
    ],
    then: (world, { unit }) => {
      takeOver(world, unit);
      endCases(world, 'receipt', 'decomposition', 'closing_request');
      world.cases
        .filter(({ kind }) => kind === 'report' || kind === 'rectification')
        .forEach((owed) => restart(world, owed));
      handOut(world, true);
    },
  },
};
