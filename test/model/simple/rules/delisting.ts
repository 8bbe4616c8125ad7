/** The rows of rectification and delisting. */
import type { Actor } from '../../../../src/domain/people.js';
import { endCases, openCase, openOf, signerOf } from '../cases.js';
import { someOver } from '../miles.js';
import { type Reasons, type Rules, isAmong, remember, tooLow } from '../rule.js';
import type { World } from '../world.js';

const ofPlan = (world: World, actor: Actor): Reasons => [
  !openOf(world, 'rectification_review') && 'no_such_case',
  isAmong(actor, world.submitters) && 'same_person',
];

const delistable = (world: World): Reasons => [
  someOver(world) && 'milestone_overdue',
  world.listing?.planAccepted === false && 'plan_not_accepted',
  (openOf(world, 'interview') ?? openOf(world, 'listing_signature')) !== undefined && 'case_open',
];

const ofDelisting = (world: World, actor: Actor): Reasons => [
  !openOf(world, 'delisting_signature') && 'no_such_case',
  tooLow(actor, world.listing?.level ?? 0) && 'rank_too_low',
];

export const delisting: Rules<
  | 'submitRectificationPlan'
  | 'acceptRectificationPlan'
  | 'returnRectificationPlan'
  | 'proposeDelisting'
  | 'delist'
  | 'declineDelisting'
> = {
  submitRectificationPlan: {
    in: 'P',
    by: 'h',
    unless: (world) => {
      if (openOf(world, 'rectification')) return [];
      if (openOf(world, 'rectification_review')) return ['case_open'];
      return [world.listing?.planAccepted ? 'already_done' : 'no_such_case'];
    },
    then: (world, _command, actor) => {
      remember(world.submitters, actor);
      endCases(world, 'rectification');
      openCase(world, 'rectification_review', 'case_officer', { subject: `listing${world.listing?.n}` });
    },
  },
  acceptRectificationPlan: {
    in: 'P',
    by: 'cs',
    unless: (world, _command, actor) => ofPlan(world, actor),
    then: (world) => {
      endCases(world, 'rectification_review');
      if (world.listing) world.listing.planAccepted = true;
    },
  },
  returnRectificationPlan: {
    in: 'P',
    by: 'cs',
    unless: (world, _command, actor) => ofPlan(world, actor),
    then: (world) => {
      endCases(world, 'rectification_review');
      openCase(world, 'rectification', 'unit', { subject: `listing${world.listing?.n}` });
    },
  },
  proposeDelisting: {
    in: 'P',
    by: 'cs',
    unless: (world) =>
      world.listing
        ? [openOf(world, 'delisting_signature') !== undefined && 'case_open', ...delistable(world)]
        : ['no_such_case'],
    then: (world) =>
      openCase(world, 'delisting_signature', signerOf(world.listing?.level ?? 0), {
        subject: `listing${world.listing?.n}`,
      }),
  },
  delist: {
    in: 'P',
    by: 'l',
    unless: (world, _command, actor) => [...ofDelisting(world, actor), ...delistable(world)],
    then: (world) => {
      world.listing = null;
      endCases(world, 'delisting_signature');
    },
  },
  declineDelisting: {
    in: 'P',
    by: 'l',
    unless: (world, _command, actor) => ofDelisting(world, actor),
    then: (world) => endCases(world, 'delisting_signature'),
  },
};
