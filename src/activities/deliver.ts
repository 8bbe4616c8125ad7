/**
 * Promise: each message leaves once on a definite reply; a temporary refusal is tried again, a final one is shown as
 * failed, and one whose fate nobody knows is shown as doubtful, after a second try with the same Message-ID where it
 * is urgent or formal.
 */
import { ApplicationFailure } from '@temporalio/common';
import type { Channel } from '../domain/channels.js';
import type { Instant } from '../domain/instants.js';
import { messagesOf } from '../domain/messages.js';
import { hashOf } from '../store/canonical.js';
import { channelOf } from '../store/channels.js';
import type { Database, Tx } from '../store/database.js';
import { renewPromise } from '../store/mailboxes.js';
import { waitingToLeave, writeOutgoing, type LeavingNotice } from '../store/notices.js';
import { personOf } from '../store/people.js';
import { letterOf, type Letter } from './letter.js';
import type { Mailer, Sent } from './mailer.js';
import type { Answered, MailboxStanding, SettleRequest } from './standings.js';
import { afterUnknown, changes, verdictOf } from './verdicts.js';
import type { Robots } from './webhook.js';

export interface DeliverDeps {
  readonly db: Database;
  /** Null = no mail server is configured: nothing leaves, and the rows say so. */
  readonly mailer: Mailer | null;
  /** Null = no host is allowed: everybody has mail, or no address. */
  readonly robots: Robots | null;
  /** Domain of the Message-IDs. */
  readonly mailDomain: string;
  readonly clock: () => Instant;
  readonly heartbeat: () => void;
}

const postman = { system: 'mailbox' } as const;

/** Longer than one message can take: a claim older than this was left by somebody who died. */
const claimMs = 120_000;

type Notices = readonly [LeavingNotice, ...LeavingNotice[]];

/** What goes out as one message. */
interface Claimed {
  readonly notices: Notices;
  readonly address: Address;
  readonly messageId: string;
  readonly letter: Letter;
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
      const sent = await handOver(claimed, deps);
      await deps.db.asActor(postman, (tx) => record(tx, claimed.notices, sent, deps.clock()));
      if (sent?.kind !== 'temporary') continue;
      reason = sent.reason;
      for (const notice of claimed.notices) refused.add(notice.id);
      // A robot that is asked on while it refuses is locked for longer.
      if (claimed.address.kind === 'robot') break;
    }
    const wakeAt = await deps.db.asActor(postman, (tx) => promise(tx, id, deps.clock()));
    if (refused.size > 0)
      throw ApplicationFailure.retryable(`messages are not taken now: ${reason}`, 'MailRefused');
    return { standing: { personId: id, wakeAt, done: wakeAt === null }, outcome: null };
  };

type Address =
  { readonly kind: 'mail'; readonly to: string } | { readonly kind: 'robot'; readonly channel: Channel };

/** A person's robot where there are robots, else their mail; null = neither. */
const addressOf = async (tx: Tx, person: string, { robots }: DeliverDeps): Promise<Address | null> => {
  const channel = robots && (await channelOf(tx, person));
  if (channel) return { kind: 'robot', channel };
  const to = (await personOf(tx, person))?.email;
  return to ? { kind: 'mail', to } : null;
};

/** Null = there is nothing to send it by. */
const handOver = async (
  { address, letter, messageId }: Claimed,
  { mailer, robots }: DeliverDeps,
): Promise<Sent | null> => {
  switch (address.kind) {
    case 'mail':
      return mailer
        ? mailer.send({ to: address.to, subject: letter.subject, text: letter.lines.join('\n'), messageId })
        : null;
    case 'robot':
      return robots ? robots.send(address.channel, letter) : null;
  }
};

/** A claim somebody may still be working on is looked at again when it has run out. */
const promise = async (tx: Tx, person: string, now: Instant): Promise<Instant | null> => {
  const wakeAt = await renewPromise(tx, person);
  if (wakeAt === null || wakeAt > now) return wakeAt;
  const held = (await waitingToLeave(tx, person, now)).filter((notice) => isHeld(notice, now));
  return held.length > 0 ? Math.min(...held.map((notice) => (notice.outgoingAt ?? now) + claimMs)) : wakeAt;
};

const isHeld = (notice: LeavingNotice, now: Instant): boolean =>
  notice.outgoing === 'sending' && (notice.outgoingAt ?? 0) > now - claimMs;

/** Takes the next message that is due, or settles what became of one whose sender died; null = nothing more. */
const claimNext = async (
  tx: Tx,
  person: string,
  refused: ReadonlySet<number>,
  deps: DeliverDeps,
): Promise<Claimed | null> => {
  const now = deps.clock();
  const open = (await waitingToLeave(tx, person, now)).filter(
    (notice) => !refused.has(notice.id) && !isHeld(notice, now),
  );
  const [abandoned, waiting] = [open.filter(isSending), open.filter((notice) => !isSending(notice))];
  await writeOutgoing(
    tx,
    outgoingOf(abandoned).flatMap((notices) =>
      changes(notices, afterUnknown(notices, 'the sender died'), now),
    ),
  );
  const next = outgoingOf(waiting).find((notices) => isDue(notices, now));
  if (next === undefined) return abandoned.length > 0 ? claimNext(tx, person, refused, deps) : null;
  return (await claim(tx, person, next, deps, now)) ?? claimNext(tx, person, refused, deps);
};

const isSending = ({ outgoing }: LeavingNotice): boolean => outgoing === 'sending';

/** A message leaves when the first of its notices has waited long enough for the others. */
const isDue = (notices: Notices, now: Instant): boolean =>
  notices.some(({ gathersUntil, deliverAt }) => (gathersUntil ?? deliverAt) <= now);

const isFilled = (notices: readonly LeavingNotice[]): notices is Notices => notices.length > 0;

/** A message that was tried before stays as it was, whatever has come since. */
const outgoingOf = (notices: readonly LeavingNotice[]): readonly Notices[] => {
  const tried = new Map<string, LeavingNotice[]>();
  for (const notice of notices)
    if (notice.messageId !== null)
      tried.set(notice.messageId, [...(tried.get(notice.messageId) ?? []), notice]);
  const fresh = messagesOf(notices.filter(({ messageId }) => messageId === null));
  return [...tried.values(), ...fresh].filter(isFilled);
};

/** Null = there is no address to send it to. */
const claim = async (
  tx: Tx,
  person: string,
  notices: Notices,
  deps: DeliverDeps,
  now: Instant,
): Promise<Claimed | null> => {
  const address = await addressOf(tx, person, deps);
  if (address === null) {
    await writeOutgoing(tx, changes(notices, { outgoing: 'unaddressed' }, now));
    return null;
  }
  const messageId = notices[0].messageId ?? messageIdOf(person, notices[0], deps.mailDomain);
  const taken = (notice: LeavingNotice) => ({ ...notice, messageId, attempts: notice.attempts + 1 });
  const [first, ...others] = notices;
  const claimed: Notices = [taken(first), ...others.map(taken)];
  await writeOutgoing(tx, changes(claimed, { outgoing: 'sending' }, now));
  return { notices: claimed, address, messageId, letter: letterOf(claimed) };
};

const messageIdOf = (person: string, { id, itemId, deliverAt }: LeavingNotice, domain: string): string =>
  `<${hashOf([person, itemId, deliverAt, id]).slice(0, 32)}@${domain}>`;

const record = (tx: Tx, notices: readonly LeavingNotice[], sent: Sent | null, now: Instant): Promise<void> =>
  writeOutgoing(tx, changes(notices, verdictOf(notices, sent), now));
