/** Steps the ladder and the office both take against an item. */
import { endCase, openCase, openOf, signerOf } from './cases.js';
import { someOver } from './miles.js';
import { type World, rings } from './world.js';

export type Level = 1 | 2 | 3;

/** An open proposal ends because another step takes its place. */
const supersede = (world: World): void => {
  const open = openOf(world, 'listing_signature');
  if (!open) return;
  endCase(world, open);
  rings(world, 'proposalSuperseded', open.key);
  world.proposal = null;
};

/** `key` of the rung; absent when proposed by hand. */
export const propose = (world: World, level: Level, key?: string): void => {
  supersede(world);
  if (key !== undefined) rings(world, 'listingProposed', key, level);
  world.proposal = { level, byLadder: key !== undefined };
  openCase(world, 'listing_signature', signerOf(level), { subject: `L${level}` });
};

export const list = (world: World, level: Level, key: string): void => {
  if (world.proposal && world.proposal.level <= level) supersede(world);
  rings(world, 'listed', key, level);
  world.highest = level > world.highest ? level : world.highest;
  // Whoever grants an extension of a listed item is a leader.
  for (const owed of world.cases) if (owed.kind === 'extension') owed.by = 'leader_in_charge';
  if (world.listing) {
    world.listing.level = level;
    return;
  }
  world.listings += 1;
  world.listing = {
    n: world.listings,
    level,
    since: world.handledAt,
    marks: 0,
    standings: 0,
    reported: false,
    interviewed: false,
    planAccepted: false,
  };
  openCase(world, 'rectification', 'unit', { subject: `listing${world.listings}` });
};

export const callInterview = (world: World): void => {
  openCase(world, 'interview', 'supervision_head');
  if (world.listing) world.listing.interviewed = true;
};

export const withdrawDelisting = (world: World): void => {
  const open = openOf(world, 'delisting_signature');
  if (!open) return;
  endCase(world, open);
  rings(world, 'delistingWithdrawn', open.key, world.listing?.level ?? 0);
};

/** A proposal of the ladder goes with its cause. */
export const withdrawProposal = (world: World): void => {
  const open = openOf(world, 'listing_signature');
  if (!open || !world.proposal?.byLadder || someOver(world)) return;
  rings(world, 'proposalWithdrawn', open.key, world.proposal.level);
  endCase(world, open);
  world.proposal = null;
};
