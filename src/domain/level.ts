/** Enforcement level: derived from what stands and what was done, so that it cannot be forgotten. */
import { isOpen, levels, type ItemState, type Level, type ListingLevel } from './item.js';

export const listedLevel = (level: ListingLevel): Level => `listed_${level}`;

/**
 * A standing listing gives the level; else the strongest step against an open milestone in its present epoch, or
 * `urged` while a receipt is over (01, axis 3).
 */
export const levelOf = (state: ItemState): Level => {
  if (state.listing) return listedLevel(state.listing.level);
  const open = state.milestones.filter(isOpen);
  if (open.some((milestone) => milestone.letters > 0)) return 'lettered';
  const receiptOver = state.cases.some((c) => c.kind === 'receipt' && c.overAt !== null);
  return receiptOver || open.some((milestone) => milestone.urges > 0) ? 'urged' : 'none';
};

export const atLeast = (level: Level, other: Level): boolean =>
  levels.indexOf(level) >= levels.indexOf(other);
