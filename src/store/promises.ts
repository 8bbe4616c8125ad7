/** Promise: everything that should have happened and has not can be asked for in one indexed question. */
import type { Aggregate } from '../domain/ids.js';
import type { Instant } from '../domain/instants.js';
import type { Tx } from './database.js';
import type { PlanKind } from './plans.js';
import { execute, insertRows, select } from './rows.js';

/** Something late: its row promised to be looked at by `promisedAt` (wall clock). */
export interface Late {
  readonly aggregate: Aggregate;
  readonly id: string;
  readonly lane: PlanKind;
  readonly promisedAt: Instant;
}

/** What was promised before `before` (wall clock) and not kept, oldest first. */
export const latePromises = (tx: Tx, before: Instant, limit: number): Promise<readonly Late[]> =>
  select(
    tx,
    `SELECT aggregate, id, lane, min(promised_at) AS promised_at FROM (
       SELECT 'item' AS aggregate, i.id, p.kind AS lane, i.wake_at - p.clock_shift_ms AS promised_at
         FROM plans p JOIN items i ON i.plan_id = p.id AND i.wake_at < ?::bigint + p.clock_shift_ms
       UNION ALL
       SELECT 'item', s.item_id, p.kind, s.received_at - p.clock_shift_ms
         FROM submissions s JOIN plans p ON p.id = s.plan_id
         WHERE s.decided_at IS NULL AND s.item_id IS NOT NULL AND s.written_at < ?
       UNION ALL
       -- a long walk of the clock says that it is alive
       SELECT 'plan', s.plan_id, p.kind, s.written_at
         FROM submissions s JOIN plans p ON p.id = s.plan_id
         WHERE s.decided_at IS NULL AND s.item_id IS NULL
           AND greatest(s.written_at, (s.progress ->> 'touchedAt')::bigint) < ?
       UNION ALL
       SELECT 'plan', id, kind, next_alarm_at - clock_shift_ms FROM plans WHERE next_alarm_at < ?::bigint + clock_shift_ms
       UNION ALL
       SELECT 'mailbox', person_id, 'live', promise_at FROM mailboxes WHERE promise_at < ?
     ) AS late GROUP BY aggregate, id, lane ORDER BY promised_at, id LIMIT ?`,
    [before, before, before, before, before, limit],
  );

/** Whatever has something to wait for, and so a workflow. */
export const keepers = (tx: Tx): Promise<readonly Pick<Late, 'aggregate' | 'id' | 'lane'>[]> =>
  select(
    tx,
    `SELECT 'item' AS aggregate, i.id, p.kind AS lane FROM items i JOIN plans p ON p.id = i.plan_id WHERE NOT i.done
     UNION ALL SELECT 'plan', id, kind FROM plans
     UNION ALL SELECT 'mailbox', person_id, 'live' FROM mailboxes WHERE promise_at IS NOT NULL`,
  );

export type RepairStep = 'wake' | 'restart' | 'alarm';

export interface Repair {
  readonly id: number;
  readonly aggregate: Aggregate;
  readonly subjectId: string;
  readonly promisedAt: Instant;
  readonly step: RepairStep;
  readonly at: Instant;
  /** Why the step itself failed. */
  readonly error: string | null;
  readonly healedAt: Instant | null;
}

export type NewRepair = Omit<Repair, 'id' | 'healedAt'>;

const columns = 'id, aggregate, subject_id, promised_at, step, at, error, healed_at';

export const openRepairs = (tx: Tx): Promise<readonly Repair[]> =>
  select(tx, `SELECT ${columns} FROM repairs WHERE healed_at IS NULL ORDER BY id`);

export const lastRepairs = (tx: Tx, limit: number): Promise<readonly Repair[]> =>
  select(tx, `SELECT ${columns} FROM repairs ORDER BY id DESC LIMIT ?`, [limit]);

export const recordRepairs = (tx: Tx, repairs: readonly NewRepair[]): Promise<void> =>
  insertRows(tx, 'repairs', repairs);

export const markHealed = async (tx: Tx, ids: readonly number[], at: Instant): Promise<void> => {
  if (ids.length > 0)
    await execute(tx, 'UPDATE repairs SET healed_at = ? WHERE id = ANY(?::bigint[])', [at, ids]);
};

export interface Heartbeat {
  readonly name: string;
  /** Wall clock. */
  readonly at: Instant;
  readonly detail: object;
}

export const beat = (tx: Tx, heartbeat: Heartbeat): Promise<void> =>
  insertRows(tx, 'heartbeats', [heartbeat], { key: ['name'], then: 'replace' });

export const heartbeatOf = async (tx: Tx, name: string): Promise<Heartbeat | null> =>
  (await select<Heartbeat>(tx, 'SELECT name, at, detail FROM heartbeats WHERE name = ?', [name]))[0] ?? null;
