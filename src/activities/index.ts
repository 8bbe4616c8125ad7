/** Promise: everything a workflow may ask of the outside world, made of what the composition root hands over. */
import type { Instant } from '../domain/instants.js';
import type { Database } from '../store/database.js';
import type { PlanRow } from '../store/plans.js';
import { createDeliver } from './deliver.js';
import type { Mailer } from './mailer.js';
import { createSettleItem } from './settle-item.js';
import { createSettlePlan } from './settle-plan.js';
import type { Robots } from './webhook.js';

export interface ActivityDeps {
  readonly db: Database;
  readonly mailer: Mailer | null;
  readonly robots: Robots | null;
  readonly mailDomain: string;
  /** The wall clock. */
  readonly clock: () => Instant;
  readonly heartbeat: (detail?: unknown) => void;
  readonly wakeMailboxes: (persons: readonly string[]) => Promise<void>;
  readonly wakeItems: (plan: PlanRow, items: readonly string[]) => Promise<void>;
}

export const createActivities = (deps: ActivityDeps) => ({
  settleItem: createSettleItem(deps),
  settlePlan: createSettlePlan(deps),
  deliver: createDeliver(deps),
});

export type Activities = ReturnType<typeof createActivities>;
