/** Promise: a live plan of items that are all alike, and each is due its letter (督办函) at one and the same instant. */
import { givenInProgress } from '../../bench/support/commands.js';
import { benchPlan, givenPlan } from '../../bench/support/plan.js';
import type { Prepared } from '../../bench/support/prepared.js';
import type { Services } from '../../bench/support/services.js';
import { expectedOf, promiseOfPlan, shiftClock } from '../../bench/support/storm-rows.js';
import { settleItems } from '../../src/activities/settle-items.js';
import type { DocumentKind } from '../../src/domain/documents.js';
import { endOf, type Instant } from '../../src/domain/instants.js';

export interface LettersDue {
  readonly items: readonly string[];
  /** Plan time. */
  readonly promise: Instant;
  /** What each item must write then. */
  readonly expected: readonly Prepared[];
}

export const letter: DocumentKind = 'supervision_letter';
const units = 20;
const batch = 50;

const batches = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / batch) }, (_, n) => all.slice(n * batch, (n + 1) * batch));

/** Moves the plan's clock there, and lets everything happen that is due by then. */
const settleAt = async (
  { db, owner }: Services,
  plan: string,
  items: readonly string[],
  at: Instant,
): Promise<void> => {
  await shiftClock(owner, plan, at - Date.now());
  for (const some of batches(items))
    await db.asActor({ system: 'engine' }, (tx) => settleItems(tx, some, Date.now()));
};

export const givenLettersDue = async (
  services: Services,
  plan: string,
  count: number,
  report: (text: string) => void,
): Promise<LettersDue> => {
  const document = benchPlan(plan, { items: count, units }, Date.now());
  const items = await givenPlan(services.db, document);
  report('handing the items out');
  for (const some of batches(items.map((id, index) => ({ id, unit: `unit-${(index % units) + 1}` }))))
    await givenInProgress(services.db, plan, some);
  let at = endOf(document.items[0]?.milestones[0]?.due ?? document.publishedOn);
  for (;;) {
    report('letting their dates pass');
    await settleAt(services, plan, items, at + 60_001);
    const expected = await expectedOf(services, plan);
    at = await promiseOfPlan(services.owner, plan);
    const areDue = expected.every(({ documents }) => documents.some(({ kind }) => kind === letter));
    if (areDue) return { items, promise: at, expected };
  }
};
