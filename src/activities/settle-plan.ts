/**
 * Promise: what a plan has received is carried through in the order of its arrival: a step of the clock, or a new
 * version of calendar or policy with a submission to every item concerned, written in the same transaction.
 */
import { ApplicationFailure } from '@temporalio/common';
import { dayMs, type Instant } from '../domain/instants.js';
import type { PlanCommand } from '../domain/plan-commands.js';
import type { Database } from '../store/database.js';
import { itemsDueBy } from '../store/items.js';
import { planNow, planOf, writePlanAlarm, type PlanRow } from '../store/plans.js';
import { openOfPlan, submissionOf, type Submission } from '../store/submissions.js';
import { advanceClock, settleAll, type AdvanceDeps } from './advance-plan.js';
import { settleCrest } from './crest.js';
import { decidePlanCommand } from './plan-decision.js';
import { engine } from './settle-item.js';
import type { Answered, PlanStanding, SettleRequest } from './standings.js';

export interface SettlePlanDeps extends AdvanceDeps {
  readonly db: Database;
  /** Tells the items' workflows that their timers are set for another time; best effort, the watch covers the rest. */
  readonly wakeItems: (plan: PlanRow, items: readonly string[]) => Promise<void>;
  readonly wakeMailboxes: (persons: readonly string[]) => Promise<void>;
}

export const createSettlePlan =
  (deps: SettlePlanDeps) =>
  async ({ id, submission }: SettleRequest): Promise<Answered<PlanStanding>> => {
    const open = await deps.db.asActor(engine, (tx) => openOfPlan(tx, id));
    const changed = new Set<string>();
    for (const one of open) for (const item of await carryThrough(deps, one)) changed.add(item);
    if (open.length > 0) await wakeChanged(deps, id, [...changed]);
    const nextAlarmAt = await settleCrest(deps, id);
    return deps.db.asActor(engine, async (tx) => {
      const plan = await planOf(tx, id);
      if (!plan) throw ApplicationFailure.nonRetryable(`there is no plan ${id}`, 'NoSuchPlan');
      await writePlanAlarm(tx, id, nextAlarmAt);
      const outcome = submission === null ? null : ((await submissionOf(tx, submission))?.outcome ?? null);
      return { standing: standingOf(plan, nextAlarmAt, deps.clock()), outcome: outcome && { ...outcome } };
    });
  };

const standingOf = (plan: PlanRow, nextAlarmAt: Instant | null, wall: Instant): PlanStanding => ({
  planId: plan.id,
  planNow: planNow(plan, wall),
  wakeAt: nextAlarmAt === null ? null : nextAlarmAt - plan.clockShiftMs,
  done: false,
});

/** Answers which items are shown differently now. */
const carryThrough = async (deps: SettlePlanDeps, submission: Submission): Promise<readonly string[]> => {
  const command = submission.body as PlanCommand;
  if (command.type === 'advanceClock') return advanceClock(deps, submission, command.to);
  const asked = await deps.db.asActor(engine, (tx) =>
    decidePlanCommand(tx, submission, command, deps.clock()),
  );
  if (!asked) return [];
  const { changed, mailboxes } = await settleAll(deps, submission.planId);
  await deps.wakeMailboxes(mailboxes);
  return changed;
};

/** Items far from due look again by themselves before they are. */
const wakeChanged = async (
  { db, clock, wakeItems }: SettlePlanDeps,
  planId: string,
  changed: readonly string[],
): Promise<void> => {
  const { plan, items } = await db.asActor(engine, async (tx) => {
    const found = await planOf(tx, planId);
    const soon = found ? await itemsDueBy(tx, planId, planNow(found, clock()) + dayMs) : [];
    return { plan: found, items: [...new Set([...changed, ...soon])] };
  });
  if (plan) await wakeItems(plan, items);
};
