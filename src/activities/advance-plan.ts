/**
 * Promise: a rehearsal's clock only goes forward, for all items at once, and every alarm on the way happens at its own
 * instant: one jump of a year brings about what 365 of a day do. However often it is begun again, it happens once.
 */
import { dayMs, type Instant } from '../domain/instants.js';
import { clockRefusal } from '../domain/plan-rules.js';
import { appendAudit } from '../store/audit.js';
import { versionsOf } from '../store/events.js';
import { itemsToSettle } from '../store/items.js';
import { lockPlan, moveClock, planNow, planOf, type PlanRow } from '../store/plans.js';
import { select } from '../store/rows.js';
import {
  progressOf,
  writeOutcomes,
  writeProgress,
  type AdvanceReport,
  type Submission,
} from '../store/submissions.js';
import type { Database, Tx } from '../store/database.js';
import { engine } from './settle-item.js';
import { settleItems } from './settle-items.js';

export interface AdvanceDeps {
  readonly db: Database;
  readonly clock: () => Instant;
  /** Says that the step is alive and how far it has come. */
  readonly heartbeat: (detail: unknown) => void;
}

/** One transaction’s worth: larger ones hold their items longer than somebody who waits for an answer should notice. */
export const batchSize = 100;

/** No transaction holds more than a quarter of events, and a step that dies has not walked in vain. */
const strideMs = 92 * dayMs;

interface Progress {
  readonly from: Instant;
  /** Each item's version before the first step. */
  readonly versions: Readonly<Record<string, number>>;
}

/** What settling many items came to. */
export interface Sweep {
  /** Items shown differently now. */
  readonly changed: readonly string[];
  readonly mailboxes: readonly string[];
}

/** Walks the plan to `to` and writes what happened on the way as the submission's outcome; answers who changed. */
export const advanceClock = async (
  deps: AdvanceDeps,
  submission: Submission,
  to: Instant,
): Promise<readonly string[]> => {
  const { db } = deps;
  const plan = await db.asActor(engine, (tx) => begin(tx, submission, to, deps.clock()));
  if (plan === null) return [];
  const changed: string[] = [];
  for (const stop of stopsBetween(plan, planNow(plan, deps.clock()), to)) {
    await db.asActor(engine, (tx) => moveTo(tx, submission, stop, deps.clock()));
    changed.push(...(await settleAll(deps, plan.id)).changed);
    deps.heartbeat({ reached: stop });
  }
  const { ranges } = await db.asActor(engine, (tx) => finish(tx, submission, deps.clock()));
  // A walk begun by a process that died has changed items this one did not see.
  return [...changed, ...Object.keys(ranges)];
};

/** Remembers where the walk began; null = refused, and the outcome says why. */
const begin = async (tx: Tx, submission: Submission, to: Instant, wall: Instant): Promise<PlanRow | null> => {
  const plan = await lockPlan(tx, submission.planId);
  if (plan === null) throw new Error(`submission ${submission.id} has no plan`);
  const begun = await progressOf<Progress>(tx, submission.id);
  if (begun !== null) return plan;
  const refused = clockRefusal(plan.kind, to, submission.actor, planNow(plan, wall));
  if (refused !== null) {
    const outcome = { kind: 'refused', code: refused.refused, detail: null, version: 0 } as const;
    await writeOutcomes(tx, [{ id: submission.id, outcome, decidedAt: planNow(plan, wall) }]);
    return null;
  }
  const versions = Object.fromEntries(await versionsOf(tx, plan.id));
  const progress: Progress = { from: planNow(plan, wall), versions };
  await writeProgress(tx, submission.id, { ...progress, touchedAt: wall });
  return plan;
};

/** The plan's own alarms, strides between them, and the end. After a restart, what is left of them. */
const stopsBetween = (plan: PlanRow, from: Instant, to: Instant): readonly Instant[] => {
  const stops = [to];
  for (let stop = from + strideMs; stop < to; stop += strideMs) stops.push(stop);
  if (plan.nextAlarmAt !== null && plan.nextAlarmAt > from && plan.nextAlarmAt < to)
    stops.push(plan.nextAlarmAt);
  return [...new Set(stops)].sort((a, b) => a - b);
};

const moveTo = async (tx: Tx, submission: Submission, stop: Instant, wall: Instant): Promise<void> => {
  const plan = await lockPlan(tx, submission.planId);
  if (plan) await moveClock(tx, plan, stop, wall);
  await writeProgress(tx, submission.id, { touchedAt: wall });
};

/** Settles in bulk whatever of the plan is due or asked. */
export const settleAll = async ({ db, clock, heartbeat }: AdvanceDeps, planId: string): Promise<Sweep> => {
  const items = await db.asActor(engine, async (tx) => {
    const plan = await planOf(tx, planId);
    return plan === null ? [] : itemsToSettle(tx, planId, planNow(plan, clock()));
  });
  const changed: string[] = [];
  const mailboxes: string[] = [];
  for (let start = 0; start < items.length; start += batchSize) {
    const batch = items.slice(start, start + batchSize);
    const settled = await db.asActor(engine, (tx) => settleItems(tx, batch, clock()));
    mailboxes.push(...settled.mailboxes);
    changed.push(...[...settled.items].filter(([, item]) => item.changed).map(([id]) => id));
    heartbeat({ settled: start + batch.length });
  }
  return { changed, mailboxes };
};

const finish = async (tx: Tx, submission: Submission, wall: Instant): Promise<AdvanceReport> => {
  const plan = await lockPlan(tx, submission.planId);
  const progress = await progressOf<Progress>(tx, submission.id);
  if (plan === null || progress === null) throw new Error(`submission ${submission.id} was never begun`);
  const report = await reportOn(tx, plan, progress, planNow(plan, wall));
  const outcome = { kind: 'done', version: 0, report } as const;
  await writeOutcomes(tx, [{ id: submission.id, outcome, decidedAt: report.to }]);
  const ofPlan = { planId: plan.id, itemId: null, submissionId: submission.id, at: report.to };
  await appendAudit(
    tx,
    [{ ...ofPlan, actor: submission.actor, action: submission.type, detail: { from: report.from } }],
    wall,
  );
  return report;
};

interface Counted {
  readonly itemId: string;
  readonly type: string;
  readonly count: number;
  readonly first: number;
  readonly last: number;
}

const reportOn = async (
  tx: Tx,
  plan: PlanRow,
  { from, versions }: Progress,
  to: Instant,
): Promise<AdvanceReport> => {
  const rows = await select<Counted>(
    tx,
    `SELECT e.item_id, e.type, count(*)::int AS count, min(e.seq) AS first, max(e.seq) AS last
     FROM events e LEFT JOIN jsonb_each_text(?::jsonb) AS v (item_id, version) ON v.item_id = e.item_id
     WHERE e.plan_id = ? AND e.seq > coalesce(v.version::int, 0) GROUP BY e.item_id, e.type`,
    [JSON.stringify(versions), plan.id],
  );
  return { from, to, counts: countsOf(rows), ranges: rangesOf(rows) };
};

const countsOf = (rows: readonly Counted[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { type, count } of rows) counts[type] = (counts[type] ?? 0) + count;
  return counts;
};

const rangesOf = (rows: readonly Counted[]): Record<string, readonly [number, number]> => {
  const ranges: Record<string, readonly [number, number]> = {};
  for (const { itemId, first, last } of rows) {
    const [low, high] = ranges[itemId] ?? [first, last];
    ranges[itemId] = [Math.min(low, first), Math.max(high, last)];
  }
  return ranges;
};
