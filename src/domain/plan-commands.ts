/** What may be asked of a plan itself. Its consequences for items are submissions to them. */
import type { Instant } from './instants.js';
import type { PublishedYear } from './plan.js';
import type { Policy } from './policy.js';

interface Shapes {
  /** Rehearsals only, and only forward: the plan time to reach. */
  advanceClock: { readonly to: Instant };
  /** A published or changed year; every item is told to adopt the calendar it makes. */
  updateCalendar: { readonly year: PublishedYear };
  /** A new version of the policy, adopted by every running item and every later hand-out. */
  publishPolicy: { readonly policy: Policy };
}

export type PlanCommandType = keyof Shapes;
export type PlanCommand = { [T in PlanCommandType]: { readonly type: T } & Shapes[T] }[PlanCommandType];

const types: Readonly<Record<PlanCommandType, true>> = {
  advanceClock: true,
  updateCalendar: true,
  publishPolicy: true,
};

export const planCommandTypes = Object.keys(types) as readonly PlanCommandType[];

export const isPlanCommand = (command: { readonly type: string }): command is PlanCommand =>
  Object.hasOwn(types, command.type);
