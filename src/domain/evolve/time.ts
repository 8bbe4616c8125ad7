/** The state after dates and scope change, the item is suspended or resumed, and other rules are adopted. */
import type { Counted } from '../clock.js';
import type { Counts, FactOf } from '../events.js';
import type { Milestone } from '../item.js';
import { normalised } from '../policy.js';
import {
  addSubmitter,
  changeMilestone,
  freshEpoch,
  hold,
  moveDue,
  personsBehind,
  release,
  type Draft,
  type Folds,
} from './draft.js';
import { withoutExtension } from './working.js';

/** Mornings counted so far stay counted. */
const keepCounts = (draft: Draft, counts: Counts): void => {
  const of = <T extends { readonly counted: Counted | null }>(id: string, value: T): T => {
    const counted = counts[id];
    return counted === undefined ? value : { ...value, counted };
  };
  draft.milestones = draft.milestones.map((m) => of(m.id, m));
  draft.cases = draft.cases.map((c) => of(c.id, c));
  draft.listing = draft.listing && of('listing', draft.listing);
};

/** The date is over later; what has happened because it seemed over before belongs to an epoch that is dead. */
const afterOutage = (m: Milestone, event: FactOf<'outageAdopted'>, at: number): Milestone => {
  const { from, dueOverAt } = event;
  const fresh = m.overdueAt === null ? m : freshEpoch(m, at);
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
    const { milestones, at } = event;
    for (const id of milestones) changeMilestone(draft, id, (m) => afterOutage(m, event, at));
  },
};
