/** Whose the days were: of the overdue milestone those past its date, else of the whole item. */
import type { ItemWaiting } from '../../data/contract';

export interface HeldShare {
  readonly key: string;
  readonly party: ItemWaiting['shares'][number]['with'];
  readonly title: string;
  readonly days: number;
}

export const heldShares = (
  waiting: ItemWaiting,
  overdue: string | null,
): { readonly sinceOverdue: boolean; readonly shares: readonly HeldShare[] } => {
  const late = waiting.milestones.find(({ id }) => id === overdue)?.shares ?? [];
  const sinceOverdue = late.some(({ workingDaysOver }) => workingDaysOver > 0);
  const from = sinceOverdue ? late : waiting.shares;
  const shares = from
    .map(({ with: party, title, unit, workingDays, workingDaysOver }) => ({
      key: `${party} ${unit?.id ?? ''}`,
      party,
      title: unit?.name ?? title,
      days: sinceOverdue ? workingDaysOver : workingDays,
    }))
    .filter(({ days }) => days > 0);
  return { sinceOverdue, shares };
};
