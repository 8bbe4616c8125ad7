/** The unit's work and its review: reports and evidence (进展填报, 佐证材料). */
import { endCase, openCase } from '../case-facts.js';
import type { Fact } from '../events.js';
import { caseOf, dateOverAt, type ItemState } from '../item.js';
import { isRefusal, refuse, type Refusal } from '../refusals.js';
import { noneOpen, openMilestone, otherThan, type CommandRules } from './rules.js';

const endReview = (state: ItemState, milestone: string): readonly Fact[] => {
  const review = caseOf(state, 'evidence_review', milestone);
  return review ? [endCase(review)] : [];
};

/** The evidence that waits on a milestone. */
const underReview = (state: ItemState, id: string) => {
  const milestone = openMilestone(state, id);
  if (isRefusal(milestone)) return milestone;
  return milestone.submitted
    ? { milestone, submitted: milestone.submitted }
    : refuse('no_such_case', `evidence_review/${id}`);
};

const someUnderReview = (state: ItemState): Refusal | null =>
  state.milestones.some((m) => m.status === 'submitted') ? null : refuse('no_such_case', 'evidence_review');

/** For `hopeless`: whatever is open has been handed in. */
const allUnderReview = (state: ItemState): Refusal | null =>
  state.milestones.some((m) => m.status === 'open') ? null : refuse('evidence_under_review');

/** An accepted or dropped milestone needs no other date. */
export const mootExtension = (state: ItemState, milestone: string): readonly Fact[] => {
  const asked = caseOf(state, 'extension', milestone);
  return asked ? [endCase(asked, 'moot')] : [];
};

export const working: CommandRules<
  'reportProgress' | 'submitEvidence' | 'withdrawEvidence' | 'acceptEvidence' | 'returnEvidence'
> = {
  reportProgress: {
    states: ['in_progress'],
    // One report settles every quarter still open.
    decide: (state, { text }) => [
      { type: 'progressReported', text },
      ...state.cases.filter((open) => open.kind === 'report').map((open) => endCase(open)),
    ],
  },
  submitEvidence: {
    states: ['in_progress'],
    hopeless: (state) => noneOpen(state) ?? allUnderReview(state),
    decide: (state, { milestone: id, files, note }, moment) => {
      const milestone = openMilestone(state, id);
      if (isRefusal(milestone)) return milestone;
      if (milestone.submitted) return refuse('evidence_under_review', id);
      const inTime = moment.at < dateOverAt(milestone);
      return [
        { type: 'evidenceSubmitted', milestone: id, files, note, inTime },
        openCase(state, moment.at, moment, { kind: 'evidence_review', subject: id }),
      ];
    },
  },
  withdrawEvidence: {
    states: ['in_progress'],
    ready: someUnderReview,
    decide: (state, { milestone: id, reason }, { at }) => {
      const found = underReview(state, id);
      if (isRefusal(found)) return found;
      if (at >= dateOverAt(found.milestone)) return refuse('due_date_over', found.milestone.due);
      return [{ type: 'evidenceWithdrawn', milestone: id, reason }, ...endReview(state, id)];
    },
  },
  acceptEvidence: {
    states: ['in_progress'],
    ready: (state, { actor }) => someUnderReview(state) ?? otherThan(actor, state.submitters),
    decide: (state, { milestone: id, note }) => {
      const found = underReview(state, id);
      if (isRefusal(found)) return found;
      return [
        // By the date in force now: one granted while the evidence was under review counts.
        {
          type: 'evidenceAccepted',
          milestone: id,
          onTime: found.submitted.at < dateOverAt(found.milestone),
          note,
        },
        ...endReview(state, id),
        ...mootExtension(state, id),
      ];
    },
  },
  returnEvidence: {
    states: ['in_progress'],
    ready: (state, { actor }) => someUnderReview(state) ?? otherThan(actor, state.submitters),
    decide: (state, { milestone: id, reason }) => {
      const found = underReview(state, id);
      if (isRefusal(found)) return found;
      return [{ type: 'evidenceReturned', milestone: id, reason }, ...endReview(state, id)];
    },
  },
};
