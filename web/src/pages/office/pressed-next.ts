/** What comes next of a late item: somebody's decision first, then what the clock does by itself. */
import type { Level, PressedItem } from '../../data/contract';
import { shortDate } from '../../parts/dates';
import { text, words } from '../../text';

const labels = text.office.pressed;

type Standing = Pick<PressedItem, 'waiting' | 'next' | 'climb'>;

/** The listing that waits for its signature, by name. */
const levelAsked = (climb: PressedItem['climb']): string | null => {
  const asked = climb.find(({ state }) => state === 'awaiting_signature')?.rung;
  const level = asked?.startsWith('listing') ? `listed_${asked.slice(-1)}` : null;
  return level !== null && level in words.levels ? words.levels[level as Level] : null;
};

const awaited = ({ kind, title, by }: NonNullable<Standing['waiting']>, climb: Standing['climb']): string => {
  const level = levelAsked(climb);
  return kind === 'listing_signature' && level !== null
    ? labels.awaitsSignature(level, words.owners[by])
    : labels.awaits(title, words.owners[by]);
};

/** Why the clock will do nothing by itself: no rung is left, or it is held. */
const standstill = (climb: Standing['climb']): string =>
  climb.length > 0 && climb.every(({ state }) => state !== 'ahead') ? labels.climbed : labels.nothingAhead;

/** `then` = what follows without that decision; null = nothing, or it comes first. */
export const nextOf = (
  { waiting, next, climb }: Standing,
  today: string,
): { readonly first: string; readonly then: string | null } => {
  const byClock = next && labels.byClock(shortDate(next.at, today), next.title);
  return waiting
    ? { first: awaited(waiting, climb), then: byClock }
    : { first: byClock ?? standstill(climb), then: null };
};
