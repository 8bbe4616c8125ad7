/** Items whose waiting a viewer may see, in the order of the register. */
import type { Tx } from '../database.js';
import { select } from '../rows.js';
import { all, condition, visible, type Viewer } from './visible.js';

export interface WaitingItem {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly tile: string;
  readonly unitId: string;
  /** How many the viewer may see in all. */
  readonly visible: number;
}

export const waitingItems = (
  tx: Tx,
  viewer: Viewer,
  planId: string,
  limit: number,
): Promise<readonly WaitingItem[]> => {
  const where = all([condition('i.plan_id = ?', planId), visible(viewer)]);
  return select(
    tx,
    `SELECT i.id, i.number, i.title, i.tile, i.unit_id, count(*) OVER ()::int AS visible
     FROM items i WHERE ${where.sql} ORDER BY i.number LIMIT ?`,
    [...where.bindings, limit],
  );
};
