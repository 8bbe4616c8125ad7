/** What an advance of a rehearsal's clock brought about, as far as the viewer may see it, a page at a time. */
import type { Fact } from '../../domain/events.js';
import type { Instant } from '../../domain/instants.js';
import type { Tx } from '../database.js';
import { select } from '../rows.js';
import { condition, visible, type Condition, type Viewer } from './visible.js';

export interface HappenedRow {
  readonly itemId: string;
  readonly number: number;
  readonly title: string;
  readonly tile: string;
  readonly seq: number;
  readonly at: Instant;
  readonly fact: Fact;
}

/** Where a page of what happened ended. */
export interface HappenedCursor {
  readonly at: Instant;
  readonly number: number;
  readonly seq: number;
}

export type Ranges = Readonly<Record<string, readonly [first: number, last: number]>>;

const inRanges = (viewer: Viewer, ranges: Ranges): Condition => {
  const entries = Object.entries(ranges);
  const seen = visible(viewer);
  return {
    sql: `events e JOIN items i ON i.id = e.item_id
      JOIN unnest(?::text[], ?::int[], ?::int[]) AS r (item_id, first, last)
        ON r.item_id = e.item_id AND e.seq BETWEEN r.first AND r.last
      WHERE ${seen.sql}`,
    bindings: [
      entries.map(([id]) => id),
      entries.map(([, [first]]) => first),
      entries.map(([, [, last]]) => last),
      ...seen.bindings,
    ],
  };
};

/** Events of visible items within ranges of their numbers, in order of time. */
export const happenedIn = (
  tx: Tx,
  viewer: Viewer,
  ranges: Ranges,
  { after, limit }: { readonly after: HappenedCursor | null; readonly limit: number },
): Promise<readonly HappenedRow[]> => {
  const { sql, bindings } = inRanges(viewer, ranges);
  const from =
    after === null
      ? condition('true')
      : condition('(e.at, i.number, e.seq) > (?::bigint, ?::int, ?::int)', after.at, after.number, after.seq);
  return select(
    tx,
    `SELECT e.item_id, i.number, i.title, i.tile, e.seq, e.at, e.body AS fact
     FROM ${sql} AND ${from.sql} ORDER BY e.at, i.number, e.seq LIMIT ?`,
    [...bindings, ...from.bindings, limit],
  );
};

export const countsIn = async (
  tx: Tx,
  viewer: Viewer,
  ranges: Ranges,
): Promise<Readonly<Record<string, number>>> => {
  const { sql, bindings } = inRanges(viewer, ranges);
  const rows = await select<{ type: string; n: number }>(
    tx,
    `SELECT e.type, count(*)::int AS n FROM ${sql} GROUP BY e.type ORDER BY e.type`,
    bindings,
  );
  return Object.fromEntries(rows.map(({ type, n }) => [type, n]));
};
