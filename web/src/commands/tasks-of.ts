/** Promise: what is owed, each form once: what the same form settles is one thing to do. */
import type { DeskEntry } from '../data/contract';
import { givenOf } from './given-of';

/** The most dangerous of what a form settles, and what else the same form is for. */
export interface TaskShown {
  readonly entry: DeskEntry;
  readonly alike: readonly DeskEntry[];
}

const formOf = (entry: DeskEntry): string =>
  JSON.stringify([entry.item.id, entry.commands[0], givenOf(entry), entry.unit?.id]);

/** In the order given. */
export const tasksOf = (owed: readonly DeskEntry[]): readonly TaskShown[] => {
  const byForm = new Map<string, DeskEntry[]>();
  for (const entry of owed) {
    const form = formOf(entry);
    const same = byForm.get(form);
    if (same) same.push(entry);
    else byForm.set(form, [entry]);
  }
  return [...byForm.values()].flatMap(([entry, ...alike]) => (entry ? [{ entry, alike }] : []));
};
