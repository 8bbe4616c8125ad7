/** The state of a task item along its four axes. It is only ever made by folding events. */
import type { Case } from './cases.js';
import type { Counted, Hold } from './clock.js';
import { dateOf, endOf, type Instant, type IsoDate } from './instants.js';
import type { Policy, Rung } from './policy.js';

export const lifecycles = [
  'registered',
  'dispatched',
  'in_progress',
  'closing_review',
  'completed',
  'closed',
  'terminated',
] as const;
export type Lifecycle = (typeof lifecycles)[number];

export const levels = ['none', 'urged', 'lettered', 'listed_1', 'listed_2', 'listed_3'] as const;
/** Enforcement level. */
export type Level = (typeof levels)[number];
export type ListingLevel = 1 | 2 | 3;

/** Where a milestone's date comes from: the plan's text, our decomposition, the unit, a leader, a return, a consultation. */
export const milestoneBases = ['plan', 'proposed', 'unit', 'instruction', 'return', 'consultation'] as const;
export type MilestoneBasis = (typeof milestoneBases)[number];
export type MilestoneStatus = 'open' | 'submitted' | 'accepted' | 'dropped';

/** A milestone as it is handed out, proposed or demanded. */
export interface MilestoneSeed {
  readonly id: string;
  readonly title: string;
  readonly due: IsoDate;
  readonly basis: MilestoneBasis;
  /** Evidence expected. */
  readonly evidence: string;
  /** Share of the item, 0 to 100. */
  readonly weight: number;
  /** Ids of the measures it carries. */
  readonly measures: readonly string[];
  /** Who says so, for work done before the plan was taken over; absent when not done. */
  readonly doneBy?: string;
}

/** Evidence handed in and not yet decided. */
export interface Submitted {
  readonly at: Instant;
  readonly inTime: boolean;
  readonly files: readonly string[];
  readonly by: string;
}

/** Evidence that was not good enough, and what is missing. */
export interface Returned {
  readonly at: Instant;
  readonly reason: string;
}

export interface Milestone extends Omit<MilestoneSeed, 'doneBy'> {
  readonly firstDue: IsoDate;
  /** When the date counts as over after an outage of the system on its day; null = at its own 24:00. */
  readonly dueOverAt: Instant | null;
  readonly epoch: number;
  /** F of the ladder: when the current date came into force; null until handed out. */
  readonly inForceSince: Instant | null;
  readonly status: MilestoneStatus;
  readonly confirmed: boolean;
  readonly extensionsGranted: number;
  readonly submitted: Submitted | null;
  /** What was handed in last, while it is to be made good. */
  readonly returned: Returned | null;
  /** o of the ladder, once the milestone has become overdue in this epoch. */
  readonly overdueAt: Instant | null;
  /** Rungs that happened, joined or were skipped in this epoch. */
  readonly fired: readonly Rung[];
  /** Steps taken against it in this epoch, by the ladder or by hand. */
  readonly urges: number;
  readonly letters: number;
  readonly holds: readonly Hold[];
  readonly counted: Counted | null;
  /** When it was accepted or dropped, or the item ended. */
  readonly endedAt: Instant | null;
  /** Of accepted ones: when the accepted evidence was handed in. */
  readonly handedInAt: Instant | null;
  /** Of accepted ones: whether the accepted evidence came by the due date. */
  readonly onTime: boolean | null;
}

export type MeasureMark = 'struck_off' | 'waived';
export interface Measure {
  readonly id: string;
  readonly text: string;
  /** Null = derived from the milestones that carry it: open or done. */
  readonly mark: MeasureMark | null;
}

/** 挂牌督战, from the first signature or rung to its end. */
export interface Listing {
  readonly n: number;
  readonly level: ListingLevel;
  readonly startedAt: Instant;
  readonly standings: number;
  /** A progress report has been given since the last standing. */
  readonly reported: boolean;
  readonly interviewed: boolean;
  readonly planAccepted: boolean;
  readonly counted: Counted | null;
}

/** An open proposal to list, to be signed. */
export interface ListingProposal {
  readonly level: ListingLevel;
  /** Null = proposed by hand: it is not withdrawn when the milestone is cured. */
  readonly milestone: string | null;
}

/** A request for another date, undecided. */
export interface ExtensionRequest {
  readonly milestone: string;
  readonly to: IsoDate;
  readonly late: boolean;
  /** The persons who asked: who acted, and for whom. */
  readonly by: readonly string[];
}

