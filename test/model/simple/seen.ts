/** The colours and the level, as anybody would say them looking at the world. */
import type { Level } from '../../../src/domain/item.js';
import { openOf } from './cases.js';
import { dateIsOver, isLive, isOver } from './miles.js';
import { suspendedNow } from './spans.js';
import type { Mile, World } from './world.js';

const isGrey = (world: World): boolean =>
  world.lifecycle === 'registered' || world.lifecycle === 'terminated' || suspendedNow(world);

export const mileLightSeen = (world: World, mile: Mile): string => {
  if (mile.status === 'accepted') return 'blue';
  if (mile.status === 'dropped' || isGrey(world)) return 'grey';
  if (isOver(world, mile)) return 'red';
  if (dateIsOver(world, mile)) return 'yellow';
  return mile.status === 'open' && mile.happened.has('reminder1') ? 'yellow' : 'green';
};

export const lightSeen = (world: World): string => {
  if (world.lifecycle === 'completed' || world.lifecycle === 'closed') return 'blue';
  if (isGrey(world)) return 'grey';
  const colours = world.miles.filter(isLive).map((mile) => mileLightSeen(world, mile));
  const worst = ['red', 'yellow'].find((colour) => colours.includes(colour));
  if (worst !== undefined) return worst;
  // Reading: "in progress" of the sentence about no milestone means not yet ended, since nothing is green by having no date.
  return world.miles.every(({ status }) => status === 'dropped') ? 'yellow' : 'green';
};

export const levelSeen = (world: World): Level => {
  if (world.listing) return `listed_${world.listing.level}`;
  const live = world.lifecycle === 'terminated' ? [] : world.miles.filter(isLive);
  if (live.some(({ lettered }) => lettered)) return 'lettered';
  const receipt = openOf(world, 'receipt');
  return live.some(({ urged }) => urged) || (receipt && receipt.overAt !== null) ? 'urged' : 'none';
};
