/** Promise: entries in order of time fall into their days, in the same order; what is the same for many is one line. */
import type { AdvanceEntry } from '../../data/contract';
import { dateOf } from '../../parts/dates';

export interface Day<T> {
  readonly date: string;
  readonly entries: readonly T[];
}

export const daysOf = <T extends { readonly at: string }>(entries: readonly T[]): readonly Day<T>[] => {
  const days = new Map<string, T[]>();
  for (const entry of entries) {
    const date = dateOf(entry.at);
    const ofDay = days.get(date);
    if (ofDay) ofDay.push(entry);
    else days.set(date, [entry]);
  }
  return [...days].map(([date, ofDay]) => ({ date, entries: ofDay }));
};

export interface Line extends Omit<AdvanceEntry, 'item'> {
  readonly key: string;
  /** To all of these the same happened at the same moment, and the same posts were told. */
  readonly items: readonly AdvanceEntry['item'][];
}

export const linesOf = (entries: readonly AdvanceEntry[]): readonly Line[] => {
  const lines = new Map<string, Line>();
  for (const { item, ...entry } of entries) {
    const key = [entry.at, entry.type, entry.text, ...entry.told].join(' ');
    const items = lines.get(key)?.items ?? [];
    lines.set(key, { ...entry, key, items: [...items, item] });
  }
  return [...lines.values()];
};
