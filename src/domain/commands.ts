/** What may be asked of an item. Imperative names; the contract of the API and the scenarios produce these shapes. */
import type { Owner } from './cases.js';
import type { Instant, IsoDate } from './instants.js';
import type { ListingLevel, MilestoneSeed, ScopeChange } from './item.js';
import type { Policy } from './policy.js';

/** A dated demand: a new milestone, or an accepted one reopened when the id is known. */
export interface Demand {
  readonly id?: string;
  readonly title?: string;
  readonly due: IsoDate;
  readonly evidence?: string;
}

/** Who can remove an obstacle: anyone but the unit itself. */
export type ObstacleOwner = Exclude<Owner, 'unit'>;

/** [from, to) in which the system was out of reach. */
export interface OutageSpan {
  readonly from: Instant;
  readonly to: Instant;
}

interface Shapes {
  dispatch: { readonly unit?: string };
  acknowledge: object;
  declineDispatch: { readonly reason: string };
  reassign: { readonly unit: string; readonly reason: string };
  proposeMilestones: { readonly milestones: readonly MilestoneSeed[]; readonly replaces: readonly string[] };
  approveMilestones: object;
  returnMilestones: { readonly reason: string };
  proposeStrikeOff: { readonly measures: readonly string[] };
  strikeOff: object;
  declineStrikeOff: { readonly reason: string };
  waiveMeasure: { readonly measure: string; readonly reason: string };
  raiseObstacle: { readonly text: string; readonly named: ObstacleOwner; readonly unit?: string };
  withdrawObstacle: { readonly obstacle: string; readonly reason: string };
  answerObstacle: { readonly obstacle: string; readonly answer: string };
  callConsultation: { readonly text: string };
  recordConsultation: { readonly record: string; readonly demands: readonly Demand[] };
  reportProgress: { readonly text: string };
  submitEvidence: { readonly milestone: string; readonly files: readonly string[]; readonly note: string };
  withdrawEvidence: { readonly milestone: string; readonly reason: string };
  acceptEvidence: { readonly milestone: string; readonly note: string };
  returnEvidence: { readonly milestone: string; readonly reason: string };
  requestExtension: { readonly milestone: string; readonly to: IsoDate; readonly reason: string };
  grantExtension: { readonly milestone: string; readonly to?: IsoDate };
  refuseExtension: { readonly milestone: string; readonly reason: string };
  requestChange: { readonly change: ScopeChange; readonly reason: string };
  grantChange: object;
  refuseChange: { readonly reason: string };
  suspend: { readonly until: IsoDate; readonly reason: string };
  resume: object;
  urge: { readonly milestone?: string; readonly note: string };
  issueLetter: { readonly milestone?: string; readonly note: string };
  proposeListing: { readonly level: ListingLevel };
  signListing: object;
  declineListing: { readonly reason: string };
  callInterview: object;
  recordInterview: { readonly record: string };
  submitRectificationPlan: { readonly text: string; readonly files: readonly string[] };
  acceptRectificationPlan: object;
  returnRectificationPlan: { readonly reason: string };
  proposeDelisting: object;
  delist: object;
  declineDelisting: { readonly reason: string };
  instruct: { readonly text: string; readonly demand: Demand };
  requestClosing: { readonly text: string };
  countersign: { readonly opinion: string };
  verifyClosing: { readonly text: string };
  approveClosing: { readonly text: string };
  returnClosing: { readonly reason: string; readonly demands: readonly Demand[] };
  reopen: { readonly reason: string; readonly demands: readonly Demand[] };
  terminate: { readonly reason: string; readonly successor?: string };
  comment: { readonly text: string };
  adoptPolicy: { readonly policy: Policy };
  adoptCalendar: { readonly version: number };
  /** `others`: the outages known besides, which may touch the day a date is moved to. */
  adoptOutage: OutageSpan & { readonly outage: number; readonly others: readonly OutageSpan[] };
}

export type CommandType = keyof Shapes;
export type CommandOf<T extends CommandType> = { readonly type: T } & Shapes[T];
export type Command = { [T in CommandType]: CommandOf<T> }[CommandType];

/** What items are given by their plan alone, never from outside. */
export const fromPlan = ['adoptCalendar', 'adoptOutage'] as const satisfies readonly CommandType[];
