/** The state after what the clock brought about against milestones and listings. */
import type { FactType } from '../events.js';
import { readRungKey } from '../rung-keys.js';
import { changeListing, changeMilestone, unchanged, type Draft, type Folds } from './draft.js';

/** Facts that stand for a rung of a milestone's ladder. */
const ofRungs: ReadonlySet<FactType> = new Set([
  'reminded',
  'reminderSkipped',
  'becameOverdue',
  'urged',
  'letterIssued',
  'listed',
  'listingProposed',
  'interviewCalled',
  'rungJoined',
]);

/** A rung happens, joins or is skipped once in an epoch. */
export const markFired = (draft: Draft, type: FactType, key: string): void => {
  const fired = ofRungs.has(type) ? readRungKey(key) : null;
  if (fired !== null)
    changeMilestone(draft, fired.milestone, (m) => ({ ...m, fired: [...m.fired, fired.rung] }));
};

export const ofLadder: Folds<
  | 'reminded'
  | 'reminderSkipped'
  | 'becameOverdue'
  | 'pastDuesSummarised'
  | 'standingReported'
  | 'standingSkipped'
  | 'reportAsked'
  | 'rungJoined'
> = {
  reminded: unchanged,
  reminderSkipped: unchanged,
  becameOverdue: (draft, { milestone, silent, at }) => {
    changeMilestone(draft, milestone, (m) => ({ ...m, overdueAt: at }));
    if (silent)
      draft.unsummarised = { at, milestones: [...(draft.unsummarised?.milestones ?? []), milestone] };
  },
  pastDuesSummarised: (draft) => {
    draft.unsummarised = null;
  },
  standingReported: (draft) =>
    changeListing(draft, (listing) => ({ ...listing, standings: listing.standings + 1, reported: false })),
  standingSkipped: (draft) =>
    changeListing(draft, (listing) => ({ ...listing, standings: listing.standings + 1 })),
  reportAsked: unchanged,
  rungJoined: (draft, { key }) => {
    // A letter that joined has a cause more: it stands against this milestone too.
    const fired = readRungKey(key);
    if (fired?.rung === 'letter')
      changeMilestone(draft, fired.milestone, (m) => ({ ...m, letters: m.letters + 1 }));
  },
};
