/** Routes of the waiting ledger. */
import type { z } from 'zod';
import type { BookedStretch, Share } from '../../domain/booking.js';
import { waitingOf, withoutEffect, type WaitingLedger } from '../../domain/waiting.js';
import { sumByParty } from '../../domain/waiting-sums.js';
import { logsOf } from '../../store/events.js';
import { contextAt, planNow } from '../../store/plans.js';
import { waitingItems } from '../../store/views/waiting.js';
import { getItemWaiting, getPlanWaiting, type itemWaiting } from '../contract/waiting.js';
import { namesFor, type Names } from '../say.js';
import { serve, type Served } from '../serve.js';
import { shown, shownOrNull } from '../times.js';
import type { Words } from '../words/index.js';
import { planOfItem, visibleItem, visiblePlan } from './visible-item.js';

type ItemWaiting = z.input<typeof itemWaiting>;

/** How things are called in one plan. */
interface Speech {
  readonly planId: string;
  readonly names: Names;
  readonly words: Words;
}

const unitShown = (id: string, { planId, names }: Speech) => ({ id, name: names.unit(planId, id) });

const shareShown = (share: Share, speech: Speech): ItemWaiting['shares'][number] => ({
  ...share,
  title: speech.words.parties[share.with],
  unit: share.unit === null ? null : unitShown(share.unit, speech),
});

const reasonOf = (why: BookedStretch['why'], { cases, waitingFor }: Words): string =>
  why === 'evidence' || why === 'outage' || why === 'delisting_proposal' ? waitingFor[why] : cases[why];

const stretchShown = (
  { from, to, overAt, units, why, ...rest }: BookedStretch,
  speech: Speech,
): ItemWaiting['own'][number] => ({
  ...rest,
  from: shown(from),
  to: shownOrNull(to),
  overAt: shownOrNull(overAt),
  units: units.map((id) => unitShown(id, speech)),
  why,
  title: reasonOf(why, speech.words),
});

const ledgerShown = (
  ledger: WaitingLedger,
  itemId: string,
  speech: Speech,
): Omit<ItemWaiting, 'asOf' | 'item'> => {
  const show = (stretch: BookedStretch) => stretchShown(stretch, speech);
  return {
    milestones: ledger.milestones.map(({ milestone, stretches, shares }) => ({
      id: milestone,
      title: speech.names.milestone(itemId, milestone),
      stretches: stretches.map(show),
      shares: shares.map((share) => shareShown(share, speech)),
    })),
    own: ledger.item.map(show),
    cases: ledger.cases.map((one) => ({
      id: one.case,
      kind: one.kind,
      title: speech.words.cases[one.kind],
      subject: one.subject,
      endedAt: shownOrNull(one.stretches.at(-1)?.to ?? null),
      stretches: one.stretches.map(show),
    })),
    shares: ledger.shares.map((share) => shareShown(share, speech)),
  };
};

const ofItem = serve(getItemWaiting, ({ context: { db, now }, caller, params, words }) =>
  db.asReader(caller.actor, async (tx) => {
    const item = await visibleItem(tx, caller, params.item);
    const plan = await planOfItem(tx, item);
    const at = planNow(plan, now());
    const log = (await logsOf(tx, [item.id], withoutEffect)).get(item.id) ?? [];
    const ledger = waitingOf(log, at, await contextAt(tx, plan, at));
    const names = await namesFor(tx, { plans: [plan.id], items: [item.id], people: [] });
    return {
      as: 'ok',
      body: {
        asOf: shown(at),
        item: { id: item.id, number: item.number, title: item.title },
        ...ledgerShown(ledger, item.id, { planId: plan.id, names, words }),
      },
    };
  }),
);

const mostItems = 200;

const ofPlan = serve(getPlanWaiting, ({ context: { db, now }, caller, params, words }) =>
  db.asReader(caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, caller, params.plan);
    const at = planNow(plan, now());
    const items = await waitingItems(tx, caller, plan.id, mostItems);
    const ids = items.map(({ id }) => id);
    const logs = await logsOf(tx, ids, withoutEffect);
    const context = await contextAt(tx, plan, at);
    const counted = items.map((item) => ({
      item,
      ledger: waitingOf(logs.get(item.id) ?? [], at, context),
    }));
    const names = await namesFor(tx, { plans: [plan.id], items: [], people: [] });
    const speech = { planId: plan.id, names, words };
    return {
      as: 'ok',
      body: {
        asOf: shown(at),
        items: counted.map(({ item: { id, number, title, tile, unitId }, ledger }) => ({
          id,
          number,
          title,
          tile,
          unit: unitShown(unitId, speech),
          shares: ledger.shares.map((share) => shareShown(share, speech)),
        })),
        shares: sumByParty(counted.map(({ ledger }) => ledger)).map(({ cases, ...share }) => ({
          ...shareShown(share, speech),
          cases,
        })),
        leftOut: (items[0]?.visible ?? 0) - items.length,
      },
    };
  }),
);

export const waitingRoutes: readonly Served[] = [ofItem, ofPlan];
