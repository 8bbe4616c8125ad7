/** Keys of a milestone's ladder, `MILESTONE:rung:epoch`: once in an epoch, never again. Here they are made and read back. */
import type { Milestone } from './item.js';
import { rungs, type Rung } from './policy.js';

export const rungKey = (milestone: Milestone, rung: Rung): string =>
  `${milestone.id}:${rung}:${milestone.epoch}`;

/** The milestone and rung of a key; null for keys of cases, standings and summaries. */
export const readRungKey = (key: string): { readonly milestone: string; readonly rung: Rung } | null => {
  const [milestone, name] = key.split(':');
  const rung = rungs.find((known) => known === name);
  return milestone === undefined || rung === undefined ? null : { milestone, rung };
};
