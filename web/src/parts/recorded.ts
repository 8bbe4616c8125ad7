/** A field of a recorded fact, which the contract leaves to the kind of fact. */
import type { HistoryEntry } from '../data/contract';

export const fieldOf = (entry: HistoryEntry, name: string): unknown =>
  (entry.fact as Readonly<Record<string, unknown>>)[name];

/** The same where it is words; empty where it is not. */
export const saidIn = (entry: HistoryEntry, name: string): string => {
  const value = fieldOf(entry, name);
  return typeof value === 'string' ? value : '';
};
