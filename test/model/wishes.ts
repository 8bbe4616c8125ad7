/** What an item, as it stands, is likely to be asked next: mostly what it waits for, so that lives come far. */
import type { CaseKind } from '../../src/domain/cases.js';
import type { CommandType } from '../../src/domain/commands.js';
import { isOpen, type ItemState } from '../../src/domain/item.js';

type Wishes = Readonly<Partial<Record<CommandType, number>>>;

const closingReview: Wishes = {
  countersign: 8,
  verifyClosing: 8,
  returnClosing: 1,
  instruct: 1,
  proposeStrikeOff: 1,
  strikeOff: 1,
  declineStrikeOff: 0.5,
};

const atAnyTime: Wishes = {
  instruct: 1,
  raiseObstacle: 1,
  callConsultation: 0.5,
  terminate: 0.1,
  adoptPolicy: 1,
  adoptCalendar: 1,
  adoptOutage: 0.7,
  urge: 0.5,
  issueLetter: 0.5,
  proposeListing: 1,
  callInterview: 0.5,
  reassign: 0.5,
};

/** By the case that waits for it. */
const answers: Readonly<Partial<Record<CaseKind, Wishes>>> = {
  obstacle: { answerObstacle: 3, withdrawObstacle: 1 },
  consultation_record: { recordConsultation: 4 },
  listing_signature: { signListing: 8, declineListing: 2 },
  interview: { recordInterview: 6 },
  evidence_review: { acceptEvidence: 10, returnEvidence: 2, withdrawEvidence: 1 },
  extension: { grantExtension: 5, refuseExtension: 3 },
  change: { grantChange: 5, refuseChange: 2 },
  decomposition_review: { approveMilestones: 6, returnMilestones: 3 },
  strike_off_signature: { strikeOff: 5, declineStrikeOff: 2 },
  rectification: { submitRectificationPlan: 8 },
  rectification_review: { acceptRectificationPlan: 8, returnRectificationPlan: 3 },
  delisting_signature: { delist: 12, declineDelisting: 3 },
};

const work = ({ milestones, listing, cases }: ItemState): Wishes => ({
  reportProgress: 1,
  submitEvidence: 10 * milestones.filter(({ status }) => status === 'open').length,
  proposeMilestones: milestones.length === 0 ? 8 : 1,
  requestExtension: 3,
  requestChange: 1.5,
  waiveMeasure: 0.3,
  proposeStrikeOff: 1.5,
  requestClosing: milestones.some(isOpen) ? 0.5 : 12,
  proposeDelisting: listing && !cases.some(({ kind }) => kind === 'delisting_signature') ? 12 : 0,
});

const ofRunning = (state: ItemState): readonly Wishes[] => [
  atAnyTime,
  ...state.cases.map(({ kind }) => answers[kind] ?? {}),
  state.suspendedSince === null ? { suspend: 1 } : { resume: 40 },
];

export const wishesOf = (state: ItemState): readonly Wishes[] => {
  switch (state.lifecycle) {
    case 'registered':
      return [{ dispatch: 20, terminate: 0.2 }];
    case 'dispatched':
      return [{ acknowledge: 16, declineDispatch: 2 }, ...ofRunning(state)];
    case 'in_progress':
      return [work(state), ...ofRunning(state)];
    case 'closing_review':
      return [closingReview];
    case 'completed':
      return [{ approveClosing: 8, returnClosing: 1 }];
    case 'closed':
      return [{ reopen: 8 }];
    case 'terminated':
      return [{ comment: 1 }];
  }
};

/** The wish a number falls on, each taking as much room as it weighs. */
export const wished = (state: ItemState, pick: number): CommandType => {
  const all = wishesOf(state).flatMap((wishes) => Object.entries(wishes) as [CommandType, number][]);
  const total = all.reduce((sum, [, weight]) => sum + weight, 0);
  let left = ((pick % 997) / 997) * total;
  for (const [type, weight] of all) {
    if (left < weight) return type;
    left -= weight;
  }
  return 'comment';
};
