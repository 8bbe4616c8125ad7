/** Enforcement by hand and to its end: urging, letters, listing, interviews, rectification, delisting (挂牌督战). */
import { signatureOf, startListing, supersede } from '../alarms.js';
import { endCase, openCase } from '../case-facts.js';
import type { Fact } from '../events.js';
import { caseOf, isOpen, isOverdue, type ItemState } from '../item.js';
import { isRefusal, refuse, type Refusal } from '../refusals.js';
import {
  delistingObstacle,
  needsCase,
  needsRank,
  openMilestone,
  otherThan,
  rankFor,
  type CommandRules,
  type Moment,
} from './rules.js';

/** Against which milestones a step by hand is taken: the one named, else all overdue, else all open. */
const targets = (state: ItemState, id: string | undefined): readonly string[] | Refusal => {
  if (id !== undefined) {
    const milestone = openMilestone(state, id);
    return isRefusal(milestone) ? milestone : [milestone.id];
  }
  const overdue = state.milestones.filter(isOverdue);
  const open = overdue.length > 0 ? overdue : state.milestones.filter(isOpen);
  return open.length > 0 ? open.map((m) => m.id) : refuse('no_milestone');
};

const needsOpenMilestone = (state: ItemState): Refusal | null =>
  state.milestones.some(isOpen) ? null : refuse('no_milestone');

const signature = (state: ItemState): readonly Fact[] => {
  const open = caseOf(state, 'listing_signature');
  return open ? [endCase(open)] : [];
};

const signer = (state: ItemState, { actor }: Moment): Refusal | null =>
  needsCase('listing_signature')(state) ?? needsRank(actor, rankFor(state.proposal?.level ?? 0));

const delistingSigner = (state: ItemState, { actor }: Moment): Refusal | null =>
  needsCase('delisting_signature')(state) ?? needsRank(actor, rankFor(state.listing?.level ?? 0));

const endOf = (
  state: ItemState,
  kind: 'interview' | 'rectification' | 'rectification_review' | 'delisting_signature',
): readonly Fact[] => {
  const open = caseOf(state, kind);
  return open ? [endCase(open)] : [];
};

const listingSubject = (state: ItemState): string => `listing${state.listing?.n ?? state.listings}`;

/** Who submitted the plan does not review it. */
const reviewsPlan = (state: ItemState, { actor }: Moment): Refusal | null =>
  needsCase('rectification_review')(state) ?? otherThan(actor, state.submitters);

/** A rectification plan is owed, or one waits for review, or one is already accepted. */
const planOwed = (state: ItemState): Refusal | null => {
  const review = caseOf(state, 'rectification_review');
  if (review) return refuse('case_open', review.id);
  if (state.listing?.planAccepted) return refuse('already_done');
  return needsCase('rectification')(state);
};

export const enforcement: CommandRules<
  | 'urge'
  | 'issueLetter'
  | 'proposeListing'
  | 'signListing'
  | 'declineListing'
  | 'callInterview'
  | 'recordInterview'
  | 'submitRectificationPlan'
  | 'acceptRectificationPlan'
  | 'returnRectificationPlan'
  | 'proposeDelisting'
  | 'delist'
  | 'declineDelisting'
