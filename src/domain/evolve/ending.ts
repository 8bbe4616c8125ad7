/** The state after instructions, the steps of closing, reopening and termination. */
import {
  addSubmitter,
  addVerifier,
  changeOpenMilestones,
  enter,
  release,
  unchanged,
  type Folds,
} from './draft.js';

export const ending: Folds<
  | 'instructed'
  | 'closingRequested'
  | 'countersigned'
  | 'closingVerified'
  | 'closingApproved'
  | 'closingReturned'
  | 'reopened'
  | 'terminated'
> = {
  instructed: (draft, { at }) => {
    if (draft.lifecycle === 'closing_review') enter(draft, 'in_progress', at);
  },
  closingRequested: (draft, { at, actor }) => {
    enter(draft, 'closing_review', at);
    addSubmitter(draft, actor);
  },
  countersigned: unchanged,
  closingVerified: (draft, { at, actor }) => {
    enter(draft, 'completed', at);
    addVerifier(draft, actor);
  },
  closingApproved: (draft, { at }) => enter(draft, 'closed', at),
  closingReturned: (draft, { at }) => enter(draft, 'in_progress', at),
  reopened: (draft, { at }) => enter(draft, 'in_progress', at),
  terminated: (draft, { at }) => {
    changeOpenMilestones(draft, (m) => ({ ...m, endedAt: at }));
    enter(draft, 'terminated', at);
    draft.holds = release(release(draft.holds, 'suspended', at), 'not_handed_out', at);
    draft.suspendedSince = null;
    draft.cases = [];
    draft.listing = null;
    draft.proposal = null;
    draft.extensions = [];
    draft.change = null;
    draft.decomposition = null;
    draft.strikeOff = null;
    draft.unsummarised = null;
  },
};
