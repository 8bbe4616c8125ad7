/** Promise: notices as they reached a person: by day, and within it what came as one message together. */
import type { Notice } from '../../data/contract';
import { dateOf } from '../../parts/dates';

export interface Message {
  readonly id: string;
  readonly class: Notice['class'];
  readonly deliverAt: string;
  readonly notices: readonly Notice[];
}

export interface InboxDay {
  readonly date: string;
  readonly messages: readonly Message[];
}

const gravity: Readonly<Record<Notice['class'], number>> = { formal: 2, urgent: 1, reminder: 0 };

/** A message is as urgent as the gravest it holds. */
const gravestOf = (notices: readonly Notice[]): Notice['class'] =>
  notices.reduce<Notice['class']>(
    (worst, notice) => (gravity[notice.class] > gravity[worst] ? notice.class : worst),
    'reminder',
  );

const grouped = <T>(
  all: readonly T[],
  keyOf: (one: T) => string,
): readonly (readonly [string, readonly T[]])[] => {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return [...groups];
};

/** What came together is read in the order of the items. */
const inOrder = (together: readonly Notice[]): readonly Notice[] =>
  together.toSorted((a, b) => (a.item?.number ?? 0) - (b.item?.number ?? 0));

/** In the order given, which is newest first. */
export const daysOf = (notices: readonly Notice[]): readonly InboxDay[] =>
  grouped(notices, ({ deliverAt }) => dateOf(deliverAt)).map(([date, ofDay]) => ({
    date,
    messages: grouped(ofDay, ({ message }) => message).map(([id, together]) => ({
      id,
      class: gravestOf(together),
      deliverAt: together[0]?.deliverAt ?? date,
      notices: inOrder(together),
    })),
  }));
