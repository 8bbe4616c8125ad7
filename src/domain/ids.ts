/** Promise: every id can be told from every other, and each id that is made here can be read back here. */

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type PlanId = Branded<'plan'>;
export type ItemId = Branded<'item'>;

/** A plan's id: lower-case words joined by hyphens, as packs name their plan. */
export const planId = (text: string): PlanId => {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) || text.length > 80)
    throw new RangeError(`not a plan id: ${text}`);
  return text as PlanId;
};

/** `PLAN-19`. */
export const itemId = (plan: PlanId, number: number): ItemId => `${plan}-${number}` as ItemId;

/** The plan and number an item's id was made of; null for any other text. */
export const readItemId = (text: string): { readonly plan: PlanId; readonly number: number } | null => {
  const match = /^([a-z0-9]+(?:-[a-z0-9]+)*)-([1-9]\d{0,5})$/.exec(text);
  return match?.[1] && match[2] ? { plan: match[1] as PlanId, number: Number(match[2]) } : null;
};

/** The four aggregates: each is a row with a promise and a workflow that keeps it. */
export type Aggregate = 'item' | 'plan' | 'mailbox';

/** What a workflow keeps, and under which id. */
export interface Subject {
  readonly aggregate: Aggregate;
  readonly id: string;
}

const prefixes: Readonly<Record<Aggregate, string>> = { item: 'task-item', plan: 'plan', mailbox: 'mailbox' };

/** `task-item/PLAN-19`, `plan/PLAN`, `mailbox/PERSON`. */
export const workflowId = ({ aggregate, id }: Subject): string => `${prefixes[aggregate]}/${id}`;

/** What a workflow id stands for; null for workflows of other kinds. */
export const readWorkflowId = (text: string): Subject | null => {
  const slash = text.indexOf('/');
  const found = Object.entries(prefixes).find(([, prefix]) => prefix === text.slice(0, slash));
  return found ? { aggregate: found[0] as Aggregate, id: text.slice(slash + 1) } : null;
};
