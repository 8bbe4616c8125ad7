/** The state after reports and evidence. */
import type { Instant } from '../instants.js';
import type { Milestone } from '../item.js';
import {
  addSubmitter,
  addVerifier,
  changeListing,
  changeMilestone,
  hold,
  release,
  unchanged,
  type Change,
  type Draft,
  type Folds,
} from './draft.js';

const decided =
  (at: Instant): Change<Milestone> =>
  (m) => ({ ...m, status: 'open', submitted: null, holds: release(m.holds, 'under_review', at) });

export const ended =
  (status: 'accepted' | 'dropped', at: Instant, onTime: boolean | null): Change<Milestone> =>
  (m) => ({
    ...m,
    status,
    handedInAt: m.submitted?.at ?? null,
    submitted: null,
    returned: null,
    holds: release(release(m.holds, 'under_review', at), 'extension_asked', at),
    endedAt: at,
    onTime,
  });

/** Whatever was asked for the milestone's date is decided or moot. */
export const withoutExtension = (draft: Draft, milestone: string, at: Instant): void => {
  draft.extensions = draft.extensions.filter((asked) => asked.milestone !== milestone);
  changeMilestone(draft, milestone, (m) => ({ ...m, holds: release(m.holds, 'extension_asked', at) }));
};

export const working: Folds<
  | 'progressReported'
  | 'evidenceSubmitted'
  | 'evidenceWithdrawn'
  | 'evidenceAccepted'
  | 'evidenceReturned'
  | 'commented'
> = {
  progressReported: (draft, { actor }) => {
    changeListing(draft, (listing) => ({ ...listing, reported: true }));
    addSubmitter(draft, actor);
  },
  evidenceSubmitted: (draft, { milestone, inTime, files, at, actor }) => {
    changeMilestone(draft, milestone, (m) => ({
      ...m,
      status: 'submitted',
      submitted: { at, inTime, files, by: actor?.person ?? '' },
      returned: null,
      holds: hold(m.holds, 'under_review', at),
    }));
    addSubmitter(draft, actor);
  },
  evidenceWithdrawn: (draft, { milestone, at }) => changeMilestone(draft, milestone, decided(at)),
  evidenceReturned: (draft, { milestone, reason, at }) =>
    changeMilestone(draft, milestone, (m) => ({ ...decided(at)(m), returned: { at, reason } })),
  evidenceAccepted: (draft, { milestone, onTime, at, actor }) => {
    changeMilestone(draft, milestone, ended('accepted', at, onTime));
    withoutExtension(draft, milestone, at);
    addVerifier(draft, actor);
  },
  commented: unchanged,
};
