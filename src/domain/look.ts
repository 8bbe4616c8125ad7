/** What a wall counts and shows of an item at one moment: all of it follows from the item's state. */
import { workingDaysIn } from './calendar.js';
import type { Case, CaseKind } from './cases.js';
import { dateOf, type Instant, type IsoDate } from './instants.js';
import {
  isOpen,
  isOverdue,
  lastDayOf,
  type ItemState,
  type Level,
  type Lifecycle,
  type ListingLevel,
  type Milestone,
} from './item.js';
import type { Rules } from './ladder.js';
import { levelOf } from './level.js';
import { lightOf, type Light } from './light.js';
import { listCounts } from './list.js';

export interface Look {
  readonly unitId: string;
  readonly lifecycle: Lifecycle;
  readonly suspended: boolean;
  readonly light: Light;
  readonly level: Level;
  readonly calendarVersion: number;
  readonly milestonesTotal: number;
  readonly milestonesAccepted: number;
  readonly milestonesOpen: number;
  readonly milestonesOverdue: number;
  readonly measuresTotal: number;
  readonly measuresDone: number;
  readonly measuresStruckOff: number;
  readonly measuresWaived: number;
  /** Of the accepted milestones. */
  readonly onTimeByCurrentDue: number;
  readonly onTimeByFirstDue: number;
  /** A milestone's evidence waits to be decided. */
  readonly underReview: boolean;
  /** Of the open milestone due first. */
  readonly nextDue: IsoDate | null;
  /** The last day of the milestone overdue longest; null = none is. */
  readonly overdueSince: IsoDate | null;
  /** Of the listing that waits for a signature. */
  readonly proposal: ListingLevel | null;
  /** Signatures waited for. */
  readonly signatures: number;
}

/** What leaders decide by signing. A suspension is theirs as well, but nobody waits for its end. */
export const signatureKinds: readonly CaseKind[] = [
  'listing_signature',
  'delisting_signature',
  'strike_off_signature',
  'closing_signature',
  'extension',
  'change',
];
export const signers = ['leader_in_charge', 'director'] as const;

export const isSignature = ({ kind, owedBy }: Pick<Case, 'kind' | 'owedBy'>): boolean =>
  signatureKinds.includes(kind) && signers.some((signer) => signer === owedBy);

/** The milestone that has been overdue longest. */
export const longestOverdue = ({ milestones }: Pick<ItemState, 'milestones'>): Milestone | null => {
  const overdue = milestones.filter(isOverdue).map((milestone) => ({ milestone, day: lastDayOf(milestone) }));
  return overdue.sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))[0]?.milestone ?? null;
};

export const lookOf = (state: ItemState, now: Instant, rules: Rules): Look => {
  const list = listCounts(state);
  const open = state.milestones.filter(isOpen);
  const accepted = state.milestones.filter(({ status }) => status === 'accepted');
  const onTime = accepted.filter((milestone) => milestone.onTime === true);
  const worst = longestOverdue(state);
  return {
    unitId: state.unit,
    lifecycle: state.lifecycle,
    suspended: state.suspendedSince !== null,
    light: lightOf(state, now, rules).light,
    level: levelOf(state),
    calendarVersion: state.calendarVersion,
    milestonesTotal: state.milestones.length,
    milestonesAccepted: accepted.length,
    milestonesOpen: open.length,
    milestonesOverdue: open.filter(isOverdue).length,
    measuresTotal: list.total,
    measuresDone: list.done,
    measuresStruckOff: list.struckOff,
    measuresWaived: list.waived,
    onTimeByCurrentDue: onTime.length,
    onTimeByFirstDue: onTime.filter(({ due, firstDue }) => due === firstDue).length,
    underReview: open.some(({ status }) => status === 'submitted'),
    nextDue: open.map(({ due }) => due).sort()[0] ?? null,
    overdueSince: worst && lastDayOf(worst),
    proposal: state.proposal?.level ?? null,
    signatures: state.cases.filter(isSignature).length,
  };
};

/** Working days past the last day of what is overdue longest, today included; 0 = nothing is. */
export const daysOverOf = (
  { overdueSince }: Pick<Look, 'overdueSince'>,
  now: Instant,
  { calendar }: Pick<Rules, 'calendar'>,
): number => (overdueSince === null ? 0 : workingDaysIn(calendar, overdueSince, dateOf(now)));
