/** What a plan's document says of its sections. A document is never changed: a process may keep what it has read. */
import type { PlanDocument } from '../../domain/plan.js';
import { select } from '../rows.js';
import type { Tx } from '../transaction.js';

type Section = Pick<PlanDocument['sections'][number], 'number' | 'short'>;

const kept = new WeakMap<object, Map<string, readonly Section[]>>();

/** In the plan's order. */
export const sectionsOf = async (tx: Tx, planId: string): Promise<readonly Section[]> => {
  const known = kept.get(tx.database) ?? new Map<string, readonly Section[]>();
  kept.set(tx.database, known);
  const found = known.get(planId) ?? (await readSections(tx, planId));
  known.set(planId, found);
  return found;
};

/** Large plans have large documents: only this part of one leaves the database. */
const readSections = (tx: Tx, planId: string): Promise<readonly Section[]> =>
  select(
    tx,
    `SELECT (section->>'number')::int AS number, section->>'short' AS short
     FROM plans, jsonb_array_elements(document->'sections') WITH ORDINALITY AS sections (section, place)
     WHERE id = ? ORDER BY place`,
    [planId],
  );
