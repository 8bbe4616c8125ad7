/** Promise: a plan's clock is one row, its versions of policy and calendar are never changed once written. */
import { createCalendar, type Calendar, type CalendarYear } from '../domain/calendar.js';
import type { PlanId } from '../domain/ids.js';
import type { Instant } from '../domain/instants.js';
import type { PlanDocument, PlanUnit } from '../domain/plan.js';
import type { Policy } from '../domain/policy.js';
import type { Context } from '../domain/context.js';
import type { Tx } from './database.js';
import { execute, select } from './rows.js';

export type PlanKind = 'live' | 'rehearsal';

export interface PlanRow {
  readonly id: PlanId;
  readonly kind: PlanKind;
  readonly title: string;
  /** Plan time = wall clock + shift. */
  readonly clockShiftMs: number;
  readonly policyVersion: number;
  readonly calendarVersion: number;
  readonly nextAlarmAt: Instant | null;
  readonly importedAt: Instant;
}

const columns = `id, kind, title, clock_shift_ms, policy_version, calendar_version, next_alarm_at, imported_at`;

export const planNow = (plan: Pick<PlanRow, 'clockShiftMs'>, wall: Instant): Instant =>
  wall + plan.clockShiftMs;

export const planOf = async (tx: Tx, id: string): Promise<PlanRow | null> =>
  (await select<PlanRow>(tx, `SELECT ${columns} FROM plans WHERE id = ?`, [id]))[0] ?? null;

export const plansOf = (tx: Tx): Promise<readonly PlanRow[]> =>
  select(tx, `SELECT ${columns} FROM plans ORDER BY imported_at, id`);

export const plansById = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, PlanRow>> => {
  const rows = await select<PlanRow>(tx, `SELECT ${columns} FROM plans WHERE id = ANY(?)`, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
};

/** Holds the plan's row until the transaction ends: one change of clock or version at a time. */
export const lockPlan = async (tx: Tx, id: string): Promise<PlanRow | null> =>
  (await select<PlanRow>(tx, `SELECT ${columns} FROM plans WHERE id = ? FOR NO KEY UPDATE`, [id]))[0] ?? null;

export const documentOf = async (tx: Tx, id: string): Promise<PlanDocument | null> => {
  const rows = await select<{ document: PlanDocument }>(tx, 'SELECT document FROM plans WHERE id = ?', [id]);
  return rows[0]?.document ?? null;
};

export interface UnitRow extends PlanUnit {
  readonly planId: PlanId;
}

export const unitsOf = (tx: Tx, plan: string): Promise<readonly UnitRow[]> =>
  select(
    tx,
    `SELECT plan_id, id, name, gloss, kind, leader_in_charge, case_officer, basis
     FROM units WHERE plan_id = ? ORDER BY ordinal`,
    [plan],
  );

/** Moves the clock to an instant, only ever forward; the plan's row must be locked. Returns the shift now in force. */
export const moveClock = async (tx: Tx, plan: PlanRow, to: Instant, wall: Instant): Promise<number> => {
  const shift = Math.max(plan.clockShiftMs, to - wall);
  await execute(tx, 'UPDATE plans SET clock_shift_ms = ? WHERE id = ?', [shift, plan.id]);
  return shift;
};

export const writePlanAlarm = async (tx: Tx, plan: string, nextAlarmAt: Instant | null): Promise<void> => {
  await execute(tx, 'UPDATE plans SET next_alarm_at = ? WHERE id = ? AND next_alarm_at IS DISTINCT FROM ?', [
    nextAlarmAt,
    plan,
    nextAlarmAt,
  ]);
};

interface Versions {
  readonly units: ReadonlySet<string>;
  readonly calendars: ReadonlyMap<number, Calendar>;
  readonly policy: Policy;
}

/** Versions never change, so a process may keep what it has read; by database, since tests use many. */
const kept = new WeakMap<object, Map<string, Versions>>();

const keptBy = (tx: Tx): Map<string, Versions> => {
  const found = kept.get(tx.database) ?? new Map<string, Versions>();
  kept.set(tx.database, found);
  return found;
};

const readVersions = async (tx: Tx, plan: PlanRow): Promise<Versions> => {
  const calendars = await select<{ version: number; years: readonly CalendarYear[] }>(
    tx,
    'SELECT version, years FROM calendars WHERE plan_id = ? AND version <= ?',
    [plan.id, plan.calendarVersion],
  );
  const [policy] = await select<{ body: Policy }>(
    tx,
    'SELECT body FROM policies WHERE plan_id = ? AND version = ?',
    [plan.id, plan.policyVersion],
  );
  if (!policy) throw new Error(`plan ${plan.id} has no policy ${plan.policyVersion}`);
  const units = await select<{ id: string }>(tx, 'SELECT id FROM units WHERE plan_id = ?', [plan.id]);
  return {
    units: new Set(units.map(({ id }) => id)),
    calendars: new Map(calendars.map(({ version, years }) => [version, createCalendar(years)])),
    policy: policy.body,
  };
};

/** What the rules need to know of the plan at an instant of plan time. */
export const contextAt = async (tx: Tx, plan: PlanRow, now: Instant): Promise<Context> => {
  const cache = keptBy(tx);
  const key = `${plan.id} ${plan.calendarVersion} ${plan.policyVersion}`;
  const versions = cache.get(key) ?? (await readVersions(tx, plan));
  cache.set(key, versions);
  return {
    calendars: versions.calendars,
    calendarVersion: plan.calendarVersion,
    policy: versions.policy,
    units: versions.units,
    // A jump of a rehearsal's clock is not downtime.
    recordedAt: plan.kind === 'rehearsal' ? (due) => due : () => now,
  };
};
