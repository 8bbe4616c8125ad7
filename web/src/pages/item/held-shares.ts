/** Whose the days were: of the milestone that matters most, once it is overdue those past its date; else of all there are. */
import type { ItemWaiting } from '../../data/contract';

export interface HeldShare {
  readonly key: string;
  readonly party: ItemWaiting['shares'][number]['with'];
  readonly title: string;
  readonly days: number;
}

/** Days of milestones that run side by side add up. */
export type HeldOf = 'overdue' | 'milestone' | 'all';

export const heldShares = (
  waiting: ItemWaiting,
  milestone: string | null,
): { readonly of: HeldOf; readonly shares: readonly HeldShare[] } => {
  const own = waiting.milestones.find(({ id }) => id === milestone)?.shares ?? [];
  const sinceOverdue = own.some(({ workingDaysOver }) => workingDaysOver > 0);
  const from = own.length > 0 ? own : waiting.shares;
  const shares = from
    .map(({ with: party, title, unit, workingDays, workingDaysOver }) => ({
      key: `${party} ${unit?.id ?? ''}`,
      party,
      title: unit?.name ?? title,
      days: sinceOverdue ? workingDaysOver : workingDays,
    }))
    .filter(({ days }) => days > 0);
  return { of: sinceOverdue ? 'overdue' : own.length > 0 ? 'milestone' : 'all', shares };
};