> = {
  urge: {
    states: ['dispatched', 'in_progress'],
    ready: needsOpenMilestone,
    decide: (state, { milestone, note }) => {
      const milestones = targets(state, milestone);
      return isRefusal(milestones) ? milestones : [{ type: 'urged', milestones, note }];
    },
  },
  issueLetter: {
    states: ['dispatched', 'in_progress'],
    ready: needsOpenMilestone,
    decide: (state, { milestone, note }) => {
      const milestones = targets(state, milestone);
      return isRefusal(milestones) ? milestones : [{ type: 'letterIssued', milestones, note }];
    },
  },
  proposeListing: {
    states: ['dispatched', 'in_progress'],
    ready: (state) => (state.listing?.level === 3 ? refuse('already_done') : null),
    decide: (state, { level }, moment) => {
      const open = caseOf(state, 'listing_signature');
      if (state.listing && state.listing.level >= level)
        return refuse('already_done', `listed_${state.listing.level}`);
      if (open && state.proposal && state.proposal.level >= level) return refuse('case_open', open.id);
      return [
        ...supersede(state, level),
        { type: 'listingProposed', level, milestone: null },
        openCase(state, moment.at, moment, signatureOf(level)),
      ];
    },
  },
  signListing: {
    states: ['dispatched', 'in_progress'],
    ready: signer,
    decide: (state, _command, moment) => {
      const open = caseOf(state, 'listing_signature');
      if (!state.proposal || !open) return refuse('no_such_case', 'listing_signature');
      const { level, milestone } = state.proposal;
      const key = `${open.id}:signed`;
      if (state.listing)
        return [...signature(state), { type: 'listed', level, listing: state.listing.n, milestone, key }];
      return [
        ...signature(state),
        ...startListing({ ...state, proposal: null }, level, milestone, key, moment.at, moment),
      ];
    },
  },
  declineListing: {
    states: ['dispatched', 'in_progress'],
    ready: signer,
    decide: (state, { reason }) => [
      { type: 'listingDeclined', level: state.proposal?.level ?? 1, reason },
      ...signature(state),
    ],
  },

  callInterview: {
    states: ['dispatched', 'in_progress'],
    ready: (state) => {
      const open = caseOf(state, 'interview');
      return open ? refuse('case_open', open.id) : null;
    },
    decide: (state, _command, moment) => [
      { type: 'interviewCalled', milestone: null },
      openCase(state, moment.at, moment, { kind: 'interview' }),
    ],
  },
  recordInterview: {
    states: ['dispatched', 'in_progress'],
    ready: needsCase('interview'),
    decide: (state, { record }) => [{ type: 'interviewRecorded', record }, ...endOf(state, 'interview')],
  },

  submitRectificationPlan: {
    states: ['in_progress'],
    ready: planOwed,
    decide: (state, { text, files }, moment) => [
      { type: 'rectificationPlanSubmitted', text, files },
      ...endOf(state, 'rectification'),
      openCase(state, moment.at, moment, { kind: 'rectification_review', subject: listingSubject(state) }),
    ],
  },
  acceptRectificationPlan: {
    states: ['in_progress'],
    ready: reviewsPlan,
    decide: (state) => [{ type: 'rectificationPlanAccepted' }, ...endOf(state, 'rectification_review')],
  },
  returnRectificationPlan: {
    states: ['in_progress'],
    ready: reviewsPlan,
    decide: (state, { reason }, moment) => [
      { type: 'rectificationPlanReturned', reason },
      ...endOf(state, 'rectification_review'),
      openCase(state, moment.at, moment, { kind: 'rectification', subject: listingSubject(state) }),
    ],
  },

  proposeDelisting: {
    states: ['in_progress'],
    ready: (state) => {
      const open = caseOf(state, 'delisting_signature');
      return delistingObstacle(state) ?? (open ? refuse('case_open', open.id) : null);
    },
    decide: (state, _command, moment) => [
      { type: 'delistingProposed' },
      openCase(state, moment.at, moment, {
        kind: 'delisting_signature',
        subject: listingSubject(state),
        owedBy: state.listing?.level === 3 ? 'director' : 'leader_in_charge',
      }),
    ],
  },
  delist: {
    states: ['in_progress'],
    ready: (state, moment) => delistingSigner(state, moment) ?? delistingObstacle(state),
    decide: (state) => [
      { type: 'delisted', listing: state.listing?.n ?? 0 },
      ...endOf(state, 'delisting_signature'),
    ],
  },
  declineDelisting: {
    states: ['in_progress'],
    ready: delistingSigner,
    decide: (state, { reason }) => [
      { type: 'delistingDeclined', reason },
      ...endOf(state, 'delisting_signature'),
    ],
  },
};
