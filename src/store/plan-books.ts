/** Promise: a plan's versions of calendar and policy and its outages are added to, signed and confirmed, never changed. */
import type { Instant } from '../domain/instants.js';
import type { PublishedYear } from '../domain/plan.js';
import type { Outage, PlanBooks, PolicyVersion } from '../domain/plan-rules.js';
import type { Policy } from '../domain/policy.js';
import type { Tx } from './database.js';
import { closedItems, runningItems } from './items.js';
import type { PlanRow } from './plans.js';
import { execute, insertRows, select } from './rows.js';

export interface PolicyRow extends PolicyVersion {
  readonly publishedAt: Instant;
  readonly signedAt: Instant | null;
}

export const policiesOf = (tx: Tx, plan: string): Promise<readonly PolicyRow[]> =>
  select(
    tx,
    `SELECT version, body AS policy, published_by, adopted_at AS published_at, signed_by, signed_at
     FROM policies WHERE plan_id = ? ORDER BY version`,
    [plan],
  );

export interface OutageRow extends Outage {
  readonly recordedAt: Instant;
  readonly confirmedAt: Instant | null;
}

export const outagesOf = (tx: Tx, plan: string): Promise<readonly OutageRow[]> =>
  select(
    tx,
    `SELECT outage, from_at AS "from", to_at AS "to", reason, recorded_by, recorded_at, confirmed_by, confirmed_at
     FROM outages WHERE plan_id = ? ORDER BY outage`,
    [plan],
  );

export const booksOf = async (tx: Tx, plan: PlanRow): Promise<PlanBooks> => ({
  kind: plan.kind,
  policyInForce: plan.policyVersion,
  policies: await policiesOf(tx, plan.id),
  outages: await outagesOf(tx, plan.id),
  running: await runningItems(tx, plan.id),
  closed: await closedItems(tx, plan.id),
});

export interface CalendarRow {
  readonly version: number;
  readonly years: readonly PublishedYear[];
  readonly adoptedAt: Instant;
}

/** The calendar in force. */
export const calendarOf = async (tx: Tx, plan: PlanRow): Promise<CalendarRow> => {
  const [row] = await select<CalendarRow>(
    tx,
    'SELECT version, years, adopted_at FROM calendars WHERE plan_id = ? AND version = ?',
    [plan.id, plan.calendarVersion],
  );
  if (!row) throw new Error(`plan ${plan.id} has no calendar ${plan.calendarVersion}`);
  return row;
};

/** Adds a calendar as the version after the present one and makes it the plan's. */
export const addCalendar = async (
  tx: Tx,
  plan: PlanRow,
  years: readonly PublishedYear[],
  at: Instant,
): Promise<number> => {
  const version = plan.calendarVersion + 1;
  await insertRows(tx, 'calendars', [{ planId: plan.id, version, years, adoptedAt: at }]);
  await execute(tx, 'UPDATE plans SET calendar_version = ? WHERE id = ?', [version, plan.id]);
  return version;
};

/** Adds a policy after the last published one; it waits for its signature. */
export const publishPolicy = async (
  tx: Tx,
  plan: PlanRow,
  policy: Policy,
  by: readonly string[],
  at: Instant,
): Promise<number> => {
  const last = (await policiesOf(tx, plan.id)).at(-1)?.version ?? 0;
  const version = last + 1;
  const body: Policy = { ...policy, version };
  await insertRows(tx, 'policies', [{ planId: plan.id, version, body, adoptedAt: at, publishedBy: by }]);
  return version;
};

/** Signs a policy and makes it the one later hand-outs take. */
export const signPolicy = async (
  tx: Tx,
  plan: PlanRow,
  version: number,
  by: string,
  at: Instant,
): Promise<void> => {
  await execute(tx, 'UPDATE policies SET signed_by = ?, signed_at = ? WHERE plan_id = ? AND version = ?', [
    by,
    at,
    plan.id,
    version,
  ]);
  await execute(tx, 'UPDATE plans SET policy_version = ? WHERE id = ?', [version, plan.id]);
};

export const recordOutage = async (
  tx: Tx,
  plan: PlanRow,
  { from, to, reason }: Pick<Outage, 'from' | 'to' | 'reason'>,
  by: readonly string[],
  at: Instant,
): Promise<number> => {
  const outage = (await outagesOf(tx, plan.id)).length + 1;
  await insertRows(tx, 'outages', [
    { planId: plan.id, outage, fromAt: from, toAt: to, reason, recordedBy: by, recordedAt: at },
  ]);
  return outage;
};

export const confirmOutage = (
  tx: Tx,
  plan: PlanRow,
  outage: number,
  by: string,
  at: Instant,
): Promise<void> =>
  execute(tx, 'UPDATE outages SET confirmed_by = ?, confirmed_at = ? WHERE plan_id = ? AND outage = ?', [
    by,
    at,
    plan.id,
    outage,
  ]);
