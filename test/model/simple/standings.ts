/** The standing of a listing in the leaders’ digest. */
import { type Day, midnight } from './days.js';
import { someOver } from './miles.js';
import { morningMs } from './reminders.js';
import { suspendedWithin } from './spans.js';
import { type Listing, type World, rings, todayOf, todayStart } from './world.js';

export const ringListing = (world: World, listing: Listing): void => {
  if (todayStart(world) < listing.since || suspendedWithin(world, todayStart(world), world.now)) return;
  listing.marks += 1;
  const every = world.policy.standingEvery;
  while (listing.marks >= (listing.standings + 1) * every) {
    listing.standings += 1;
    report(world, listing, (listing.standings + 1) * every - listing.marks);
  }
};

/** `toNext`: counted mornings until the next one, which may have come by the time this one is handled. */
const report = (world: World, listing: Listing, toNext: number): void => {
  const key = `listing/${listing.n}:standing${listing.standings}:1`;
  if (toNext <= morningsMissed(world)) return rings(world, 'standingSkipped', key, 'obsolete');
  const given = listing.reported ? 'given' : someOver(world) ? 'missing' : 'not_owed';
  listing.reported = false;
  rings(world, 'standingReported', key, given);
};

/** Working mornings after this one until this one is handled. */
const morningsMissed = (world: World): number => {
  let missed = 0;
  for (
    let day: Day = todayOf(world) + 1;
    midnight(day) + morningMs(world.policy) <= world.handledAt;
    day += 1
  )
    if (world.days.worked(day)) missed += 1;
  return missed;
};
