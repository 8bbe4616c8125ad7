/** Running items with their states, those due soonest first: what a forecast of a plan is made of. */
import type { Instant } from '../../domain/instants.js';
import type { ItemState } from '../../domain/item.js';
import type { Tx } from '../database.js';
import { select } from '../rows.js';
import { all, condition, visible, type Viewer } from './visible.js';

export interface RunningItem {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly tile: string;
  readonly snapshot: ItemState;
}

const columns = 'i.id, i.number, i.title, i.tile, i.snapshot';

export interface RunningItems {
  readonly items: readonly RunningItem[];
  /** How many more there are. */
  readonly leftOut: number;
}

export const runningItemsOf = async (
  tx: Tx,
  viewer: Viewer,
  planId: string,
  limit: number,
): Promise<RunningItems> => {
  const where = all([condition('i.plan_id = ? AND NOT i.done', planId), visible(viewer)]);
  const rows = await select<RunningItem & { readonly total: number }>(
    tx,
    `SELECT ${columns}, count(*) OVER ()::int AS total
     FROM items i WHERE ${where.sql} ORDER BY i.next_alarm_at NULLS LAST, i.number LIMIT ?`,
    [...where.bindings, limit],
  );
  return { items: rows, leftOut: (rows[0]?.total ?? 0) - rows.length };
};

/** Items to which something happens at just this moment. */
export const itemsDueAt = (
  tx: Tx,
  viewer: Viewer,
  planId: string,
  at: Instant,
  limit: number,
): Promise<readonly RunningItem[]> => {
  const where = all([condition('i.plan_id = ? AND i.next_alarm_at = ?', planId, at), visible(viewer)]);
  return select(tx, `SELECT ${columns} FROM items i WHERE ${where.sql} ORDER BY i.number LIMIT ?`, [
    ...where.bindings,
    limit,
  ]);
};
