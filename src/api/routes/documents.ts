/** Formal documents of the items the caller may see. */
import { z } from 'zod';
import { isDate } from '../../domain/instants.js';
import { planNow } from '../../store/plans.js';
import { issuedDocument, issuedTo, type IssuedCursor, type IssuedRow } from '../../store/views/history.js';
import { getDocument, listDocuments } from '../contract/documents.js';
import { paged, readCursor } from '../cursor.js';
import { readDocumentId } from '../document-id.js';
import { Problem } from '../problem.js';
import { documentMilestones, documentShown, documentText, namesFor, personsIn, whoDid } from '../say.js';
import { serve, type Served } from '../serve.js';
import { shown } from '../times.js';
import { visiblePlan } from './visible-item.js';

const small = z.number().int().min(0).max(2_000_000_000);
const cursorSchema = z.tuple([z.string().refine(isDate), small, small, z.string().max(60)]);

const cursorOf = (text: string | undefined): IssuedCursor | null => {
  const read = readCursor(text, cursorSchema);
  return read && { issuedOn: read[0], itemNumber: read[1], seq: read[2], kind: read[3] };
};

const list = serve(listDocuments, ({ context: { db, now }, caller, params, query, words }) =>
  db.asReader(caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, caller, params.plan);
    const found = await issuedTo(tx, caller, {
      planId: plan.id,
      kinds: query.kind ?? null,
      search: query.search ?? null,
      after: cursorOf(query.cursor),
      limit: query.limit,
    });
    const after = (row: IssuedRow) => [row.issuedOn, row.itemNumber, row.eventSeq, row.kind];
    const { rows, next } = paged(found, query.limit, after);
    const names = await namesFor(tx, { plans: [plan.id], items: [], people: [] });
    const entries = rows.map((row) => documentShown(row, names, words));
    return { as: 'ok', body: { entries, next, asOf: shown(planNow(plan, now())) } };
  }),
);

const one = serve(getDocument, ({ context: { db }, caller, params, words }) =>
  db.asReader(caller.actor, async (tx) => {
    const id = readDocumentId(params.document);
    const row = id && (await issuedDocument(tx, caller, id));
    if (!row) throw new Problem('not_found');
    const people = personsIn([row]);
    const names = await namesFor(tx, { plans: [row.planId], items: [row.itemId], people });
    return {
      as: 'ok',
      body: {
        ...documentShown(row, names, words),
        fields: row.fields,
        text: documentText(row, words),
        who: whoDid(row.actor, names, words),
        milestones: documentMilestones(row, names),
      },
    };
  }),
);

export const documentRoutes: readonly Served[] = [list, one];
