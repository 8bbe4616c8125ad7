/** Promise: what the caller may not see does not exist: the answer is the same 404 as for an id nobody ever had. */
import { maySee } from '../../domain/rights.js';
import type { Tx } from '../../store/database.js';
import { itemOf, type ItemRow } from '../../store/items.js';
import { planOf, type PlanRow } from '../../store/plans.js';
import { Problem } from '../problem.js';
import type { Caller } from '../sign-in.js';

export const isInPlan = (caller: Caller, planId: string): boolean =>
  caller.planId === null || caller.planId === planId;

export const mayReadItem = (caller: Caller, item: ItemRow): boolean =>
  isInPlan(caller, item.planId) && maySee(caller.actor, item.snapshot);

export const visibleItem = async (tx: Tx, caller: Caller, id: string): Promise<ItemRow> => {
  const item = await itemOf(tx, id);
  if (!item || !mayReadItem(caller, item)) throw new Problem('not_found');
  return item;
};

export const visiblePlan = async (tx: Tx, caller: Caller, id: string): Promise<PlanRow> => {
  const plan = isInPlan(caller, id) ? await planOf(tx, id) : null;
  if (!plan) throw new Problem('not_found');
  return plan;
};

/** An item's plan is there as long as the item is. */
export const planOfItem = async (tx: Tx, item: ItemRow): Promise<PlanRow> => {
  const plan = await planOf(tx, item.planId);
  if (!plan) throw new Error(`item ${item.id} has no plan`);
  return plan;
};
