/** The dates an item sets one person: what stands in their calendar, and goes from it when it is settled. */
import type { Case } from './cases.js';
import { isOpen, type ItemState, type Milestone } from './item.js';
import type { Addressee, Posts } from './notices.js';
import { holdersOf, type Step } from './owing.js';

export interface Dated {
  /** Milestones of the person's unit, each due by its current date, under review or not. */
  readonly milestones: readonly Milestone[];
  /** Open cases the person can settle, each owed by its term. */
  readonly cases: readonly Case[];
  /** A suspension will move the dates by its length. */
  readonly suspended: boolean;
}

/** Whether somebody is among those who can settle what is owed. */
export const canSettle = (
  person: Addressee,
  { by, unit }: Pick<Step, 'by' | 'unit'>,
  posts: Posts,
): boolean => holdersOf({ by, unit }, posts, [person]).length > 0;

/** A milestone binds from its hand-out, and not while a declined item looks for its unit. */
const inForce = ({ lifecycle }: ItemState, milestone: Milestone): boolean =>
  isOpen(milestone) && milestone.inForceSince !== null && lifecycle !== 'registered';

export const datedFor = (state: ItemState, person: Addressee, posts: Posts): Dated => {
  const ofUnit = canSettle(person, { by: 'unit', unit: state.unit }, posts);
  return {
    milestones: ofUnit ? state.milestones.filter((milestone) => inForce(state, milestone)) : [],
    cases: state.cases.filter(({ owedBy, unit }) => canSettle(person, { by: owedBy, unit }, posts)),
    suspended: state.suspendedSince !== null,
  };
};
