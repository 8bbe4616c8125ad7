/**
 * How much of the morning digest one person gets: what is beyond a morning's measure waits for the next, in its
 * order; nothing is dropped.
 */
import type { FactType } from './events.js';
import type { Instant } from './instants.js';
import { nextMorning, type Delivery } from './notices.js';

/** Printed as one section, however many there are, and so neither counted nor delayed. */
export const printedAsOne: readonly FactType[] = ['pastDuesSummarised'];

export const isPrintedAsOne = (kind: string): boolean => (printedAsOne as readonly string[]).includes(kind);

/** A reminder that would go with the digest of its morning. */
export interface Queued {
  readonly personId: string;
  /** The type of the event told of. */
  readonly kind: string;
  readonly deliverAt: Instant;
  /** Of its item. */
  readonly delivery: Delivery;
}

/** How many counted reminders already wait for a person's morning. */
export interface Waiting {
  readonly personId: string;
  readonly deliverAt: Instant;
  readonly waiting: number;
}

const placeOf = (personId: string, morning: Instant): string => `${personId}/${morning}`;

/** The morning each reminder goes with: its own, or the first one after it that has room. */
export const morningsOf = (queue: readonly Queued[], waiting: readonly Waiting[]): readonly Instant[] => {
  const taken = new Map(waiting.map((row) => [placeOf(row.personId, row.deliverAt), row.waiting] as const));
  return queue.map(({ personId, kind, deliverAt, delivery }) => {
    if (isPrintedAsOne(kind)) return deliverAt;
    const takenAt = (morning: Instant): number => taken.get(placeOf(personId, morning)) ?? 0;
    let morning = deliverAt;
    while (takenAt(morning) >= delivery.policy.digestAtMost) morning = nextMorning(morning, delivery);
    taken.set(placeOf(personId, morning), takenAt(morning) + 1);
    return morning;
  });
};
