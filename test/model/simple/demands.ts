/** What a leader, a return or a meeting demands becomes dated milestones. */
import type { Demand } from '../../../src/domain/commands.js';
import type { IsoDate } from '../../../src/domain/instants.js';
import { dayNamed } from './days.js';
import { isLive, mileNamed, mileOf, moveDue } from './miles.js';
import { type Reasons, notAhead } from './rule.js';
import type { Mile, World } from './world.js';

export const ofDemands = (world: World, demands: readonly Demand[]): Reasons => {
  const ids = demands.flatMap(({ id }) => id ?? []);
  return [
    new Set(ids).size < ids.length && 'invalid',
    ...demands.flatMap(({ id, due }): Reasons => {
      const known = id === undefined ? undefined : mileNamed(world, id);
      return [
        notAhead(world, due) && 'date_not_future',
        known !== undefined && isLive(known) && 'milestone_open',
        known?.status === 'dropped' && 'no_milestone',
      ];
    }),
  ];
};

/** New milestones are numbered after the letter of their origin. */
export const demand = (world: World, demands: readonly Demand[], letter: 'I' | 'R' | 'C'): void => {
  for (const { id, due } of demands) {
    const known = id === undefined ? undefined : mileNamed(world, id);
    if (known) reopenMile(world, known, due);
    else
      world.miles.push(
        mileOf({ id: id ?? freeName(world, letter), due, basis: 'instruction', measures: [] }, world.now),
      );
  }
};

const reopenMile = (world: World, mile: Mile, due: IsoDate): void => {
  mile.status = 'open';
  moveDue(world, mile, dayNamed(due));
};

const freeName = (world: World, letter: string): string => {
  for (let n = 1; ; n += 1) if (!mileNamed(world, `${letter}${n}`)) return `${letter}${n}`;
};
