/**
 * Promise: what a plan has received is carried through in the order of its arrival: a step of the clock, or a new
 * version of calendar or policy with a submission to every item concerned, written in the same transaction.
 */
import { randomUUID } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import type { Command } from '../domain/commands.js';
import { dayMs, type Instant } from '../domain/instants.js';
import type { PlanCommand } from '../domain/plan-commands.js';
import type { RefusalCode } from '../domain/refusals.js';
import { appendAudit } from '../store/audit.js';
import type { Database, Tx } from '../store/database.js';
import { itemsDueBy, runningItems } from '../store/items.js';
import {
  addCalendar,
  addPolicy,
  calendarYearsOf,
  lockPlan,
  planNow,
  planOf,
  writePlanAlarm,
  type PlanRow,
} from '../store/plans.js';
import {
  openOfPlan,
  receiveConsequences,
  submissionOf,
  writeOutcomes,
  type Submission,
} from '../store/submissions.js';
import { advanceClock, settleAll, type AdvanceDeps } from './advance-plan.js';
import { settleCrest } from './crest.js';
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
  switch (command.type) {
    case 'advanceClock':
      return advanceClock(deps, submission, command.to);
    case 'updateCalendar':
    case 'publishPolicy': {
      await deps.db.asActor(engine, (tx) => adopt(tx, submission, command, deps.clock()));
      const { changed, mailboxes } = await settleAll(deps, submission.planId);
      await deps.wakeMailboxes(mailboxes);
      return changed;
    }
  }
};

/** The new version and its consequences are one fact: either all items are asked to adopt it or there is none. */
const adopt = async (
  tx: Tx,
  submission: Submission,
  command: Exclude<PlanCommand, { type: 'advanceClock' }>,
  wall: Instant,
): Promise<void> => {
  const plan = await lockPlan(tx, submission.planId);
  const fresh = await submissionOf(tx, submission.id);
  if (plan === null || fresh?.outcome) return;
  const refused = submission.actor.role === 'supervision_head' ? null : ('not_allowed' satisfies RefusalCode);
  const at = planNow(plan, wall);
  if (refused !== null) {
    await writeOutcomes(tx, [
      {
        id: submission.id,
        outcome: { kind: 'refused', code: refused, detail: null, version: 0 },
        decidedAt: at,
      },
    ]);
    return;
  }
  const { version, asked } = await newVersion(tx, plan, command, at);
  const items = await runningItems(tx, plan.id);
  await receiveConsequences(
    tx,
    items.map((itemId) => ({
      id: randomUUID(),
      of: submission,
      itemId,
      command: asked,
      receivedAt: at,
      writtenAt: wall,
    })),
  );
  await writeOutcomes(tx, [{ id: submission.id, outcome: { kind: 'done', version }, decidedAt: at }]);
  const entry = {
    actor: submission.actor,
    action: submission.type,
    planId: plan.id,
    itemId: null,
    submissionId: submission.id,
  };
  await appendAudit(tx, [{ ...entry, at, detail: { version, items: items.length } }], wall);
};

const newVersion = async (
  tx: Tx,
  plan: PlanRow,
  command: Exclude<PlanCommand, { type: 'advanceClock' }>,
  at: Instant,
): Promise<{ readonly version: number; readonly asked: Command }> => {
  if (command.type === 'publishPolicy') {
    const policy = await addPolicy(tx, plan, command.policy, at);
    return { version: policy.version, asked: { type: 'adoptPolicy', policy } };
  }
  const known = await calendarYearsOf(tx, plan);
  const years = [...known.filter(({ year }) => year !== command.year.year), command.year].sort(
    (a, b) => a.year - b.year,
  );
  const version = await addCalendar(tx, plan, years, at);
  return { version, asked: { type: 'adoptCalendar', version } };
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
