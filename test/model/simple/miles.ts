/** A milestone of the simpler model: what it is, and what ends or moves it. */
import type { Instant } from '../../../src/domain/instants.js';
import type { MilestoneSeed } from '../../../src/domain/item.js';
import type { Rung } from '../../../src/domain/policy.js';
import { endCase, openOf } from './cases.js';
import { type Day, dayNamed, endOfDay } from './days.js';
import { endHold, startHold } from './spans.js';
import type { Mile, World } from './world.js';

export const mileOf = (
  seed: Pick<MilestoneSeed, 'id' | 'due' | 'basis' | 'measures'>,
  since: Instant | null,
): Mile => ({
  id: seed.id,
  printed: seed.basis === 'plan',
  firstDue: dayNamed(seed.due),
  due: dayNamed(seed.due),
  measures: seed.measures,
  confirmed: true,
  status: 'open',
  since,
  granted: 0,
  reviews: [],
  requests: [],
  epoch: 1,
  ...untouched(),
});

const untouched = () => ({
  overdueAt: null,
  marks: 0,
  happened: new Set<Rung>(),
  urged: false,
  lettered: false,
});

export const nextEpoch = (mile: Mile): void => {
  Object.assign(mile, untouched());
  mile.epoch += 1;
};

/** Another date, in force from now. */
export const moveDue = (world: World, mile: Mile, due: Day): void => {
  nextEpoch(mile);
  mile.due = due;
  mile.since = world.now;
};

export const isLive = ({ status }: Mile): boolean => status === 'open' || status === 'submitted';

export const isOver = (world: World, mile: Mile): boolean =>
  world.lifecycle !== 'terminated' && isLive(mile) && mile.overdueAt !== null;

export const someOver = (world: World): boolean => world.miles.some((mile) => isOver(world, mile));

export const mileNamed = (world: World, id: string): Mile | undefined =>
  world.miles.find((mile) => mile.id === id);

/** 24:00 of its date. */
export const overFrom = (mile: Mile): Instant => endOfDay(mile.due);

export const dateIsOver = (world: World, mile: Mile): boolean => world.now >= overFrom(mile);

export const startReview = (world: World, mile: Mile): void => startHold(world, mile.reviews);

export const endReview = (world: World, mile: Mile): void => {
  endHold(world, mile.reviews);
  endCase(world, openOf(world, 'evidence_review', mile.id));
};

export const endRequest = (world: World, mile: Mile): void => {
  endHold(world, mile.requests);
  endCase(world, openOf(world, 'extension', mile.id));
  world.extensions = world.extensions.filter(({ milestone }) => milestone !== mile.id);
};

export const finish = (world: World, mile: Mile, status: 'accepted' | 'dropped'): void => {
  endReview(world, mile);
  endRequest(world, mile);
  mile.status = status;
};
