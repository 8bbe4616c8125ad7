/** The state of the machine as its rows tell it: what is late, what was repaired, what waits and what is in doubt. */
import type { Instant } from '../../domain/instants.js';
import type { Tx } from '../database.js';
import { lastRepairs, openRepairs, type Heartbeat, type Repair } from '../promises.js';
import { select } from '../rows.js';

export interface HealthFigures {
  readonly heartbeats: readonly Heartbeat[];
  readonly repairs: readonly Repair[];
  readonly openRepairs: number;
  /** What should have been looked at a minute ago. */
  readonly late: { readonly items: number; readonly plans: number; readonly mailboxes: number };
  readonly undecided: number;
  /** Wall clock. */
  readonly oldestUndecidedAt: Instant | null;
  readonly mail: {
    readonly pending: number;
    readonly doubtful: number;
    readonly failed: number;
    readonly unaddressed: number;
  };
}

const graceMs = 60_000;

interface Figures {
  readonly lateItems: number;
  readonly latePlans: number;
  readonly lateMailboxes: number;
  readonly undecided: number;
  readonly oldestUndecidedAt: Instant | null;
  readonly pending: number;
  readonly doubtful: number;
  readonly failed: number;
  readonly unaddressed: number;
}

const figuresAt = async (tx: Tx, wall: Instant): Promise<Figures | undefined> => {
  const before = wall - graceMs;
  const mail = (state: string): string =>
    `(SELECT count(*)::int FROM notices WHERE outgoing = '${state}') AS ${state}`;
  const [row] = await select<Figures>(
    tx,
    `SELECT
       (SELECT count(*)::int FROM items i JOIN plans p ON p.id = i.plan_id
         WHERE i.wake_at < ?::bigint + p.clock_shift_ms) AS late_items,
       (SELECT count(*)::int FROM plans WHERE next_alarm_at < ?::bigint + clock_shift_ms) AS late_plans,
       (SELECT count(*)::int FROM mailboxes WHERE promise_at < ?) AS late_mailboxes,
       (SELECT count(*)::int FROM submissions WHERE decided_at IS NULL) AS undecided,
       (SELECT min(written_at) FROM submissions WHERE decided_at IS NULL) AS oldest_undecided_at,
       ${['pending', 'doubtful', 'failed', 'unaddressed'].map(mail).join(', ')}`,
    [before, before, before],
  );
  return row;
};

/** `wall`: the wall clock. */
export const healthAt = async (tx: Tx, wall: Instant): Promise<HealthFigures> => {
  const figures = await figuresAt(tx, wall);
  const heartbeats = await select<Heartbeat>(tx, 'SELECT name, at, detail FROM heartbeats ORDER BY name');
  const open = await openRepairs(tx);
  const { pending = 0, doubtful = 0, failed = 0, unaddressed = 0 } = figures ?? {};
  return {
    heartbeats,
    repairs: await lastRepairs(tx, 50),
    openRepairs: open.length,
    late: {
      items: figures?.lateItems ?? 0,
      plans: figures?.latePlans ?? 0,
      mailboxes: figures?.lateMailboxes ?? 0,
    },
    undecided: figures?.undecided ?? 0,
    oldestUndecidedAt: figures?.oldestUndecidedAt ?? null,
    mail: { pending, doubtful, failed, unaddressed },
  };
};
