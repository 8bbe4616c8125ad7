/** What waits for somebody's signature, in the order the desk gives it, and where in it one stands. */
import type { Desk, DeskEntry, PolicyEntry } from '../../data/contract';

/** One signature: a case of an item, or a version of the policy. */
export type Waiting =
  | { readonly kind: 'case'; readonly entry: DeskEntry }
  | { readonly kind: 'policy'; readonly policy: PolicyEntry };

/** Below `sign/`. */
export const addressOf = (waiting: Waiting): string =>
  waiting.kind === 'case'
    ? `${waiting.entry.item.id}/${waiting.entry.id}`
    : `policy/${waiting.policy.version}`;

/** Cases the viewer owes, worst first, as the API orders them; versions of the policy, which have no term, after them. */
export const queueOf = (desk: Desk, policies: readonly PolicyEntry[]): readonly Waiting[] => [
  ...desk.owed.filter(({ kind }) => kind === 'case').map((entry): Waiting => ({ kind: 'case', entry })),
  ...policies
    .filter(({ signedAt }) => signedAt === null)
    .map((policy): Waiting => ({ kind: 'policy', policy })),
];

export interface Place {
  /** From 1; 0 = not in the queue. */
  readonly at: number;
  readonly of: number;
  /** The one after this, from the top again after the last; null = there is no other. */
  readonly next: Waiting | null;
}

export const placeOf = (queue: readonly Waiting[], address: string): Place => {
  const index = queue.findIndex((waiting) => addressOf(waiting) === address);
  const others = [...queue.slice(index + 1), ...queue.slice(0, Math.max(0, index))];
  return { at: index + 1, of: queue.length, next: others[0] ?? null };
};
