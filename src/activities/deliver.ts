/**
 * Promise: each message leaves once on a definite reply; a temporary refusal is tried again, a final one is shown as
 * failed, and one whose fate nobody knows is shown as doubtful, after a second try with the same Message-ID where it
 * is urgent or formal.
 */
import { ApplicationFailure } from '@temporalio/common';
import type { Instant } from '../domain/instants.js';
import { hashOf } from '../store/canonical.js';
import type { Database, Tx } from '../store/database.js';
import { itemOf } from '../store/items.js';
import { renewPromise } from '../store/mailboxes.js';
import { dueToLeave, writeOutgoing, type NoticeRow, type Outgoing } from '../store/notices.js';
import { personOf } from '../store/people.js';
import { letterOf } from './letter.js';
import type { Mailer, Message, Sent } from './mailer.js';
import type { Answered, MailboxStanding, SettleRequest } from './standings.js';

export interface DeliverDeps {
  readonly db: Database;
  /** Null = no mail server is configured: nothing leaves, and the rows say so. */
  readonly mailer: Mailer | null;
  /** Domain of the Message-IDs. */
  readonly mailDomain: string;
  readonly clock: () => Instant;
  readonly heartbeat: () => void;
}

const postman = { system: 'mailbox' } as const;

/** Longer than one message can take: a claim older than this was left by somebody who died. */
const claimMs = 120_000;

/** What goes out as one message. */
interface Claimed {
  readonly notices: readonly NoticeRow[];
  readonly message: Message;
}

export const createDeliver =
  (deps: DeliverDeps) =>
  async ({ id }: SettleRequest): Promise<Answered<MailboxStanding>> => {
    const refused = new Set<number>();
    let reason = '';
    for (;;) {
      deps.heartbeat();
      const claimed = await deps.db.asActor(postman, (tx) => claimNext(tx, id, refused, deps));
      if (claimed === null) break;
      const sent = deps.mailer ? await deps.mailer.send(claimed.message) : null;
      await deps.db.asActor(postman, (tx) => record(tx, claimed.notices, sent, deps.clock()));
      if (sent?.kind !== 'temporary') continue;
      reason = sent.reason;
      for (const notice of claimed.notices) refused.add(notice.id);
    }
    const wakeAt = await deps.db.asActor(postman, (tx) => promise(tx, id, deps.clock()));
    if (refused.size > 0)
      throw ApplicationFailure.retryable(
        `the mail server does not take messages now: ${reason}`,
        'MailRefused',
      );
    return { standing: { personId: id, wakeAt, done: wakeAt === null }, outcome: null };
  };

/** A claim somebody may still be working on is looked at again when it has run out. */
const promise = async (tx: Tx, person: string, now: Instant): Promise<Instant | null> => {
  const wakeAt = await renewPromise(tx, person);
  if (wakeAt === null || wakeAt > now) return wakeAt;
  const held = (await dueToLeave(tx, person, now)).filter((notice) => isHeld(notice, now));
  return held.length > 0 ? Math.min(...held.map((notice) => (notice.outgoingAt ?? now) + claimMs)) : wakeAt;
};

const isHeld = (notice: NoticeRow, now: Instant): boolean =>
  notice.outgoing === 'sending' && (notice.outgoingAt ?? 0) > now - claimMs;

/** Takes the next message that is due, or settles what became of one whose sender died; null = nothing more. */
const claimNext = async (
  tx: Tx,
  person: string,
  refused: ReadonlySet<number>,
  deps: DeliverDeps,
): Promise<Claimed | null> => {
  const now = deps.clock();
  const due = (await dueToLeave(tx, person, now)).filter(
    (notice) => !refused.has(notice.id) && !isHeld(notice, now),
  );
  const [abandoned, waiting] = [due.filter(isSending), due.filter((notice) => !isSending(notice))];
  await writeOutgoing(
    tx,
    messagesIn(abandoned).flatMap((notices) =>
      changes(notices, afterUnknown(notices, 'the sender died'), now),
    ),
  );
  const [next] = messagesIn(waiting);
  if (next === undefined) return abandoned.length > 0 ? claimNext(tx, person, refused, deps) : null;
  return (await claim(tx, person, next, deps, now)) ?? claimNext(tx, person, refused, deps);
};

const isSending = ({ outgoing }: NoticeRow): boolean => outgoing === 'sending';

/** Grouped by message sent before, else by item and moment. */
const messagesIn = (notices: readonly NoticeRow[]): readonly (readonly NoticeRow[])[] => {
  const groups = new Map<string, NoticeRow[]>();
  for (const notice of notices) {
    const key = notice.messageId ?? `${notice.deliverAt} ${notice.itemId}`;
    groups.set(key, [...(groups.get(key) ?? []), notice]);
  }
  return [...groups.values()];
};

/** Null = there is no address to send it to. */
const claim = async (
  tx: Tx,
  person: string,
  notices: readonly NoticeRow[],
  deps: DeliverDeps,
  now: Instant,
): Promise<Claimed | null> => {
  const [first] = notices;
  const recipient = await personOf(tx, person);
  const item = first && (await itemOf(tx, first.itemId));
  if (!first || !item || !recipient?.email) {
    await writeOutgoing(tx, changes(notices, { outgoing: 'unaddressed' }, now));
    return null;
  }
  const messageId = first.messageId ?? messageIdOf(person, first, deps.mailDomain);
  const claimed = notices.map((notice) => ({ ...notice, messageId, attempts: notice.attempts + 1 }));
  await writeOutgoing(tx, changes(claimed, { outgoing: 'sending' }, now));
  return { notices: claimed, message: { to: recipient.email, messageId, ...letterOf(item, notices) } };
};

const messageIdOf = (person: string, { id, itemId, deliverAt }: NoticeRow, domain: string): string =>
  `<${hashOf([person, itemId, deliverAt, id]).slice(0, 32)}@${domain}>`;

interface Verdict {
  readonly outgoing: Outgoing;
  readonly error?: string;
  readonly unknown?: true;
}

/** Reminders stay in the app; what is urgent or formal is sent once more. */
const afterUnknown = (notices: readonly NoticeRow[], reason: string): Verdict => {
  const again = notices.some((notice) => notice.class !== 'reminder' && notice.unknownAttempts === 0);
  return { outgoing: again ? 'pending' : 'doubtful', error: reason, unknown: true };
};

const verdictOf = (notices: readonly NoticeRow[], sent: Sent | null): Verdict => {
  if (sent === null) return { outgoing: 'suppressed' };
  switch (sent.kind) {
    case 'sent':
      return { outgoing: 'sent' };
    case 'temporary':
      return { outgoing: 'pending', error: sent.reason };
    case 'permanent':
      return { outgoing: 'failed', error: sent.reason };
    case 'unknown':
      return afterUnknown(notices, sent.reason);
  }
};

const record = (tx: Tx, notices: readonly NoticeRow[], sent: Sent | null, now: Instant): Promise<void> =>
  writeOutgoing(tx, changes(notices, verdictOf(notices, sent), now));

const changes = (notices: readonly NoticeRow[], { outgoing, error, unknown }: Verdict, now: Instant) =>
  notices.map(({ id, attempts, unknownAttempts, messageId }) => ({
    id,
    outgoing,
    attempts,
    unknownAttempts: unknownAttempts + (unknown ? 1 : 0),
    messageId,
    outgoingAt: now,
    outgoingError: error ?? null,
  }));
