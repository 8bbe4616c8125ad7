/** The state after dates and scope change, the item is suspended or resumed, and other rules are adopted. */
import type { FactOf } from '../events.js';
import type { Instant } from '../instants.js';
import type { Milestone } from '../item.js';
import { normalised } from '../policy.js';
import {
  addSubmitter,
  changeMilestone,
  freshEpoch,
  hold,
  keepCounts,
  moveDue,
  personsBehind,
  release,
  type Folds,
} from './draft.js';
import { withoutExtension } from './working.js';

/**
 * The date is over later. While it is still to come, what happened because it seemed over belongs to an epoch that is
 * dead; once it has passed, the milestone is overdue since then, and what was done stays done.
 */
const afterOutage = (m: Milestone, event: FactOf<'outageAdopted'>, at: Instant): Milestone => {
  const { from, dueOverAt } = event;
  const fresh =
    m.overdueAt === null
      ? m
      : dueOverAt > at
        ? freshEpoch(m, at)
        : { ...m, overdueAt: Math.max(m.overdueAt, dueOverAt) };
  const submitted = m.submitted && { ...m.submitted, inTime: m.submitted.at < dueOverAt };
  return { ...fresh, submitted, dueOverAt, holds: [...m.holds, { cause: 'outage', from, to: dueOverAt }] };
};

export const time: Folds<
  | 'extensionRequested'
  | 'extensionGranted'
  | 'extensionRefused'
  | 'changeRequested'
  | 'changeGranted'
  | 'changeRefused'
  | 'suspended'
  | 'resumed'
  | 'dueDateMoved'
  | 'policyAdopted'
  | 'calendarAdopted'
  | 'outageAdopted'
> = {
  extensionRequested: (draft, { milestone, to, late, at, actor }) => {
    if (!late)
      changeMilestone(draft, milestone, (m) => ({ ...m, holds: hold(m.holds, 'extension_asked', at) }));
    draft.extensions = [...draft.extensions, { milestone, to, late, by: personsBehind(actor) }];
    addSubmitter(draft, actor);
  },
  extensionGranted: (draft, { milestone, at }) => withoutExtension(draft, milestone, at),
  extensionRefused: (draft, { milestone, at }) => withoutExtension(draft, milestone, at),
  changeRequested: (draft, { change, actor }) => {
    draft.change = { change, by: personsBehind(actor) };
  },
  changeGranted: (draft, { change: { evidence, coUnits } }) => {
    draft.change = null;
    draft.coUnits = coUnits ?? draft.coUnits;
    if (evidence) changeMilestone(draft, evidence.milestone, (m) => ({ ...m, evidence: evidence.evidence }));
  },
  changeRefused: (draft) => {
    draft.change = null;
  },
  suspended: (draft, { at }) => {
    draft.suspendedSince = at;
    draft.holds = hold(draft.holds, 'suspended', at);
  },
  resumed: (draft, { at }) => {
    draft.suspendedSince = null;
    draft.holds = release(draft.holds, 'suspended', at);
  },
  dueDateMoved: (draft, { milestone, due, cause, at }) =>
    changeMilestone(draft, milestone, (m) => ({
      ...moveDue(m, due, at),
      extensionsGranted: m.extensionsGranted + (cause === 'extension' ? 1 : 0),
    })),
  policyAdopted: (draft, { policy, counted, at }) => {
    draft.policy = normalised(policy);
    draft.policyAdoptedAt = at;
    keepCounts(draft, counted);
  },
  calendarAdopted: (draft, { calendarVersion, counted, at }) => {
    draft.calendarVersion = calendarVersion;
    draft.calendarAdoptedAt = at;
    keepCounts(draft, counted);
  },
  outageAdopted: (draft, event) => {
    const { milestones, onTime, at } = event;
    for (const id of milestones) changeMilestone(draft, id, (m) => afterOutage(m, event, at));
    for (const id of onTime) changeMilestone(draft, id, (m) => ({ ...m, onTime: true }));
  },
};
