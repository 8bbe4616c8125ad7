/** The state after milestones are proposed, added, replaced, reopened or dropped, and measures struck off. */
import type { Instant } from '../instants.js';
import type { Measure, MeasureMark, Milestone, MilestoneSeed } from '../item.js';
import {
  addSubmitter,
  changeMilestone,
  changeOpenMilestones,
  fromSeed,
  moveDue,
  personsBehind,
  unchanged,
  type Folds,
} from './draft.js';
import { ended, withoutExtension } from './working.js';

/** A unit's own version of a proposed milestone; it is a new date only if the date differs. */
const replaced = (m: Milestone, seed: MilestoneSeed, at: Instant): Milestone => {
  const { title, due, basis, evidence, weight, measures } = seed;
  const moved = due === m.due ? m : moveDue(m, due, at);
  return { ...moved, title, basis, evidence, weight, measures, confirmed: true };
};

const marked = (measures: readonly Measure[], ids: readonly string[], mark: MeasureMark) =>
  measures.map((m) => (ids.includes(m.id) ? { ...m, mark } : m));

export const breakingDown: Folds<
  | 'milestonesProposed'
  | 'milestonesApproved'
  | 'milestonesReturned'
  | 'milestoneAdded'
  | 'milestoneReplaced'
  | 'milestoneReopened'
  | 'milestoneDropped'
  | 'strikeOffProposed'
  | 'strikeOffDeclined'
  | 'struckOff'
  | 'measureWaived'
  | 'obstacleRaised'
  | 'obstacleWithdrawn'
  | 'obstacleAnswered'
  | 'consultationCalled'
  | 'consultationRecorded'
> = {
  milestonesProposed: (draft, { milestones, replaces, actor }) => {
    draft.decomposition = { milestones, replaces };
    addSubmitter(draft, actor);
  },
  milestonesApproved: (draft) => {
    changeOpenMilestones(draft, (m) => ({ ...m, confirmed: true }));
    draft.decomposition = null;
  },
  milestonesReturned: (draft) => {
    draft.decomposition = null;
  },
  milestoneAdded: (draft, { milestone, at }) => {
    draft.milestones = [...draft.milestones, fromSeed(milestone, at, at, true)];
  },
  milestoneReplaced: (draft, { milestone, at }) => {
    changeMilestone(draft, milestone.id, (m) => replaced(m, milestone, at));
    withoutExtension(draft, milestone.id, at);
  },
  milestoneReopened: (draft, { milestone, due, at }) =>
    changeMilestone(draft, milestone, (m) => ({
      ...moveDue(m, due, at),
      status: 'open',
      endedAt: null,
      handedInAt: null,
      onTime: null,
    })),
  milestoneDropped: (draft, { milestone, at }) => {
    changeMilestone(draft, milestone, ended('dropped', at, null));
    withoutExtension(draft, milestone, at);
  },

  strikeOffProposed: (draft, { measures, actor }) => {
    draft.strikeOff = { measures, by: personsBehind(actor) };
  },
  strikeOffDeclined: (draft) => {
    draft.strikeOff = null;
  },
  struckOff: (draft, { measures }) => {
    draft.strikeOff = null;
    draft.measures = marked(draft.measures, measures, 'struck_off');
  },
  measureWaived: (draft, { measure }) => {
    draft.measures = marked(draft.measures, [measure], 'waived');
  },

  obstacleRaised: unchanged,
  obstacleWithdrawn: unchanged,
  obstacleAnswered: unchanged,
  consultationCalled: unchanged,
  consultationRecorded: unchanged,
};
