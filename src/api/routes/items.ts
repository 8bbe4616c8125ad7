/** Routes of the register and of one item. */
import { z } from 'zod';
import { isDate, type Instant } from '../../domain/instants.js';
import type { ItemState } from '../../domain/item.js';
import { rulesFor } from '../../domain/context.js';
import { audienceOf } from '../../store/audience.js';
import { planNow, contextAt, type PlanRow } from '../../store/plans.js';
import type { Tx } from '../../store/database.js';
import { formerItemsOf, statesOf } from '../../store/views/item-page.js';
import { issuedOfItem, toldOfItem } from '../../store/views/history.js';
import {
  itemPage as pageOfItems,
  openCasesOf,
  sortKeyLength,
  type ItemOrder,
  type ItemPageRow,
} from '../../store/views/board.js';
import {
  getHistory,
  getItem,
  getItemDocuments,
  getItemNotices,
  listFormerItems,
  listItems,
} from '../contract/items.js';
import { paged, readCursor } from '../cursor.js';
import { documentShown, eventShown, namesFor, noticeShown, personShown, personsIn } from '../say.js';
import { serve, type Served } from '../serve.js';
import { shown } from '../times.js';
import { historyPage } from './history-page.js';
import { cardShown } from './item-card.js';
import { itemShown } from './item-shown.js';
import { readableItem } from './past-item.js';
import { nextShown, withTitles } from './steps-shown.js';
import type { Words } from '../words/index.js';
import { cursorOfTold, mentionedIn, toldCursor } from './notices.js';
import { planOfItem, visibleItem, visiblePlan } from './visible-item.js';

const asFlag = (value: 'true' | 'false' | undefined): boolean | undefined =>
  value === undefined ? undefined : value === 'true';

const sortValue = z.union([
  z.number().int().min(-1000).max(2_000_000_000),
  z.string().max(10).refine(isDate),
]);

/** A cursor belongs to the order it was made under. */
export const cursorFor = (order: ItemOrder) =>
  z
    .tuple([z.literal(order), z.array(sortValue).length(sortKeyLength(order))])
    .refine(([, key]) =>
      key.every((value, index) => (typeof value === 'string') === (order === 'danger' && index === 2)),
    );

const list = serve(listItems, ({ context: { db, now }, caller, params, query, words }) =>
  db.asReader(caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, caller, params.plan);
    const order = query.sort;
    const found = await pageOfItems(tx, caller, {
      filter: {
        planId: plan.id,
        section: query.section,
        unit: query.unit,
        coUnit: query.coUnit,
        light: query.light,
        level: query.level,
        lifecycle: query.lifecycle,
        overdue: asFlag(query.overdue),
        suspended: asFlag(query.suspended),
        owedByViewer: asFlag(query.owedByMe),
        dueBy: query.dueBy,
        search: query.search,
      },
      order,
      after: readCursor(query.cursor, cursorFor(order))?.[1] ?? null,
      limit: query.limit,
    });
    const { rows, next } = paged(found, query.limit, (row: ItemPageRow) => [order, row.sortKey]);
    const at = planNow(plan, now());
    const entries = await cardsShown(tx, plan, at, rows, words);
    return { as: 'ok', body: { entries, next, asOf: shown(at) } };
  }),
);

const cardsShown = async (tx: Tx, plan: PlanRow, at: Instant, rows: readonly ItemPageRow[], words: Words) => {
  const ids = rows.map(({ id }) => id);
  const cases = await openCasesOf(tx, ids);
  const states = await statesOf(tx, ids);
  const audience = await audienceOf(tx, plan.id);
  const context = await contextAt(tx, plan, at);
  const names = await namesFor(tx, { plans: [plan.id], items: [], people: [] });
  const nextOf = (itemId: string, state: ItemState) =>
    nextShown({
      ...{ planId: plan.id, itemId, state, at, audience, words },
      rules: rulesFor(state, context),
      names: withTitles(names, state),
    });
  return rows.map((row) => {
    const state = states.get(row.id);
    const open = cases.filter(({ itemId }) => itemId === row.id);
    return cardShown(row, open, state ? nextOf(row.id, state) : null, names, words);
  });
};

const formers = serve(listFormerItems, ({ context: { db }, caller, params }) =>
  db.asReader(caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, caller, params.plan);
    const entries = [];
    for (const id of await formerItemsOf(tx, caller, plan.id)) {
      const { item, formerUntil } = await readableItem(tx, caller, id);
      const { number, title, tile, lifecycle, light, level } = item;
      if (formerUntil !== null)
        entries.push({
          id,
          number,
          title,
          tile,
          lifecycle,
          light,
          level,
          former: { until: shown(formerUntil) },
        });
    }
    return { as: 'ok', body: { entries } };
  }),
);

const one = serve(getItem, ({ context: { db, now }, caller, params, words, language }) =>
  db.asReader(caller.actor, async (tx) => {
    const { item, formerUntil } = await readableItem(tx, caller, params.item);
    const plan = await planOfItem(tx, item);
    const at = formerUntil ?? planNow(plan, now());
    const context = await contextAt(tx, plan, at);
    const body = await itemShown(tx, { item, formerUntil, plan, at, context, caller, words, language });
    return { as: 'ok', body, headers: { ETag: `"${item.version}"` } };
  }),
);

const history = serve(getHistory, ({ context: { db, now }, caller, params, query, words }) =>
  db.asReader(caller.actor, async (tx) => {
    const { item, lastSeq } = await readableItem(tx, caller, params.item);
    const plan = await planOfItem(tx, item);
    const { events, next } = await historyPage(tx, { id: item.id, version: lastSeq }, query);
    const named = await namesFor(tx, { plans: [plan.id], items: [], people: personsIn(events) });
    const names = withTitles(named, item.snapshot);
    const about = { planId: plan.id, itemId: item.id };
    return {
      as: 'ok',
      body: {
        entries: events.map((event) => eventShown(event, about, names, words)),
        next,
        asOf: shown(planNow(plan, now())),
      },
    };
  }),
);

const notices = serve(getItemNotices, ({ context: { db, now }, caller, params, query, words }) =>
  db.asReader(caller.actor, async (tx) => {
    const item = await visibleItem(tx, caller, params.item);
    const plan = await planOfItem(tx, item);
    const found = await toldOfItem(tx, item.id, { after: toldCursor(query.cursor), limit: query.limit });
    const { rows, next } = paged(found, query.limit, cursorOfTold);
    const names = await namesFor(tx, mentionedIn(rows));
    const entries = rows.map((row) => ({ ...noticeShown(row, names, words), person: personShown(row) }));
    return { as: 'ok', body: { entries, next, asOf: shown(planNow(plan, now())) } };
  }),
);

const documents = serve(getItemDocuments, ({ context: { db }, caller, params, words }) =>
  db.asReader(caller.actor, async (tx) => {
    const item = await visibleItem(tx, caller, params.item);
    const names = await namesFor(tx, { plans: [item.planId], items: [], people: [] });
    const rows = await issuedOfItem(tx, item.id);
    return { as: 'ok', body: { entries: rows.map((row) => documentShown(row, names, words)) } };
  }),
);

export const itemRoutes: readonly Served[] = [list, formers, one, history, notices, documents];
