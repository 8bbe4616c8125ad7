/** Promise: an item's log only ever grows, by one writer, and reads back as it was written. */
import { eventVersion, type Envelope, type FactType, type ItemEvent } from '../domain/events.js';
import type { Instant } from '../domain/instants.js';
import type { Actor } from '../domain/people.js';
import { hashOf } from './canonical.js';
import type { Tx } from './database.js';
import { insertion, select, type Statement } from './rows.js';

/** An event and whose it is. */
export interface LoggedEvent {
  readonly itemId: string;
  readonly planId: string;
  readonly unitId: string;
  readonly event: ItemEvent;
}

interface EventRow {
  readonly itemId: string;
  readonly seq: number;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly actor: Actor | null;
  readonly submissionId: string | null;
  readonly body: object;
}

const envelope: ReadonlySet<string> = new Set<keyof Envelope>([
  'version',
  'seq',
  'at',
  'recordedAt',
  'actor',
  'submission',
]);

/** What an event says, without its envelope. */
export const factOf = (event: ItemEvent): object =>
  Object.fromEntries(Object.entries(event).filter(([name]) => !envelope.has(name)));

/** Everything a later change could falsify. */
const hashOfEvent = (itemId: string, event: ItemEvent): string => hashOf({ itemId, ...event });

const rowOf = ({ itemId, planId, unitId, event }: LoggedEvent, writtenAt: Instant): object => ({
  itemId,
  seq: event.seq,
  planId,
  unitId,
  type: event.type,
  version: event.version,
  at: event.at,
  recordedAt: event.recordedAt,
  writtenAt,
  actor: event.actor,
  submissionId: event.submission,
  key: 'key' in event && event.key !== undefined ? event.key : null,
  body: factOf(event),
  bodyHash: hashOfEvent(itemId, event),
});

/** Adds to the logs; a number that is taken means a second writer, and fails. `writtenAt`: wall clock. */
export const eventInsertion = (events: readonly LoggedEvent[], writtenAt: Instant): Statement =>
  insertion(
    'events',
    events.map((event) => rowOf(event, writtenAt)),
  );

const eventOf = (row: EventRow): ItemEvent =>
  ({
    ...row.body,
    version: eventVersion,
    seq: row.seq,
    at: row.at,
    recordedAt: row.recordedAt,
    actor: row.actor,
    submission: row.submissionId,
  }) as ItemEvent;

const columns = 'item_id, seq, at, recorded_at, actor, submission_id, body';

export interface Page {
  /** Only events after this number. */
  readonly after?: number;
  readonly limit?: number;
}

export const eventsOf = async (
  tx: Tx,
  item: string,
  { after = 0, limit = 100_000 }: Page = {},
): Promise<readonly ItemEvent[]> => {
  const rows = await select<EventRow>(
    tx,
    `SELECT ${columns} FROM events WHERE item_id = ? AND seq > ? ORDER BY seq LIMIT ?`,
    [item, after, limit],
  );
  return rows.map(eventOf);
};

/** Events of certain types up to a number, in order. */
export const eventsOfTypes = async (
  tx: Tx,
  item: string,
  types: readonly FactType[],
  upTo: number,
): Promise<readonly ItemEvent[]> => {
  const rows = await select<EventRow>(
    tx,
    `SELECT ${columns} FROM events WHERE item_id = ? AND seq <= ? AND type = ANY(?) ORDER BY seq`,
    [item, upTo, types],
  );
  return rows.map(eventOf);
};

/** The logs of several items, each in its order, without events of the types left out. */
export const logsOf = async (
  tx: Tx,
  items: readonly string[],
  leftOut: readonly FactType[] = [],
): Promise<ReadonlyMap<string, readonly ItemEvent[]>> => {
  const rows = await select<EventRow>(
    tx,
    `SELECT ${columns} FROM events WHERE item_id = ANY(?) AND type <> ALL(?) ORDER BY item_id, seq`,
    [items, leftOut],
  );
  const logs = new Map<string, ItemEvent[]>(items.map((id) => [id, []]));
  for (const row of rows) logs.get(row.itemId)?.push(eventOf(row));
  return logs;
};

export const versionsOf = async (tx: Tx, plan: string): Promise<ReadonlyMap<string, number>> => {
  const rows = await select<{ id: string; version: number }>(
    tx,
    'SELECT id, version FROM items WHERE plan_id = ?',
    [plan],
  );
  return new Map(rows.map((row) => [row.id, row.version]));
};
