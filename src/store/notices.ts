/** Promise: somebody is told a thing once; what leaves the house says of each message whether it arrived, failed or is in doubt. */
import { printedAsOne, type Waiting } from '../domain/digest.js';
import type { Instant } from '../domain/instants.js';
import type { PostRole } from '../domain/people.js';
import type { NoticeClass } from '../domain/told.js';
import type { Tx } from './database.js';
import { execute, select, updateRows } from './rows.js';

export type Outgoing = 'pending' | 'sending' | 'sent' | 'doubtful' | 'failed' | 'suppressed' | 'unaddressed';

export interface NewNotice {
  /** The same thing told to the same person has the same key, for ever. */
  readonly dedupeKey: string;
  readonly planId: string;
  readonly itemId: string;
  /** The item's. */
  readonly unitId: string;
  readonly eventSeq: number;
  readonly personId: string;
  /** The posts as which the person is told. */
  readonly toldAs: readonly PostRole[];
  /** The post that has nobody, in whose place the person is told. */
  readonly insteadOf: PostRole | null;
  readonly class: NoticeClass;
  /** The type of the event told of. */
  readonly kind: string;
  readonly at: Instant;
  readonly deliverAt: Instant;
  /** Until when it waits outside the app for others of its moment; null = it leaves when it is delivered. */
  readonly gathersUntil: Instant | null;
  readonly payload: object;
  readonly outgoing: Outgoing;
}

export interface NoticeRow extends NewNotice {
  readonly id: number;
  readonly readAt: Instant | null;
  readonly attempts: number;
  /** Of the attempts, those whose outcome nobody knows. */
  readonly unknownAttempts: number;
  readonly messageId: string | null;
  /** Wall clock: when it was last tried or answered for. */
  readonly outgoingAt: Instant | null;
  readonly outgoingError: string | null;
}

const columns = `id, dedupe_key, plan_id, item_id, unit_id, event_seq, person_id, told_as, instead_of, class, kind, at, deliver_at,
  gathers_until, payload, outgoing, read_at, attempts, unknown_attempts, message_id, outgoing_at, outgoing_error`;

const writable = `dedupe_key, plan_id, item_id, unit_id, event_seq, person_id, told_as, instead_of, class, kind, at, deliver_at,
  gathers_until, payload, outgoing`;

/** Adds notices and brings forward the promises of the mailboxes they wait in, all in one statement. */
export const appendNotices = async (tx: Tx, notices: readonly NewNotice[]): Promise<readonly string[]> => {
  if (notices.length === 0) return [];
  const rows = notices.map((notice) => ({
    dedupe_key: notice.dedupeKey,
    plan_id: notice.planId,
    item_id: notice.itemId,
    unit_id: notice.unitId,
    event_seq: notice.eventSeq,
    person_id: notice.personId,
    told_as: notice.toldAs,
    instead_of: notice.insteadOf,
    class: notice.class,
    kind: notice.kind,
    at: notice.at,
    deliver_at: notice.deliverAt,
    gathers_until: notice.gathersUntil,
    payload: notice.payload,
    outgoing: notice.outgoing,
  }));
  const woken = await select<{ personId: string }>(
    tx,
    `WITH told AS (
       INSERT INTO notices (${writable}) SELECT ${writable} FROM jsonb_populate_recordset(null::notices, ?::jsonb)
       ON CONFLICT (dedupe_key) DO NOTHING RETURNING person_id, coalesce(gathers_until, deliver_at) AS leaves_at, outgoing
     ), waiting AS (
       SELECT person_id, min(leaves_at) AS promise_at FROM told WHERE outgoing = 'pending' GROUP BY person_id
     )
     INSERT INTO mailboxes AS box (person_id, promise_at) SELECT person_id, promise_at FROM waiting ORDER BY person_id
     ON CONFLICT (person_id) DO UPDATE SET promise_at = excluded.promise_at
       WHERE box.promise_at IS NULL OR excluded.promise_at < box.promise_at
     RETURNING person_id`,
    [JSON.stringify(rows)],
  );
  return woken.map((row) => row.personId);
};

export interface NoticeQuery {
  readonly planId?: string;
  /** Only what has been delivered by this instant of plan time. */
  readonly deliveredBy?: Instant;
  readonly unreadOnly?: boolean;
  /** Only ids below this one. */
  readonly before?: number;
  readonly limit?: number;
}

export const noticesOf = (tx: Tx, person: string, query: NoticeQuery = {}): Promise<readonly NoticeRow[]> =>
  select(
    tx,
    `SELECT ${columns} FROM notices WHERE person_id = ? AND (?::text IS NULL OR plan_id = ?)
       AND deliver_at <= ? AND id < ? AND (NOT ? OR read_at IS NULL) ORDER BY deliver_at DESC, id DESC LIMIT ?`,
    [
      person,
      query.planId ?? null,
      query.planId ?? null,
      query.deliveredBy ?? Number.MAX_SAFE_INTEGER,
      query.before ?? Number.MAX_SAFE_INTEGER,
      query.unreadOnly ?? false,
      query.limit ?? 100,
    ],
  );

export const noticesOfItem = (tx: Tx, item: string): Promise<readonly NoticeRow[]> =>
  select(tx, `SELECT ${columns} FROM notices WHERE item_id = ? ORDER BY event_seq, id`, [item]);

/** Marks one's own notices as read; the first reading counts. */
export const markRead = async (
  tx: Tx,
  person: string,
  ids: readonly number[],
  at: Instant,
): Promise<void> => {
  await execute(
    tx,
    'UPDATE notices SET read_at = ? WHERE person_id = ? AND id = ANY(?::bigint[]) AND read_at IS NULL',
    [at, person, ids],
  );
};

/** A notice about to leave, with what its message says of the item. */
export interface LeavingNotice extends NoticeRow {
  readonly itemNumber: number;
  readonly itemTitle: string;
}

/** What has been delivered in the app by `now` and waits outside it; rows stay locked until the transaction ends. */
export const waitingToLeave = (tx: Tx, person: string, now: Instant): Promise<readonly LeavingNotice[]> =>
  select(
    tx,
    `SELECT ${columns}, (SELECT i.number FROM items i WHERE i.id = notices.item_id) AS item_number,
       (SELECT i.title FROM items i WHERE i.id = notices.item_id) AS item_title
     FROM notices WHERE person_id = ? AND outgoing IN ('pending', 'sending') AND deliver_at <= ?
     ORDER BY deliver_at, item_id, id FOR UPDATE`,
    [person, now],
  );

/**
 * How many reminders wait for the mornings of persons from an instant on. Until the transaction ends nobody else
 * counts theirs: of two items settled at once the second sees what the first has written.
 */
export const waitingReminders = (
  tx: Tx,
  { planId, persons, since }: { planId: string; persons: readonly string[]; since: Instant },
): Promise<readonly Waiting[]> =>
  select(tx, 'SELECT person_id, deliver_at, waiting FROM waiting_reminders(?, ?, ?, ?)', [
    planId,
    persons,
    since,
    printedAsOne,
  ]);

export interface OutgoingChange {
  readonly id: number;
  readonly outgoing: Outgoing;
  readonly attempts: number;
  readonly unknownAttempts: number;
  readonly messageId: string | null;
  readonly outgoingAt: Instant;
  readonly outgoingError: string | null;
}

export const writeOutgoing = (tx: Tx, changes: readonly OutgoingChange[]): Promise<void> =>
  updateRows(tx, 'notices', changes, 'id');
