/** The state after urges, letters, listings, interviews, rectification and delisting. */
import type { FactOf, ItemEvent } from '../events.js';
import type { Listing } from '../item.js';
import { addSubmitter, changeListing, changeMilestone, unchanged, type Draft, type Folds } from './draft.js';

const newListing = (event: ItemEvent & FactOf<'listed'>): Listing => ({
  n: event.listing,
  level: event.level,
  startedAt: event.recordedAt,
  standings: 0,
  reported: false,
  interviewed: false,
  planAccepted: false,
  counted: null,
});

const withoutProposal = (draft: Draft): void => {
  draft.proposal = null;
};

const interviewed = (draft: Draft): void =>
  changeListing(draft, (listing) => ({ ...listing, interviewed: true }));

export const enforcement: Folds<
  | 'urged'
  | 'letterIssued'
  | 'listingProposed'
  | 'listed'
  | 'listingDeclined'
  | 'proposalSuperseded'
  | 'proposalWithdrawn'
  | 'interviewCalled'
  | 'interviewRecorded'
  | 'rectificationPlanSubmitted'
  | 'rectificationPlanAccepted'
  | 'rectificationPlanReturned'
  | 'delistingProposed'
  | 'delistingDeclined'
  | 'delistingWithdrawn'
  | 'delisted'
> = {
  urged: (draft, { milestones }) => {
    for (const id of milestones) changeMilestone(draft, id, (m) => ({ ...m, urges: m.urges + 1 }));
  },
  letterIssued: (draft, { milestones }) => {
    for (const id of milestones) changeMilestone(draft, id, (m) => ({ ...m, letters: m.letters + 1 }));
  },
  listingProposed: (draft, { level, milestone }) => {
    draft.proposal = { level, milestone };
  },
  listed: (draft, event) => {
    const { level, listing } = event;
    draft.listing = draft.listing ? { ...draft.listing, level } : newListing(event);
    draft.listings = Math.max(draft.listings, listing);
    if (level > draft.highestListing) draft.highestListing = level;
    if (draft.proposal && draft.proposal.level <= level) draft.proposal = null;
    // An extension of a listed item is for a leader to grant (01, "Extension").
    draft.cases = draft.cases.map((open) =>
      open.kind === 'extension' && open.owedBy === 'supervision_head'
        ? { ...open, owedBy: 'leader_in_charge' }
        : open,
    );
  },
  listingDeclined: withoutProposal,
  proposalSuperseded: withoutProposal,
  proposalWithdrawn: withoutProposal,
  interviewCalled: interviewed,
  interviewRecorded: interviewed,
  rectificationPlanSubmitted: (draft, { actor }) => addSubmitter(draft, actor),
  rectificationPlanAccepted: (draft) =>
    changeListing(draft, (listing) => ({ ...listing, planAccepted: true })),
  rectificationPlanReturned: unchanged,
  delistingProposed: unchanged,
  delistingDeclined: unchanged,
  delistingWithdrawn: unchanged,
  delisted: (draft) => {
    draft.listing = null;
  },
};
