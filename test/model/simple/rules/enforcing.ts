/** The rows of steps by hand, of listing and of interviews. */
import type { Actor } from '../../../../src/domain/people.js';
import { endCase, endCases, openOf } from '../cases.js';
import { callInterview, list, propose } from '../enforcement.js';
import { isLive, isOver } from '../miles.js';
import { type Reasons, type Rules, ofEnded, ofMile, tooLow } from '../rule.js';
import type { Mile, World } from '../world.js';

/** The milestone named, else all overdue ones, else all open ones. */
const meant = (world: World, id: string | undefined): readonly Mile[] => {
  if (id !== undefined) return world.miles.filter((mile) => mile.id === id);
  const over = world.miles.filter((mile) => isOver(world, mile));
  return over.length > 0 ? over : world.miles.filter(isLive);
};

const ofStep = (world: World, id: string | undefined): Reasons => [
  !world.miles.some(isLive) && 'no_milestone',
  ...(id === undefined ? [] : ofMile(world, id, ofEnded)),
];

const ofProposal = (world: World, actor: Actor): Reasons =>
  world.proposal ? [tooLow(actor, world.proposal.level) && 'rank_too_low'] : ['no_such_case'];

export const enforcing: Rules<
  | 'urge'
  | 'issueLetter'
  | 'proposeListing'
  | 'signListing'
  | 'declineListing'
  | 'callInterview'
  | 'recordInterview'
> = {
  urge: {
    in: 'DP',
    by: 'cs',
    unless: (world, { milestone }) => ofStep(world, milestone),
    then: (world, { milestone }) => meant(world, milestone).forEach((mile) => (mile.urged = true)),
  },
  issueLetter: {
    in: 'DP',
    by: 'cs',
    unless: (world, { milestone }) => ofStep(world, milestone),
    then: (world, { milestone }) => meant(world, milestone).forEach((mile) => (mile.lettered = true)),
  },
  proposeListing: {
    in: 'DP',
    by: 'cs',
    unless: (world, { level }) => [
      (world.listing?.level ?? 0) >= level && 'already_done',
      (world.proposal?.level ?? 0) >= level && 'case_open',
    ],
    then: (world, { level }) => propose(world, level),
  },
  signListing: {
    in: 'DP',
    by: 'l',
    unless: (world, _command, actor) => ofProposal(world, actor),
    then: (world) => {
      const { proposal } = world;
      const open = openOf(world, 'listing_signature');
      if (!proposal || !open) return;
      endCase(world, open);
      world.proposal = null;
      list(world, proposal.level, `${open.key}:signed`);
    },
  },
  declineListing: {
    in: 'DP',
    by: 'l',
    unless: (world, _command, actor) => ofProposal(world, actor),
    then: (world) => {
      world.proposal = null;
      endCases(world, 'listing_signature');
    },
  },
  callInterview: {
    in: 'DP',
    by: 'cs',
    unless: (world) => [openOf(world, 'interview') !== undefined && 'case_open'],
    then: callInterview,
  },
  recordInterview: {
    in: 'DP',
    by: 'cs',
    unless: (world) => [!openOf(world, 'interview') && 'no_such_case'],
    then: (world) => {
      endCases(world, 'interview');
      // Reading: a listing "had" an interview that was called before it and held while it stood.
      if (world.listing) world.listing.interviewed = true;
    },
  },
};
