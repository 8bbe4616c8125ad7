/** Promise: of what a move of the clock brought, the few things that matter most, in the order they happened. */
import type { Advance, AdvanceEntry } from '../data/contract';
import type { LightShape } from '../parts/light';

export interface Line extends Omit<AdvanceEntry, 'item'> {
  readonly key: string;
  /** To all of these the same happened at the same moment, and the same posts were told. */
  readonly items: readonly AdvanceEntry['item'][];
}

/** What is the same for many items is one line, in the place of the first. */
export const linesOf = (entries: readonly AdvanceEntry[]): readonly Line[] => {
  const lines = new Map<string, Line>();
  for (const { item, ...entry } of entries) {
    const key = [entry.at, entry.type, entry.text, ...entry.told].join(' ');
    const items = lines.get(key)?.items ?? [];
    lines.set(key, { ...entry, key, items: [...items, item] });
  }
  return [...lines.values()];
};

const gravity: Readonly<Record<AdvanceEntry['class'], number>> = { formal: 2, urgent: 1, reminder: 0 };

/** What an event does to a light, whatever colour its item has come to since; null = nothing that the eye looks for. */
export const signOf = ({ type }: Pick<AdvanceEntry, 'type'>): LightShape | null =>
  signs[type as keyof typeof signs] ?? null;

const signs = { reminded: 'yellow', becameOverdue: 'red', listed: 'red', evidenceAccepted: 'blue' } as const;

type Weighed = Pick<AdvanceEntry, 'type' | 'told' | 'class'>;

/** What nobody was told of matters least. */
const weightOf = (entry: Weighed): number => (entry.told.length === 0 ? -1 : gravity[entry.class]);

/** Of equal weight one of each sort first: twenty reminders alike say less than one of them and something else. */
export const gravest = <T extends Weighed>(entries: readonly T[], atMost: number): readonly T[] => {
  const seen = new Map<string, number>();
  const chosen = entries
    .map((entry, place) => {
      const before = seen.get(entry.type) ?? 0;
      seen.set(entry.type, before + 1);
      return { entry, place, before };
    })
    .sort((a, b) => weightOf(b.entry) - weightOf(a.entry) || a.before - b.before || a.place - b.place)
    .slice(0, atMost);
  return chosen.sort((a, b) => a.place - b.place).map(({ entry }) => entry);
};

export const totalOf = ({ counts }: Pick<Advance, 'counts'>): number =>
  Object.values(counts).reduce((sum, n) => sum + n, 0);

/** How far a move has come, 0 to 100. */
export const percentOf = ({ from, to, now }: Pick<Advance, 'from' | 'to' | 'now'>): number => {
  const [start, end, at] = [from, to, now].map((instant) => Date.parse(instant)) as [number, number, number];
  if (end <= start) return 100;
  return Math.round((100 * Math.min(Math.max(at - start, 0), end - start)) / (end - start));
};
