/** The list: which measures are done, and whether each is carried. */
import { isLive } from './miles.js';
import type { World } from './world.js';

export const isDone = (world: World, measure: string): boolean => {
  const carriers = world.miles.filter(({ measures }) => measures.includes(measure));
  return !carriers.some(isLive) && carriers.some(({ status }) => status === 'accepted');
};

/** Neither struck off nor waived nor done. */
export const isOpenMeasure = (world: World, measure: string): boolean =>
  world.measures.get(measure) === null && !isDone(world, measure);

export const uncarriedWithout = (world: World, dropped: string): boolean => {
  const left = world.miles.filter(({ id, status }) => status !== 'dropped' && id !== dropped);
  const carried = new Set(left.flatMap(({ measures }) => measures));
  return [...world.measures].some(([id, mark]) => mark === null && !carried.has(id));
};
