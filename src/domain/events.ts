/**
 * Facts of an item's life, past tense, append-only. `evolve` reads every version ever written, so a field may be
 * added but never change its meaning.
 */
import type { CaseKind, Owner } from './cases.js';
import type { Counted } from './clock.js';
import type { Instant, IsoDate } from './instants.js';
import type { ListingLevel, Measure, MilestoneSeed, ScopeChange } from './item.js';
import type { Actor } from './people.js';
import type { Policy } from './policy.js';

export interface DueDemand {
  readonly milestone: string;
  readonly due: IsoDate;
}

/** What a fact says, without its envelope. A `key` marks what the clock brought about, once and for all. */
export type Fact =
  | {
      readonly type: 'registered';
      readonly unit: string;
      readonly coUnits: readonly string[];
      readonly caseOfficer: string | null;
      readonly binding: boolean;
      readonly policy: Policy;
      readonly calendarVersion: number;
      readonly milestones: readonly MilestoneSeed[];
      readonly measures: readonly Measure[];
    }
  // handing out
  | {
      readonly type: 'dispatched';
      readonly unit: string;
      readonly otherUnit: boolean;
      readonly policy: Policy;
      readonly calendarVersion: number;
      /** Of cases that go on under other rules than before. */
      readonly counted?: Counts;
    }
  | { readonly type: 'acknowledged' }
  | { readonly type: 'dispatchDeclined'; readonly reason: string }
  | { readonly type: 'reassigned'; readonly unit: string; readonly reason: string }
  // breaking down
  | {
      readonly type: 'milestonesProposed';
      readonly milestones: readonly MilestoneSeed[];
      readonly replaces: readonly string[];
    }
  | { readonly type: 'milestonesApproved' }
  | { readonly type: 'milestonesReturned'; readonly reason: string }
  | { readonly type: 'milestoneAdded'; readonly milestone: MilestoneSeed; readonly demand: string }
  | { readonly type: 'milestoneReplaced'; readonly milestone: MilestoneSeed }
  | {
      readonly type: 'milestoneReopened';
      readonly milestone: string;
      readonly due: IsoDate;
      readonly demand: string;
    }
  | { readonly type: 'milestoneDropped'; readonly milestone: string }
  // the list
  | { readonly type: 'strikeOffProposed'; readonly measures: readonly string[] }
  | { readonly type: 'strikeOffDeclined'; readonly reason: string }
  | { readonly type: 'struckOff'; readonly measures: readonly string[] }
  | { readonly type: 'measureWaived'; readonly measure: string; readonly reason: string }
  // working
  | { readonly type: 'progressReported'; readonly text: string }
  | {
      readonly type: 'evidenceSubmitted';
      readonly milestone: string;
      readonly files: readonly string[];
      readonly note: string;
      readonly inTime: boolean;
    }
  | { readonly type: 'evidenceWithdrawn'; readonly milestone: string; readonly reason: string }
  | {
      readonly type: 'evidenceAccepted';
      readonly milestone: string;
      readonly onTime: boolean;
      readonly note: string;
    }
  | { readonly type: 'evidenceReturned'; readonly milestone: string; readonly reason: string }
  // obstacles
  | {
      readonly type: 'obstacleRaised';
      readonly obstacle: string;
      readonly text: string;
      readonly named: Owner;
      readonly unit: string | null;
    }
  | { readonly type: 'obstacleWithdrawn'; readonly obstacle: string; readonly reason: string }
  | { readonly type: 'obstacleAnswered'; readonly obstacle: string; readonly answer: string }
  | { readonly type: 'consultationCalled'; readonly text: string }
  | { readonly type: 'consultationRecorded'; readonly record: string }
  // time
  | {
      readonly type: 'extensionRequested';
      readonly milestone: string;
      readonly to: IsoDate;
      readonly late: boolean;
      readonly reason: string;
    }
  | { readonly type: 'extensionGranted'; readonly milestone: string; readonly to: IsoDate }
  | { readonly type: 'extensionRefused'; readonly milestone: string; readonly reason: string }
  | { readonly type: 'changeRequested'; readonly change: ScopeChange; readonly reason: string }
  | { readonly type: 'changeGranted'; readonly change: ScopeChange }
  | { readonly type: 'changeRefused'; readonly reason: string }
  | { readonly type: 'suspended'; readonly until: IsoDate; readonly reason: string }
  | { readonly type: 'resumed' }
  | {
      readonly type: 'dueDateMoved';
      readonly milestone: string;
      readonly due: IsoDate;
      readonly cause: 'resume' | 'extension';
    }
  | { readonly type: 'policyAdopted'; readonly policy: Policy; readonly counted: Counts }
  | { readonly type: 'calendarAdopted'; readonly calendarVersion: number; readonly counted: Counts }
  | {
      readonly type: 'outageAdopted';
      /** Number of the plan's record of it. */
      readonly outage: number;
      readonly from: Instant;
      readonly to: Instant;
      /** Milestones whose last day it touched. */
      readonly milestones: readonly string[];
      /** Of those accepted already, the ones that turn out to have been handed in in time. */
      readonly onTime: readonly string[];
      /** When their dates are over instead. */
      readonly dueOverAt: Instant;
    }
  // enforcement
  | {
      readonly type: 'urged';
      readonly milestones: readonly string[];
      readonly note: string;
      readonly key?: string;
    }
  | {
      readonly type: 'letterIssued';
      readonly milestones: readonly string[];
      readonly note: string;
      readonly key?: string;
    }
  | {
      readonly type: 'listingProposed';
      readonly level: ListingLevel;
      readonly milestone: string | null;
      readonly key?: string;
    }
  | {
      readonly type: 'listed';
      readonly level: ListingLevel;
      readonly listing: number;
      readonly milestone: string | null;
      readonly key: string;
    }
  | { readonly type: 'listingDeclined'; readonly level: ListingLevel; readonly reason: string }
  | { readonly type: 'rungJoined'; readonly into: string; readonly key: string }
  | { readonly type: 'interviewCalled'; readonly milestone: string | null; readonly key?: string }
  | { readonly type: 'interviewRecorded'; readonly record: string }
  | { readonly type: 'rectificationPlanSubmitted'; readonly text: string; readonly files: readonly string[] }
  | { readonly type: 'rectificationPlanAccepted' }
  | { readonly type: 'rectificationPlanReturned'; readonly reason: string }
  | { readonly type: 'delistingProposed' }
  | { readonly type: 'delisted'; readonly listing: number }
  | { readonly type: 'delistingDeclined'; readonly reason: string }
  // leadership and ending
  | { readonly type: 'instructed'; readonly text: string }
  | { readonly type: 'closingRequested'; readonly text: string }
  | { readonly type: 'countersigned'; readonly unit: string; readonly opinion: string }
  | { readonly type: 'closingVerified'; readonly text: string }
  | { readonly type: 'closingApproved'; readonly text: string }
  | { readonly type: 'closingReturned'; readonly reason: string }
  | { readonly type: 'reopened'; readonly reason: string }
  | { readonly type: 'terminated'; readonly reason: string; readonly successor: string | null }
  | { readonly type: 'commented'; readonly text: string }
  // what the clock brings about
  | { readonly type: 'reminded'; readonly milestone: string; readonly last: boolean; readonly key: string }
  | { readonly type: 'reminderSkipped'; readonly reason: SkipReason; readonly key: string }
  | {
      readonly type: 'becameOverdue';
      readonly milestone: string;
      readonly since: Instant;
      readonly silent: boolean;
      readonly key: string;
    }
  | { readonly type: 'pastDuesSummarised'; readonly milestones: readonly string[]; readonly key: string }
  | {
      readonly type: 'standingReported';
      readonly level: ListingLevel;
      readonly report: 'given' | 'missing' | 'not_owed';
      readonly key: string;
    }
  | { readonly type: 'standingSkipped'; readonly reason: SkipReason; readonly key: string }
  | { readonly type: 'reportAsked'; readonly quarter: string; readonly key: string }
  | {
      readonly type: 'caseBecameOverdue';
      readonly case: string;
      readonly owedBy: Owner;
      readonly unit: string | null;
      readonly key: string;
    }
  | {
      readonly type: 'caseEscalated';
      readonly case: string;
      readonly owedBy: Owner;
      readonly unit: string | null;
      readonly step: number;
      readonly key: string;
    }
  // consequences
  | { readonly type: 'proposalSuperseded'; readonly key: string }
  | { readonly type: 'proposalWithdrawn'; readonly level: ListingLevel; readonly key: string }
  | { readonly type: 'delistingWithdrawn'; readonly level: ListingLevel; readonly key: string }
  | {
      readonly type: 'caseOpened';
      readonly case: string;
      readonly kind: CaseKind;
      readonly subject: string | null;
      readonly owedBy: Owner;
      readonly unit: string | null;
      readonly since: Instant;
      readonly days: number | null;
      readonly until: IsoDate;
    }
  | { readonly type: 'caseEnded'; readonly case: string; readonly how: 'done' | 'moot' }
  | {
      readonly type: 'caseTermMoved';
      readonly case: string;
      readonly until: IsoDate;
      readonly since?: Instant;
    };

export type SkipReason = 'moment_past' | 'under_review' | 'obsolete';

/** Mornings counted so far, by milestone id, case id or `listing`. */
export type Counts = Readonly<Record<string, Counted>>;

/** Whole-number version of the envelope and facts written today. */
export const eventVersion = 1;

export interface Envelope {
  readonly version: typeof eventVersion;
  /** Position in the item's log, from 1. */
  readonly seq: number;
  /** When it happened (of alarms: when they were due), plan time. */
  readonly at: Instant;
  /** When it was handled, plan time. */
  readonly recordedAt: Instant;
  /** Null = the clock. */
  readonly actor: Actor | null;
  /** The submission it answers; null for alarms. */
  readonly submission: string | null;
}

export type ItemEvent = Fact & Envelope;
export type FactType = Fact['type'];
export type FactOf<T extends FactType> = Extract<Fact, { type: T }>;
