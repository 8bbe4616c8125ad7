/** The rows of reporting and proving. */
import type { Actor } from '../../../../src/domain/people.js';
import { endCases, openCase } from '../cases.js';
import { dateIsOver, endReview, finish, mileNamed, startReview } from '../miles.js';
import { type Reasons, type Rules, isAmong, ofEnded, ofMile, remember } from '../rule.js';
import type { World } from '../world.js';

export const reviewer = (world: World, actor: Actor): Reasons => [
  isAmong(actor, world.submitters) && 'same_person',
];

export const underReview = (world: World, milestone: string): Reasons => [
  mileNamed(world, milestone)?.status !== 'submitted' && 'no_such_case',
  ...ofMile(world, milestone, ofEnded),
];

const putBack = (world: World, id: string): void => {
  const mile = mileNamed(world, id);
  if (!mile) return;
  mile.status = 'open';
  endReview(world, mile);
};

export const working: Rules<
  'reportProgress' | 'submitEvidence' | 'withdrawEvidence' | 'acceptEvidence' | 'returnEvidence'
> = {
  reportProgress: {
    in: 'P',
    by: 'oh',
    then: (world, _command, actor) => {
      remember(world.submitters, actor);
      endCases(world, 'report');
      if (world.listing) world.listing.reported = true;
    },
  },
  submitEvidence: {
    in: 'P',
    by: 'h',
    unless: (world, { milestone }) =>
      ofMile(world, milestone, (mile) => [
        mile.status === 'submitted' && 'evidence_under_review',
        ...ofEnded(mile),
      ]),
    then: (world, { milestone }, actor) => {
      const mile = mileNamed(world, milestone);
      if (!mile) return;
      remember(world.submitters, actor);
      mile.status = 'submitted';
      startReview(world, mile);
      openCase(world, 'evidence_review', 'case_officer', { subject: mile.id });
    },
  },
  withdrawEvidence: {
    in: 'P',
    by: 'h',
    unless: (world, { milestone }) => [
      ...underReview(world, milestone),
      ...ofMile(world, milestone, (mile) => [dateIsOver(world, mile) && 'due_date_over']),
    ],
    then: (world, { milestone }) => putBack(world, milestone),
  },
  acceptEvidence: {
    in: 'P',
    by: 'cs',
    unless: (world, { milestone }, actor) => [...underReview(world, milestone), ...reviewer(world, actor)],
    then: (world, { milestone }, actor) => {
      const mile = mileNamed(world, milestone);
      if (mile) finish(world, mile, 'accepted');
      remember(world.verifiers, actor);
    },
  },
  returnEvidence: {
    in: 'P',
    by: 'cs',
    unless: (world, { milestone }, actor) => [...underReview(world, milestone), ...reviewer(world, actor)],
    then: (world, { milestone }) => putBack(world, milestone),
  },
};
