/** Promise: what becomes of the notices of a message follows from the answer alone, and is written as Postgres takes it. */
import type { Instant } from '../domain/instants.js';
import type { LeavingNotice, Outgoing, OutgoingChange } from '../store/notices.js';
import type { Sent } from './mailer.js';

interface Verdict {
  readonly outgoing: Outgoing;
  readonly error?: string;
  readonly unknown?: true;
}

/** Reminders stay in the app; what is urgent or formal is sent once more. */
export const afterUnknown = (notices: readonly LeavingNotice[], reason: string): Verdict => {
  const again = notices.some((notice) => notice.class !== 'reminder' && notice.unknownAttempts === 0);
  return { outgoing: again ? 'pending' : 'doubtful', error: reason, unknown: true };
};

export const verdictOf = (notices: readonly LeavingNotice[], sent: Sent | null): Verdict => {
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

export const changes = (
  notices: readonly LeavingNotice[],
  { outgoing, error, unknown }: Verdict,
  now: Instant,
): readonly OutgoingChange[] =>
  notices.map(({ id, attempts, unknownAttempts, messageId }) => ({
    id,
    outgoing,
    attempts,
    unknownAttempts: unknownAttempts + (unknown ? 1 : 0),
    messageId,
    outgoingAt: now,
    outgoingError: error === undefined ? null : storable(error),
  }));

/** Whatever a server said, as text Postgres takes. */
const storable = (text: string): string => text.slice(0, 500).replaceAll(/[\p{Cc}\p{Cs}]/gu, ' ');
