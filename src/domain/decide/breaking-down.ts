/** The item broken into milestones, and its list struck off piece by piece (任务分解, 清单). */
import { endCase, openCase } from '../case-facts.js';
import type { Fact } from '../events.js';
import {
  caseOf,
  isOverdue,
  standing,
  type Decomposition,
  type ItemState,
  type MilestoneSeed,
} from '../item.js';
import { measureStatus, uncarried } from '../list.js';
import { isRefusal, refuse, type Refusal } from '../refusals.js';
import { dateAhead, needsCase, openMilestone, otherThan, type CommandRules, type Moment } from './rules.js';
import { mootExtension } from './working.js';

/** Only what nobody has confirmed and what is not overdue may be replaced; after that only an extension moves a date. */
const replaceable = (state: ItemState, id: string): Refusal | null => {
  const milestone = openMilestone(state, id);
  if (isRefusal(milestone)) return milestone;
  if (milestone.status === 'submitted') return refuse('evidence_under_review', id);
  if (isOverdue(milestone)) return refuse('milestone_overdue', id);
  return milestone.confirmed ? refuse('already_done', id) : null;
};

const proposalFault = (
  state: ItemState,
  { milestones, replaces }: Pick<Decomposition, 'milestones' | 'replaces'>,
  moment: Moment,
): Refusal | null => {
  if (milestones.length === 0) return refuse('no_milestone');
  const ids = milestones.map((m) => m.id);
  const double = ids.find((id, index) => ids.indexOf(id) !== index || replaces.includes(id));
  if (double !== undefined) return refuse('invalid', double);
  const unknown = milestones
    .flatMap((m) => m.measures)
    .find((id) => !state.measures.some((m) => m.id === id));
  if (unknown !== undefined) return refuse('no_such_measure', unknown);
  for (const milestone of milestones) {
    const late = dateAhead(milestone.due, moment);
    if (late) return late;
  }
  // A known id is the unit's own version of that milestone.
  const known = ids.filter((id) => state.milestones.some((m) => m.id === id));
  for (const id of [...known, ...replaces]) {
    const fault = replaceable(state, id);
    if (fault) return fault;
  }
  const left = [
    ...standing(state).filter((m) => !replaces.includes(m.id) && !known.includes(m.id)),
    ...milestones,
  ];
  const hole = uncarried(state.measures, left);
  return hole ? refuse('measure_uncarried', hole.id) : null;
};

/** Who proposed does not review. */
const review = (state: ItemState, { actor }: Moment): Refusal | null =>
  needsCase('decomposition_review')(state) ?? otherThan(actor, state.submitters);

/** Milestones that the proposal leaves with another date or none. */
const overtaken = ({ milestones, replaces }: Decomposition): readonly string[] => [
  ...replaces,
  ...milestones.map(({ id }) => id),
];

/** The first of the measures that cannot be struck off now. */
const notDone = (state: ItemState, measures: readonly string[]): Refusal | null => {
  for (const id of measures) {
    const measure = state.measures.find((m) => m.id === id);
    if (!measure) return refuse('no_such_measure', id);
    const status = measureStatus(state, measure);
    if (status !== 'done') return refuse(status === 'open' ? 'measure_open' : 'already_done', id);
  }
  return null;
};

const proposedFact = (state: ItemState, seed: MilestoneSeed): Fact => {
  const milestone: MilestoneSeed = { ...seed, basis: 'unit' };
  return state.milestones.some(({ id }) => id === seed.id)
    ? { type: 'milestoneReplaced', milestone }
    : { type: 'milestoneAdded', milestone, demand: '' };
};

const endOf = (state: ItemState, kind: 'decomposition' | 'decomposition_review' | 'strike_off_signature') => {
  const open = caseOf(state, kind);
  return open ? [endCase(open)] : [];
};

export const breakingDown: CommandRules<
  | 'proposeMilestones'
  | 'approveMilestones'
  | 'returnMilestones'
  | 'proposeStrikeOff'
  | 'strikeOff'
  | 'declineStrikeOff'
  | 'waiveMeasure'
> = {
  proposeMilestones: {
    states: ['in_progress'],
    ready: (state) => {
      const review = caseOf(state, 'decomposition_review');
      return review ? refuse('case_open', review.id) : null;
    },
    decide: (state, { milestones, replaces }, moment) =>
      proposalFault(state, { milestones, replaces }, moment) ?? [
        { type: 'milestonesProposed', milestones, replaces },
        ...endOf(state, 'decomposition'),
        openCase(state, moment.at, moment, { kind: 'decomposition_review' }),
      ],
  },
  approveMilestones: {
    states: ['in_progress'],
    ready: review,
    decide: (state, _command, moment) => {
      const proposed = state.decomposition;
      if (!proposed) return refuse('no_such_case', 'decomposition_review');
      const fault = proposalFault(state, proposed, moment);
      if (fault) return fault;
      return [
        { type: 'milestonesApproved' },
        ...endOf(state, 'decomposition_review'),
        ...proposed.replaces.map((milestone): Fact => ({ type: 'milestoneDropped', milestone })),
        ...overtaken(proposed).flatMap((id) => mootExtension(state, id)),
        ...proposed.milestones.map((milestone) => proposedFact(state, milestone)),
      ];
    },
  },
  returnMilestones: {
    states: ['in_progress'],
    ready: review,
    decide: (state, { reason }, moment) => [
      { type: 'milestonesReturned', reason },
      ...endOf(state, 'decomposition_review'),
      openCase(state, moment.at, moment, {
        kind: 'decomposition',
        days: moment.policy.terms.decomposition_returned,
      }),
    ],
  },

  proposeStrikeOff: {
    states: ['in_progress', 'closing_review'],
    ready: (state) => {
      const open = caseOf(state, 'strike_off_signature');
      return open ? refuse('case_open', open.id) : null;
    },
    decide: (state, { measures }, moment) => {
      if (measures.length === 0) return refuse('no_such_measure');
      return (
        notDone(state, measures) ?? [
          { type: 'strikeOffProposed', measures },
          openCase(state, moment.at, moment, { kind: 'strike_off_signature' }),
        ]
      );
    },
  },
  strikeOff: {
    states: ['in_progress', 'closing_review'],
    ready: (state, { actor }) =>
      needsCase('strike_off_signature')(state) ??
      otherThan(actor, [...state.submitters, ...state.verifiers, ...(state.strikeOff?.by ?? [])]) ??
      notDone(state, state.strikeOff?.measures ?? []),
    decide: (state) => [
      { type: 'struckOff', measures: state.strikeOff?.measures ?? [] },
      ...endOf(state, 'strike_off_signature'),
    ],
  },
  declineStrikeOff: {
    states: ['in_progress', 'closing_review'],
    ready: needsCase('strike_off_signature'),
    decide: (state, { reason }) => [
      { type: 'strikeOffDeclined', reason },
      ...endOf(state, 'strike_off_signature'),
    ],
  },
  waiveMeasure: {
    states: ['in_progress', 'closing_review'],
    decide: (state, { measure: id, reason }) => {
      const measure = state.measures.find((m) => m.id === id);
      if (!measure) return refuse('no_such_measure', id);
      return measure.mark === null
        ? [{ type: 'measureWaived', measure: id, reason }]
        : refuse('already_done', id);
    },
  },
};
