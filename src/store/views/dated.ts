/** Items that may set somebody a date: of their unit, or with an open case whose owner the domain can name from the row. */
import type { Owner } from '../../domain/cases.js';
import type { ItemState } from '../../domain/item.js';
import { select } from '../rows.js';
import type { Tx } from '../transaction.js';
import { all, condition, visible, type Viewer } from './visible.js';

/** An open case with what says whose it is. */
export interface CaseOwnership {
  readonly itemId: string;
  readonly planId: string;
  readonly owedBy: Owner;
  /** Who owes it, where a unit does. */
  readonly owingUnit: string;
  readonly unit: string;
  readonly coUnits: readonly string[];
  readonly caseOfficer: string | null;
}

export const ownershipsOf = (tx: Tx, viewer: Viewer): Promise<readonly CaseOwnership[]> => {
  const where = visible(viewer);
  return select(
    tx,
    `SELECT c.item_id, i.plan_id, c.owed_by, c.unit_id AS owing_unit, i.unit_id AS unit, i.co_units, i.case_officer
     FROM cases c JOIN items i ON i.id = c.item_id WHERE ${where.sql}`,
    where.bindings,
  );
};

export interface DatedItem {
  readonly id: string;
  readonly planId: string;
  readonly number: number;
  readonly title: string;
  readonly snapshot: ItemState;
}

/** The items named, and those of the viewer's own unit that still run. */
export const datedItems = (tx: Tx, viewer: Viewer, ids: readonly string[]): Promise<readonly DatedItem[]> => {
  const candidates = condition(
    'i.id = ANY(?) OR (i.unit_id = ? AND i.milestones_open > 0)',
    ids,
    viewer.actor.unit,
  );
  const where = all([visible(viewer), candidates]);
  return select(
    tx,
    `SELECT i.id, i.plan_id, i.number, i.title, i.snapshot FROM items i WHERE ${where.sql} ORDER BY i.plan_id, i.number`,
    where.bindings,
  );
};
