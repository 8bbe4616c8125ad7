/**
 * Messages: what one person gets at one moment about one item is one message, and the reminders of a morning about
 * items of which nothing graver is told are one more, the digest.
 */
import type { Instant } from './instants.js';
import type { NoticeClass } from './told.js';

/** A notice as far as its message goes. */
export interface Told {
  readonly personId: string;
  readonly itemId: string;
  readonly class: NoticeClass;
  readonly deliverAt: Instant;
}

/** The same for all notices of one message. `isJoined`: something graver is told of the item at that moment. */
export const messageKey = ({ personId, itemId, class: cls, deliverAt }: Told, isJoined: boolean): string => {
  const about = cls === 'reminder' && !isJoined ? 'digest' : itemId;
  return [personId, deliverAt, about].join('/');
};

/** What joins a reminder about its item, if it leaves at the same moment. */
const momentKey = ({ personId, itemId, deliverAt }: Told): string => [personId, deliverAt, itemId].join('/');

/** The notices by message; messages in the order of their moments, at one moment the digest last. */
export const messagesOf = <N extends Told>(notices: readonly N[]): readonly (readonly N[])[] => {
  const graver = new Set(notices.filter((notice) => notice.class !== 'reminder').map(momentKey));
  const messages = new Map<string, N[]>();
  for (const notice of notices) {
    const key = messageKey(notice, graver.has(momentKey(notice)));
    messages.set(key, [...(messages.get(key) ?? []), notice]);
  }
  return [...messages.values()].sort(inOrder);
};

/** A message of reminders alone, which may tell of many items. */
export const isDigest = (notices: readonly Told[]): boolean =>
  notices.every((notice) => notice.class === 'reminder');

const inOrder = (a: readonly Told[], b: readonly Told[]): number =>
  (a[0]?.deliverAt ?? 0) - (b[0]?.deliverAt ?? 0) || Number(isDigest(a)) - Number(isDigest(b));
