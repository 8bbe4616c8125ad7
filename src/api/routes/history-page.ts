/** A page of an item's log. Its numbers run from 1 without a gap, so a page is found by counting. */
import { z } from 'zod';
import type { ItemEvent } from '../../domain/events.js';
import type { Role } from '../../domain/people.js';
import type { Tx } from '../../store/database.js';
import { eventsOf } from '../../store/events.js';
import { paged, readCursor } from '../cursor.js';

type Side = 'clock' | 'unit' | 'office' | 'leader';

const sides: Readonly<Record<Role, Side | null>> = {
  unit_officer: 'unit',
  unit_head: 'unit',
  case_officer: 'office',
  supervision_head: 'office',
  leader: 'leader',
  system_admin: null,
  security_admin: null,
  audit_admin: null,
};

const sideOf = ({ actor }: ItemEvent): Side | null => (actor === null ? 'clock' : sides[actor.role]);

/** An item's log, up to the last event there is or may be read. */
export interface ReadLog {
  readonly id: string;
  readonly version: number;
}

export interface HistoryQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly order: 'newest' | 'oldest';
  readonly by?: Side | undefined;
}

const windowSize = 500;

/** Events before or after a number, in the order asked, until enough are found. */
const collect = async (
  tx: Tx,
  item: ReadLog,
  from: number,
  wanted: number,
  query: HistoryQuery,
): Promise<ItemEvent[]> => {
  const found: ItemEvent[] = [];
  const newest = query.order === 'newest';
  for (let at = from; found.length < wanted && (newest ? at > 1 : at < item.version);) {
    const after = newest ? Math.max(0, at - 1 - windowSize) : at;
    const limit = newest ? at - 1 - after : Math.min(windowSize, item.version - at);
    const events = await eventsOf(tx, item.id, { after, limit });
    found.push(
      ...(newest ? [...events].reverse() : events).filter((event) => !query.by || sideOf(event) === query.by),
    );
    at = newest ? after + 1 : after + limit;
  }
  return found.slice(0, wanted);
};

export const historyPage = async (
  tx: Tx,
  item: ReadLog,
  query: HistoryQuery,
): Promise<{ readonly events: readonly ItemEvent[]; readonly next: string | null }> => {
  const start = query.order === 'newest' ? item.version + 1 : 0;
  const from =
    readCursor(
      query.cursor,
      z
        .number()
        .int()
        .min(0)
        .max(item.version + 1),
    ) ?? start;
  const found = await collect(tx, item, from, query.limit + 1, query);
  const { rows, next } = paged(found, query.limit, ({ seq }) => seq);
  return { events: rows, next };
};
