/** What the running system shows of an item, read over HTTP and turned into what a played scenario prints. */
import type { z } from 'zod';
import type { historyEntry, itemPage } from '../../api/contract/item-shapes.js';
import type { ItemEvent } from '../../domain/events.js';
import { evolve } from '../../domain/evolve.js';
import { formatInstant, parseInstant, type Instant } from '../../domain/instants.js';
import type { ItemState } from '../../domain/item.js';
import type { Actor } from '../../domain/people.js';
import { shownEvent, type SimulatedEvent, type SimulatedProbe } from '../../domain/simulation/shown.js';
import { supervisionHead } from '../../intake/accounts.js';
import type { Client } from '../scenario/client.js';

export type Page = z.output<typeof itemPage>;
export type Entry = z.output<typeof historyEntry>;

const instantOf = (text: string): Instant => {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(`not an instant: ${text}`);
  return instant;
};

export const pageOf = (client: Client, item: string): Promise<Page> =>
  client.get<Page>(supervisionHead, `/items/${item}`);

export const historyOf = async (client: Client, item: string): Promise<readonly Entry[]> => {
  const entries: Entry[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const from: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: { entries: Entry[]; next: string | null } = await client.get(
      supervisionHead,
      `/items/${item}/history?order=oldest&limit=200${from}`,
    );
    entries.push(...page.entries);
    cursor = page.next;
  }
  return entries;
};

/** Ranks are not told in a history; nothing that is folded depends on one. */
const actorOf = ({ actor }: Entry): Actor | null =>
  actor && {
    person: actor.id,
    role: actor.role,
    unit: actor.unit?.id ?? null,
    rank: null,
    onBehalfOf: actor.for?.id ?? null,
  };

const eventOf = (entry: Entry): ItemEvent =>
  ({
    ...entry.fact,
    version: 1,
    seq: entry.seq,
    at: instantOf(entry.at),
    recordedAt: instantOf(entry.recordedAt),
    actor: actorOf(entry),
    submission: entry.submission,
  }) as unknown as ItemEvent;

/** The item, folded from what its history says. */
export const stateOf = (history: readonly Entry[]): ItemState => {
  const state = history.map(eventOf).reduce<ItemState | null>(evolve, null);
  if (state === null) throw new Error('an item without a history');
  return state;
};

export const printedEvents = (history: readonly Entry[]): readonly SimulatedEvent[] =>
  history.flatMap((entry) => shownEvent(eventOf(entry), entry.told));

/** `opened`: ids of the cases in the order of their opening, in which they are printed. */
export const printedPage = (page: Page, opened: readonly string[]): SimulatedProbe => ({
  at: formatInstant(instantOf(page.asOf)),
  lifecycle: page.lifecycle,
  suspended: page.suspended,
  light: page.light,
  level: page.level,
  milestones: Object.fromEntries(
    page.milestoneList.map(({ id, due, firstDue, epoch, light, overdue, marks, daysOverdue }) => [
      id,
      { due, firstDue, epoch, light, overdue, marks, daysOverdue },
    ]),
  ),
  owed: [...page.owing]
    .sort((a, b) => opened.indexOf(a.case) - opened.indexOf(b.case))
    .map(({ case: id, by, since, until, over }) => ({
      case: id,
      by,
      since: formatInstant(instantOf(since)),
      until,
      over,
    })),
});
