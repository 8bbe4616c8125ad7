/** The rows of milestones the unit proposes. */
import type { CommandOf } from '../../../../src/domain/commands.js';
import type { MilestoneSeed } from '../../../../src/domain/item.js';
import { endCases, openCase } from '../cases.js';
import { dayNamed } from '../days.js';
import { endRequest, finish, isOver, mileNamed, mileOf, moveDue } from '../miles.js';
import { type Reasons, type Rules, notAhead, ofEnded, ofMile, remember } from '../rule.js';
import { reviewer } from './working.js';
import type { Mile, World } from '../world.js';

type Proposal = Pick<CommandOf<'proposeMilestones'>, 'milestones' | 'replaces'>;

/** What a proposal may not replace. */
const fixed = (world: World, mile: Mile): Reasons => [
  mile.confirmed && 'already_done',
  ...ofEnded(mile),
  mile.status === 'submitted' && 'evidence_under_review',
  isOver(world, mile) && 'milestone_overdue',
];

const ofSeed = (world: World, seed: MilestoneSeed): Reasons => {
  const known = mileNamed(world, seed.id);
  return [
    notAhead(world, seed.due) && 'date_not_future',
    seed.measures.some((id) => !world.measures.has(id)) && 'no_such_measure',
    ...(known ? fixed(world, known) : []),
  ];
};

const ofSuggestion = (world: World, { milestones, replaces }: Proposal): Reasons => {
  const ids = [...milestones.map(({ id }) => id), ...replaces];
  const left = world.miles.filter(({ id, status }) => status !== 'dropped' && !ids.includes(id));
  const carried = new Set([...left, ...milestones].flatMap(({ measures }) => measures));
  return [
    milestones.length === 0 && 'no_milestone',
    new Set(ids).size < ids.length && 'invalid',
    ...milestones.flatMap((seed) => ofSeed(world, seed)),
    ...replaces.flatMap((id) => ofMile(world, id, (mile) => fixed(world, mile))),
    [...world.measures].some(([id, mark]) => mark === null && !carried.has(id)) && 'measure_uncarried',
  ];
};

const take = (world: World, seed: MilestoneSeed): void => {
  const known = mileNamed(world, seed.id);
  if (!known) {
    world.miles.push(mileOf({ ...seed, basis: 'unit' }, world.now));
    return;
  }
  // Reading: the unit's own version answers its request for another date.
  endRequest(world, known);
  known.measures = seed.measures;
  if (known.due !== dayNamed(seed.due)) moveDue(world, known, dayNamed(seed.due));
};

const approve = (world: World, { milestones, replaces }: Proposal): void => {
  for (const mile of world.miles) {
    if (replaces.includes(mile.id)) finish(world, mile, 'dropped');
    mile.confirmed = true;
  }
  milestones.forEach((seed) => take(world, seed));
};

export const breakingDown: Rules<'proposeMilestones' | 'approveMilestones' | 'returnMilestones'> = {
  proposeMilestones: {
    in: 'P',
    by: 'h',
    unless: (world, command) => [
      world.decomposition !== null && 'case_open',
      ...ofSuggestion(world, command),
    ],
    then: (world, { milestones, replaces }, actor) => {
      world.decomposition = { milestones, replaces };
      remember(world.submitters, actor);
      endCases(world, 'decomposition');
      openCase(world, 'decomposition_review', 'case_officer');
    },
  },
  approveMilestones: {
    in: 'P',
    by: 'cs',
    unless: (world, _command, actor) =>
      world.decomposition
        ? [...ofSuggestion(world, world.decomposition), ...reviewer(world, actor)]
        : ['no_such_case'],
    then: (world) => {
      if (world.decomposition) approve(world, world.decomposition);
      world.decomposition = null;
      endCases(world, 'decomposition_review');
    },
  },
  returnMilestones: {
    in: 'P',
    by: 'cs',
    unless: (world, _command, actor) => [
      world.decomposition === null && 'no_such_case',
      ...reviewer(world, actor),
    ],
    then: (world) => {
      world.decomposition = null;
      endCases(world, 'decomposition_review');
      openCase(world, 'decomposition', 'unit', { term: 'decomposition_returned' });
    },
  },
};
