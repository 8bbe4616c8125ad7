/** Who owes the next step, since when, until when, and what happens otherwise: never nobody while an item runs. */
import { workingDaysIn, type Calendar } from './calendar.js';
import { ownerPosts, type CaseKind, type Owner } from './cases.js';
import { delistingObstacle } from './decide/rules.js';
import { dateOf, type Instant, type IsoDate } from './instants.js';
import { caseOf, isOpen, isOverdue, lastDayOf, type ItemState, type Milestone } from './item.js';
import { holdsOf } from './ladder.js';
import { holds, type Addressee, type Posts } from './notices.js';
import type { Subject } from './otherwise.js';

export interface Owed {
  readonly case: string;
  readonly by: Owner;
  /** The unit, where it is not the item's own. */
  readonly unit: string | null;
  readonly since: Instant;
  /** The term's date. */
  readonly until: IsoDate;
  readonly over: boolean;
}

/** Open cases in order of opening. */
export const owed = (state: ItemState): readonly Owed[] =>
  state.cases.map(({ id, owedBy, unit, since, until, overAt }) => ({
    case: id,
    by: owedBy,
    unit,
    since,
    until,
    over: overAt !== null,
  }));

/** What is owed: what a case asks for, the evidence of a milestone, or the proposal to end a listing. */
export const stepKinds = ['evidence', 'delisting_proposal'] as const;
export type StepKind = CaseKind | (typeof stepKinds)[number];

export interface Step {
  readonly kind: StepKind;
  readonly subject: Subject;
  readonly by: Owner;
  /** The unit or co-unit that owes it; null where the office or a leader does. */
  readonly unit: string | null;
  /** Null = not on record: a listing may be ended since what stood in its way was removed. */
  readonly since: Instant | null;
  /** Owed within this day; null = without a term. */
  readonly until: IsoDate | null;
  readonly over: boolean;
}

const caseSteps = (state: ItemState): readonly Step[] =>
  state.cases.map(({ id, kind, owedBy, unit, since, until, overAt }) => ({
    kind,
    subject: { case: id },
    by: owedBy,
    unit: owedBy === 'unit' ? state.unit : unit,
    since,
    until,
    over: overAt !== null,
  }));

/** Handed out and open, and no review, request, decline or suspension keeps it from the unit. */
export const liesWithUnit = (state: ItemState, milestone: Milestone): boolean =>
  isOpen(milestone) &&
  milestone.inForceSince !== null &&
  holdsOf(state, milestone).every(({ to }) => to !== null);

/** Since it last came to the unit. An outage stops the clock but takes nothing away from anybody. */
const withUnitSince = (state: ItemState, milestone: Milestone): Instant =>
  Math.max(
    milestone.inForceSince ?? 0,
    ...holdsOf(state, milestone).map(({ cause, to }) => (cause === 'outage' ? 0 : (to ?? 0))),
  );

const evidenceSteps = (state: ItemState): readonly Step[] =>
  state.milestones
    .filter((milestone) => liesWithUnit(state, milestone))
    .map((milestone) => ({
      kind: 'evidence',
      subject: { milestone: milestone.id },
      by: 'unit',
      unit: state.unit,
      since: withUnitSince(state, milestone),
      until: lastDayOf(milestone),
      over: isOverdue(milestone),
    }));

/** A listing does not lapse: once it may be ended, the office owes the proposal. */
const delistingSteps = (state: ItemState): readonly Step[] => {
  const possible =
    state.lifecycle === 'in_progress' &&
    state.suspendedSince === null &&
    delistingObstacle(state) === null &&
    !caseOf(state, 'delisting_signature');
  if (!possible) return [];
  const subject: Subject = { listing: true };
  return [
    {
      kind: 'delisting_proposal',
      subject,
      by: 'case_officer',
      unit: null,
      since: null,
      until: null,
      over: false,
    },
  ];
};

/** What has no term comes after everything that has. */
const termBefore = (a: Step, b: Step): number => {
  if (a.until === b.until) return 0;
  if (a.until === null || b.until === null) return a.until === null ? 1 : -1;
  return a.until < b.until ? -1 : 1;
};

/** Everything owed in an item, in order of danger: what is over first, then what is owed first. */
export const stepsOwed = (state: ItemState): readonly Step[] =>
  [...caseSteps(state), ...evidenceSteps(state), ...delistingSteps(state)].sort(
    (a, b) => Number(b.over) - Number(a.over) || termBefore(a, b),
  );

/** Working days of the calendar; the day something began and today count as in "within n working days". */
export interface StepDays {
  /** Days after the one it began on, today included; null = not on record since when. */
  readonly since: number | null;
  /** Days left after today; 0 = owed today, or over; null = without a term. */
  readonly left: number | null;
  /** Days past the term, today included; 0 when it is not over. */
  readonly over: number;
}

export const stepDays = (
  { since, until, over }: Pick<Step, 'since' | 'until' | 'over'>,
  now: Instant,
  calendar: Calendar,
): StepDays => {
  const today = dateOf(now);
  return {
    since: since === null ? null : workingDaysIn(calendar, dateOf(since), today),
    left: until === null ? null : over ? 0 : workingDaysIn(calendar, today, until),
    over: until === null || !over ? 0 : workingDaysIn(calendar, until, today),
  };
};

/** The persons who can take a step, by the rule that names recipients; none = the post has nobody. */
export const holdersOf = (
  { by, unit }: Pick<Step, 'by' | 'unit'>,
  posts: Posts,
  people: readonly Addressee[],
): readonly Addressee[] => {
  const coUnit = by === 'co_unit' ? unit : null;
  return people.filter(
    (person) => person.active && ownerPosts[by].some((post) => holds(person, post, posts, coUnit)),
  );
};
