/** What happens next in a plan if nobody acts, as far as the caller may see it. */
import type { z } from 'zod';
import { rulesFor, type Context } from '../../domain/context.js';
import type { Instant } from '../../domain/instants.js';
import { comesNext, type Otherwise } from '../../domain/otherwise.js';
import { noticeClasses, toldOf } from '../../domain/told.js';
import type { Tx } from '../../store/database.js';
import type { PlanRow } from '../../store/plans.js';
import { itemsDueAt, type RunningItem } from '../../store/views/forecast.js';
import type { clockPage } from '../contract/plans.js';
import { namesFor, sentence } from '../say.js';
import type { Caller } from '../sign-in.js';
import type { Words } from '../words/index.js';

/** Enough to find the gravest of a morning. */
const lookedAt = 40;

interface Coming {
  readonly item: RunningItem;
  readonly next: Otherwise;
}

const gravity = ({ next: { fact, told } }: Coming): number =>
  told.length === 0 ? -1 : noticeClasses.indexOf(toldOf(fact).class);

export interface NextEventAsked {
  readonly caller: Caller;
  readonly plan: PlanRow;
  readonly context: Context;
  /** When the plan has its next alarm. */
  readonly at: Instant | null;
  readonly words: Words;
}

export const nextEventShown = async (
  tx: Tx,
  { caller, plan, context, at, words }: NextEventAsked,
): Promise<z.input<typeof clockPage>['nextEvent']> => {
  if (at === null) return null;
  const items = await itemsDueAt(tx, caller, plan.id, at, lookedAt);
  const [gravest] = items
    .flatMap((item): Coming[] => {
      const next = comesNext(item.snapshot, rulesFor(item.snapshot, context));
      return next?.at === at ? [{ item, next }] : [];
    })
    .sort((a, b) => gravity(b) - gravity(a));
  if (!gravest) return null;
  const { id, number, title, tile } = gravest.item;
  const names = await namesFor(tx, { plans: [plan.id], items: [id], people: [] });
  const text = sentence(gravest.next.fact, { planId: plan.id, itemId: id }, names, words);
  return { item: { id, number, title, tile }, text };
};
