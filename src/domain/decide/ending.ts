/** Leadership and endings: instructions, closing with its two keys, returning, reopening, terminating (批示, 销号). */
import { endCase, openCase } from '../case-facts.js';
import { closingKinds } from '../cases.js';
import type { Fact } from '../events.js';
import { caseOf, type ItemState } from '../item.js';
import { measureStatus } from '../list.js';
import { refuse, type Refusal } from '../refusals.js';
import {
  allOf,
  closingObstacle,
  demanded,
  mootTalks,
  needsRank,
  otherThan,
  rankFor,
  type CommandRules,
  type Moment,
} from './rules.js';

/** Whatever of the closing review is still open ends with it. */
const endClosingReview = (state: ItemState): readonly Fact[] =>
  state.cases.filter((open) => closingKinds.includes(open.kind)).map((open) => endCase(open, 'moot'));

const openVerification = (state: ItemState, moment: Moment): Fact =>
  openCase(state, moment.at, moment, { kind: 'closing_verification' });

/** What is done and not yet struck off is struck off with the closing (item 36: 对已落实的工作及时销号). */
const strikeOffRest = (state: ItemState): readonly Fact[] => {
  const measures = state.measures.filter((m) => measureStatus(state, m) === 'done').map((m) => m.id);
  return measures.length === 0 ? [] : [{ type: 'struckOff', measures }];
};

const ownCountersignature = (state: ItemState, moment: Moment) =>
  caseOf(state, 'countersignature', moment.actor.unit ?? '');

const officeOrLeader = (state: ItemState, { actor }: Moment): Refusal | null => {
  if (state.lifecycle === 'completed')
    return actor.role === 'leader' ? null : refuse('rank_too_low', 'deputy');
  return actor.role === 'leader' ? refuse('not_allowed') : null;
};

export const ending: CommandRules<
  | 'instruct'
  | 'requestClosing'
  | 'countersign'
  | 'verifyClosing'
  | 'approveClosing'
  | 'returnClosing'
  | 'reopen'
  | 'terminate'
  | 'comment'
> = {
  instruct: {
    states: ['dispatched', 'in_progress', 'closing_review'],
    decide: (state, { text, demand }, moment) =>
      allOf(
        [{ type: 'instructed', text }],
        endClosingReview(state),
        demanded(state, [demand], 'instruction', text, moment),
      ),
  },
  requestClosing: {
    states: ['in_progress'],
    ready: closingObstacle,
    decide: (state, { text }, moment) => {
      // The request reports on all that is done: no quarter is left to report on.
      const settled = state.cases.filter(({ kind }) => kind === 'closing_request' || kind === 'report');
      return [
        { type: 'closingRequested', text },
        ...settled.map((open) => endCase(open)),
        ...mootTalks(state),
        ...(state.coUnits.length === 0
          ? [openVerification(state, moment)]
          : state.coUnits.map((unit) =>
              openCase(state, moment.at, moment, { kind: 'countersignature', subject: unit, unit }),
            )),
      ];
    },
  },
  countersign: {
    states: ['closing_review'],
    ready: (state, moment) => {
      if (ownCountersignature(state, moment)) return null;
      return state.coUnits.includes(moment.actor.unit ?? '')
        ? refuse('already_done')
        : refuse('no_such_case', 'countersignature');
    },
    decide: (state, { opinion }, moment) => {
      const own = ownCountersignature(state, moment);
      if (!own) return refuse('no_such_case', 'countersignature');
      const last = state.cases.filter((open) => open.kind === 'countersignature').length === 1;
      return [
        { type: 'countersigned', unit: moment.actor.unit ?? '', opinion },
        endCase(own),
        ...(last ? [openVerification(state, moment)] : []),
      ];
    },
  },
  verifyClosing: {
    states: ['closing_review'],
    ready: (state, { actor }) => {
      const missing = caseOf(state, 'countersignature');
      return missing ? refuse('not_countersigned', missing.unit ?? '') : otherThan(actor, state.submitters);
    },
    decide: (state, { text }, moment) => {
      const verification = caseOf(state, 'closing_verification');
      return [
        { type: 'closingVerified', text },
        ...(verification ? [endCase(verification)] : []),
        openCase(state, moment.at, moment, {
          kind: 'closing_signature',
          owedBy: state.highestListing === 3 ? 'director' : 'leader_in_charge',
        }),
      ];
    },
  },
  approveClosing: {
    states: ['completed'],
    ready: (state, { actor }) =>
      needsRank(actor, rankFor(state.highestListing)) ??
      otherThan(actor, [...state.submitters, ...state.verifiers]),
    decide: (state, { text }) => [
      ...strikeOffRest(state),
      { type: 'closingApproved', text },
      // Nothing is owed any more, a signature for what was just struck off neither.
      ...state.cases.map((open) => endCase(open, open.kind === 'closing_signature' ? 'done' : 'moot')),
    ],
  },
  returnClosing: {
    states: ['closing_review', 'completed'],
    ready: officeOrLeader,
    decide: (state, { reason, demands }, moment) =>
      allOf(
        [{ type: 'closingReturned', reason }],
        endClosingReview(state),
        demanded(state, demands, 'return', reason, moment),
      ),
  },
  reopen: {
    states: ['closed'],
    decide: (state, { reason, demands }, moment) =>
      allOf([{ type: 'reopened', reason }], demanded(state, demands, 'return', reason, moment)),
  },
  terminate: {
    states: ['registered', 'dispatched', 'in_progress', 'closing_review'],
    whileSuspended: true,
    ready: (state, { actor }) => needsRank(actor, rankFor(state.listing?.level ?? 0)),
    decide: (_state, { reason, successor }) => [{ type: 'terminated', reason, successor: successor ?? null }],
  },
  comment: {
    states: [
      'registered',
      'dispatched',
      'in_progress',
      'closing_review',
      'completed',
      'closed',
      'terminated',
    ],
    whileSuspended: true,
    decide: (_state, { text }) => [{ type: 'commented', text }],
  },
};
