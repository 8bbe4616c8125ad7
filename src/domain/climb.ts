/** How far the ladder of an item's worst overdue milestone has been climbed, rung by rung, and what comes next. */
import type { Instant } from './instants.js';
import { dateOverAt, isOverdue, type ItemState, type ListingLevel, type Milestone } from './item.js';
import { rungsDue, type Rules } from './ladder.js';
import { enforcementRungs, type EnforcementRung } from './policy.js';

/** From falling overdue to the highest listing. */
export const climbRungs = ['overdue', ...enforcementRungs] as const;
export type ClimbRung = (typeof climbRungs)[number];

/** `not_signed`: proposed by the clock, and declined or overtaken by a higher proposal. */
export const climbStates = ['done', 'awaiting_signature', 'not_signed', 'ahead'] as const;
export type ClimbState = (typeof climbStates)[number];

export interface Climbed {
  readonly rung: ClimbRung;
  readonly state: ClimbState;
  /** When it comes by itself; null = it has come, or nothing brings it as things stand. */
  readonly at: Instant | null;
}

const listingOf: Partial<Readonly<Record<ClimbRung, ListingLevel>>> = {
  listing1: 1,
  listing2: 2,
  listing3: 3,
};

/** From the first listing upwards, interviews among them. */
export const isListingOrGraver = (rung: ClimbRung): boolean =>
  climbRungs.indexOf(rung) >= climbRungs.indexOf('listing1');

/** Steps taken by hand count like those of the clock. */
const isTaken = (state: ItemState, milestone: Milestone, rung: ClimbRung): boolean => {
  switch (rung) {
    case 'letter':
      return milestone.letters > 0;
    case 'interview':
      return state.listing?.interviewed === true;
    case 'listing1':
    case 'listing2':
    case 'listing3':
      return (state.listing?.level ?? 0) >= (listingOf[rung] ?? 0);
    case 'overdue':
      return milestone.overdueAt !== null;
    case 'urge1':
    case 'urge2':
      return false;
  }
};

const stateOf = (state: ItemState, milestone: Milestone, rung: ClimbRung): ClimbState => {
  if (isTaken(state, milestone, rung)) return 'done';
  const level = listingOf[rung];
  if (level !== undefined && state.proposal?.level === level) return 'awaiting_signature';
  if (!milestone.fired.includes(rung)) return 'ahead';
  return level === undefined ? 'done' : 'not_signed';
};

/** The overdue milestone whose date was over first; null when none is overdue. */
export const worstOverdue = (state: ItemState): Milestone | null =>
  state.milestones
    .filter(isOverdue)
    .reduce<Milestone | null>(
      (worst, one) => (worst === null || dateOverAt(one) < dateOverAt(worst) ? one : worst),
      null,
    );

/** Every rung in order; none comes by itself while evidence is under review or the item suspended. */
export const climbOf = (state: ItemState, milestone: Milestone, rules: Rules): readonly Climbed[] => {
  const due =
    state.suspendedSince === null
      ? new Map(rungsDue(state, milestone, rules).map(({ rung, at }) => [rung, at]))
      : new Map<ClimbRung, Instant>();
  return climbRungs.map((rung) => {
    const reached = stateOf(state, milestone, rung);
    return { rung, state: reached, at: reached === 'ahead' ? (due.get(rung) ?? null) : null };
  });
};

/** The rung the clock takes next; null = none as things stand. */
export const nextOfClimb = (
  climb: readonly Climbed[],
): { readonly rung: EnforcementRung; readonly at: Instant } | null => {
  let next: { readonly rung: EnforcementRung; readonly at: Instant } | null = null;
  for (const { rung, at } of climb)
    if (at !== null && rung !== 'overdue' && (next === null || at < next.at)) next = { rung, at };
  return next;
};
