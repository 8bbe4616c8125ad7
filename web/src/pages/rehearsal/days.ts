/** Promise: entries in order of time fall into their days, in the same order. */
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
