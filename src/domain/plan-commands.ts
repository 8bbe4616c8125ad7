/** What may be asked of a plan itself. Its consequences for items are submissions to them. */
import type { Instant } from './instants.js';
import type { PublishedYear } from './plan.js';
import type { Policy } from './policy.js';

interface Shapes {
  /** Rehearsals only, and only forward: the plan time to reach. */
  advanceClock: { readonly to: Instant };
  /** A published or changed year; every item is told to adopt the calendar it makes. */
  updateCalendar: { readonly year: PublishedYear };
  /** A new version of the policy. It is in force for nobody before it is signed. */
  publishPolicy: { readonly policy: Policy };
  /** From here on later hand-outs take this version; running items keep theirs. */
  signPolicy: { readonly version: number };
  /** Running items go over to a signed version; null = all of them. */
  adoptPolicy: { readonly version: number; readonly items: readonly string[] | null };
  /** The first of two persons says when the system was out of reach; never in advance. */
  recordOutage: { readonly from: Instant; readonly to: Instant; readonly reason: string };
  /** The second says so too, and the dates it touched are over later. */
  confirmOutage: { readonly outage: number };
}

export type PlanCommandType = keyof Shapes;
export type PlanCommandOf<T extends PlanCommandType> = { readonly type: T } & Shapes[T];
export type PlanCommand = { [T in PlanCommandType]: PlanCommandOf<T> }[PlanCommandType];
