/** Promise: what a settling step tells its workflow: when to look again, and what is worth showing to operators. */
import type { Instant } from '../domain/instants.js';
import type { Outcome } from '../domain/settle.js';
import type { Standing } from '../domain/standing.js';

export interface Promised {
  /** Wall clock; null = only when told. */
  readonly wakeAt: Instant | null;
  /** Nothing is ever due again, unless something new is received. */
  readonly done: boolean;
}

export interface ItemStanding extends Standing, Promised {
  readonly planId: string;
}

export interface PlanStanding extends Promised {
  readonly planId: string;
  /** Plan time when it was last settled. */
  readonly planNow: Instant;
}

export interface MailboxStanding extends Promised {
  readonly personId: string;
}

export interface SettleRequest {
  readonly id: string;
  /** The workflow's clock. */
  readonly now: Instant;
  /** The submission whose answer somebody waits for. */
  readonly submission: string | null;
}

/** What a submission came to, with the plan time at which that was decided; without it the row must be asked. */
export type Answer = Outcome & { readonly decidedAt?: Instant };

export interface Answered<S extends Promised> {
  readonly standing: S;
  /** Null = nobody asked, or not decided yet: the row will say. */
  readonly outcome: Answer | null;
}