/** A request to change scope, undecided. */
export interface ChangeRequest {
  readonly change: ScopeChange;
  readonly by: readonly string[];
}

/** Done measures proposed to be struck off. */
export interface StrikeOffProposal {
  readonly measures: readonly string[];
  readonly by: readonly string[];
}

export interface ScopeChange {
  readonly drop?: string;
  readonly evidence?: { readonly milestone: string; readonly evidence: string };
  readonly coUnits?: readonly string[];
  readonly note?: string;
}

/** Milestones a unit proposed, under review. */
export interface Decomposition {
  readonly milestones: readonly MilestoneSeed[];
  readonly replaces: readonly string[];
}

export interface LifecycleChange {
  readonly at: Instant;
  readonly lifecycle: Lifecycle;
}

/** A unit the item was taken from, and when it had it; it may read that time's history. */
export interface FormerUnit {
  readonly unit: string;
  readonly from: Instant;
  readonly to: Instant;
}

export interface ItemState {
  /** Sequence number of the last event: the item's version. */
  readonly version: number;
  readonly lifecycle: Lifecycle;
  readonly lifecycles: readonly LifecycleChange[];
  readonly unit: string;
  readonly formerUnits: readonly FormerUnit[];
  readonly coUnits: readonly string[];
  readonly caseOfficer: string | null;
  readonly binding: boolean;
  readonly policy: Policy;
  readonly calendarVersion: number;
  readonly milestones: readonly Milestone[];
  readonly measures: readonly Measure[];
  readonly holds: readonly Hold[];
  readonly suspendedSince: Instant | null;
  readonly cases: readonly Case[];
  readonly caseCounts: Readonly<Record<string, number>>;
  readonly listing: Listing | null;
  readonly listings: number;
  readonly highestListing: 0 | ListingLevel;
  readonly proposal: ListingProposal | null;
  readonly extensions: readonly ExtensionRequest[];
  readonly change: ChangeRequest | null;
  readonly decomposition: Decomposition | null;
  readonly strikeOff: StrikeOffProposal | null;
  /** Milestones overdue from the instant of a hand-out, to be summed up in one notice. */
  readonly unsummarised: { readonly at: Instant; readonly milestones: readonly string[] } | null;
  /** When another policy took over: reminders it puts in the past are skipped. */
  readonly policyAdoptedAt: Instant | null;
  /** When another calendar took over: reminders it puts in the past are given then. */
  readonly calendarAdoptedAt: Instant | null;
  /** Last moment a command was given: quarters that ended before it have been looked at. */
  readonly commandedAt: Instant;
  /** Instant of the last event; an item's time never goes back. */
  readonly at: Instant;
  /** Natural persons who may not hold the second key. */
  readonly submitters: readonly string[];
  readonly verifiers: readonly string[];
}

/** When the milestone's date is over: what is handed in before is in time. */
export const dateOverAt = ({ due, dueOverAt }: Pick<Milestone, 'due' | 'dueOverAt'>): Instant =>
  dueOverAt ?? endOf(due);

/** The last day on which what is handed in is in time. */
export const lastDayOf = (milestone: Pick<Milestone, 'due' | 'dueOverAt'>): IsoDate =>
  dateOf(dateOverAt(milestone) - 1);

/** Still to be worked on: neither accepted nor dropped, and its item not terminated. */
export const isOpen = (milestone: Milestone): boolean =>
  milestone.endedAt === null && (milestone.status === 'open' || milestone.status === 'submitted');

export const caseOf = (state: ItemState, kind: Case['kind'], subject?: string): Case | undefined =>
  state.cases.find((open) => open.kind === kind && (subject === undefined || open.subject === subject));

/** Overdue: past the current due date, not accepted, and lying (or having lain) with the unit. */
export const isOverdue = (milestone: Milestone): boolean => isOpen(milestone) && milestone.overdueAt !== null;

/** Working pieces: milestones that were not dropped. */
export const standing = (state: ItemState): readonly Milestone[] =>
  state.milestones.filter((milestone) => milestone.status !== 'dropped');

export const hasStanding = (state: ItemState): boolean =>
  state.milestones.some(({ status }) => status !== 'dropped');

export const hasOverdue = (state: ItemState): boolean => state.milestones.some(isOverdue);
