/** Promise: a mailbox's row says when its next message leaves, and is never later than the earliest that waits. */
import type { Instant } from '../domain/instants.js';
import type { Tx } from './database.js';
import { execute, select } from './rows.js';

/** Only live plans send anything, and their plan time is the wall clock. */
export interface Mailbox {
  readonly personId: string;
  readonly promiseAt: Instant | null;
}

export const mailboxOf = async (tx: Tx, person: string): Promise<Mailbox | null> =>
  (
    await select<Mailbox>(tx, 'SELECT person_id, promise_at FROM mailboxes WHERE person_id = ?', [person])
  )[0] ?? null;

/** Sets the promise anew from what waits, with the row locked; null = nothing does. */
export const renewPromise = async (tx: Tx, person: string): Promise<Instant | null> => {
  await execute(tx, 'SELECT 1 FROM mailboxes WHERE person_id = ? FOR UPDATE', [person]);
  const [row] = await select<{ promiseAt: Instant | null }>(
    tx,
    `UPDATE mailboxes SET promise_at =
       (SELECT min(coalesce(gathers_until, deliver_at)) FROM notices WHERE person_id = ? AND outgoing IN ('pending', 'sending'))
     WHERE person_id = ? RETURNING promise_at`,
    [person, person],
  );
  return row?.promiseAt ?? null;
};
