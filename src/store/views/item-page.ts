/** What an item's page needs beyond its state: names, what its plan's document says of it, and who may use a file. */
import type { ItemState } from '../../domain/item.js';
import type { Tx } from '../database.js';
import { select } from '../rows.js';
import { all, condition, visible, type Viewer } from './visible.js';

/** What the plan's document says of an item. */
export interface PrintedItem {
  readonly lines: readonly number[];
  readonly indicators: readonly number[];
  readonly notes: readonly { readonly lines: readonly number[]; readonly text: string }[];
}

export const printedItemOf = async (tx: Tx, planId: string, number: number): Promise<PrintedItem | null> => {
  const rows = await select<{ item: PrintedItem }>(
    tx,
    `SELECT item FROM plans p, jsonb_array_elements(p.document->'items') AS item
     WHERE p.id = ? AND (item->>'number')::int = ?`,
    [planId, number],
  );
  return rows[0]?.item ?? null;
};

export interface Neighbour {
  readonly id: string;
  readonly number: number;
}

/** The items before and after a number, of those the viewer may see. */
export const neighboursOf = async (
  tx: Tx,
  viewer: Viewer,
  planId: string,
  number: number,
): Promise<{ readonly previous: Neighbour | null; readonly following: Neighbour | null }> => {
  const { sql, bindings } = all([condition('i.plan_id = ?', planId), visible(viewer)]);
  const beside = async (side: '<' | '>', order: 'DESC' | 'ASC'): Promise<Neighbour | null> => {
    const rows = await select<Neighbour>(
      tx,
      `SELECT i.id, i.number FROM items i WHERE ${sql} AND i.number ${side} ? ORDER BY i.number ${order} LIMIT 1`,
      [...bindings, number],
    );
    return rows[0] ?? null;
  };
  return { previous: await beside('<', 'DESC'), following: await beside('>', 'ASC') };
};

/** The states of items by id, for what is derived from them beside a list. */
export const statesOf = async (tx: Tx, items: readonly string[]): Promise<ReadonlyMap<string, ItemState>> => {
  const rows = await select<{ id: string; snapshot: ItemState }>(
    tx,
    'SELECT id, snapshot FROM items WHERE id = ANY(?)',
    [items],
  );
  return new Map(rows.map(({ id, snapshot }) => [id, snapshot]));
};

/** Items of a plan that the viewer's unit had before they went to another, and that it no longer sees. */
export const formerItemsOf = async (tx: Tx, viewer: Viewer, planId: string): Promise<readonly string[]> => {
  const { unit } = viewer.actor;
  if (unit === null) return [];
  const seen = visible(viewer);
  const where = all([
    condition('i.plan_id = ?', planId),
    condition(`i.snapshot->'formerUnits' @> ?::jsonb`, JSON.stringify([{ unit }])),
    { sql: `NOT (${seen.sql})`, bindings: seen.bindings },
  ]);
  const rows = await select<{ id: string }>(
    tx,
    `SELECT i.id FROM items i WHERE ${where.sql} ORDER BY i.number LIMIT 200`,
    where.bindings,
  );
  return rows.map(({ id }) => id);
};

/** Names of persons by id; ids nobody has are left out. */
export const namesOf = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await select<{ id: string; name: string }>(
    tx,
    'SELECT id, name FROM people WHERE id = ANY(?)',
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** Names of a plan's units by id. */
export const unitNamesOf = async (
  tx: Tx,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await select<{ planId: string; id: string; name: string }>(
    tx,
    'SELECT plan_id, id, name FROM units WHERE plan_id = ANY(?)',
    [planIds],
  );
  return new Map(rows.map(({ planId, id, name }) => [`${planId} ${id}`, name]));
};

/** Titles of milestones by `item id`. */
export const milestoneTitlesOf = async (
  tx: Tx,
  items: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await select<{ itemId: string; id: string; title: string }>(
    tx,
    'SELECT item_id, id, title FROM milestones WHERE item_id = ANY(?)',
    [items],
  );
  return new Map(rows.map(({ itemId, id, title }) => [`${itemId} ${id}`, title]));
};

export interface UploadOwner {
  readonly id: string;
  readonly uploadedBy: string;
  readonly unitId: string | null;
}

/** Who brought which upload, and for which unit. */
export const uploadOwnersOf = (tx: Tx, ids: readonly string[]): Promise<readonly UploadOwner[]> =>
  select(
    tx,
    `SELECT u.id::text AS id, u.uploaded_by, p.unit_id FROM uploads u LEFT JOIN people p ON p.id = u.uploaded_by
     WHERE u.id = ANY(?::uuid[])`,
    [ids],
  );
