/** Routes of the register and of one item. */
import { z } from 'zod';
import { isDate } from '../../domain/instants.js';
import { planNow, contextAt } from '../../store/plans.js';
import { issuedOfItem, toldOfItem } from '../../store/views/history.js';
import {
  itemPage as pageOfItems,
  openCasesOf,
  sortKeyLength,
  type ItemOrder,
  type ItemPageRow,
} from '../../store/views/board.js';
import { getHistory, getItem, getItemDocuments, getItemNotices, listItems } from '../contract/items.js';
import { paged, readCursor } from '../cursor.js';
import { documentShown, eventShown, namesFor, noticeShown, personShown, personsIn } from '../say.js';
import { serve, type Served } from '../serve.js';
import { shown } from '../times.js';
import { historyPage } from './history-page.js';
import { cardShown } from './item-card.js';
import { itemShown } from './item-shown.js';
import { cursorOfTold, mentionedIn, toldCursor } from './notices.js';
import { planOfItem, visibleItem, visiblePlan } from './visible-item.js';

const asFlag = (value: 'true' | 'false' | undefined): boolean | undefined =>
  value === undefined ? undefined : value === 'true';

const sortValue = z.union([
  z.number().int().min(-1000).max(2_000_000_000),
  z.string().max(10).refine(isDate),
]);

/** A cursor belongs to the order it was made under. */
const cursorFor = (order: ItemOrder) =>
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
    const cases = await openCasesOf(
      tx,
      rows.map(({ id }) => id),
    );
    const names = await namesFor(tx, { plans: [plan.id], items: [], people: [] });
    const entries = rows.map((row) =>
      cardShown(
        row,
        cases.filter(({ itemId }) => itemId === row.id),
        names,
        words,
      ),
    );
    return { as: 'ok', body: { entries, next, asOf: shown(planNow(plan, now())) } };
  }),
);

const one = serve(getItem, ({ context: { db, now }, caller, params, words, language }) =>
  db.asReader(caller.actor, async (tx) => {
    const item = await visibleItem(tx, caller, params.item);
    const plan = await planOfItem(tx, item);
    const at = planNow(plan, now());
    const context = await contextAt(tx, plan, at);
    const body = await itemShown(tx, { item, plan, at, context, caller, words, language });
    return { as: 'ok', body, headers: { ETag: `"${item.version}"` } };
  }),
);

const history = serve(getHistory, ({ context: { db, now }, caller, params, query, words }) =>
  db.asReader(caller.actor, async (tx) => {
    const item = await visibleItem(tx, caller, params.item);
    const plan = await planOfItem(tx, item);
    const { events, next } = await historyPage(tx, item, query);
    const names = await namesFor(tx, { plans: [plan.id], items: [item.id], people: personsIn(events) });
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

export const itemRoutes: readonly Served[] = [list, one, history, notices, documents];
