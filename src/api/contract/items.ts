/** Task items: the register, one item's page, its history, and one endpoint a command. */
import {
  date,
  flag,
  instantShown,
  itemRef,
  level,
  lifecycle,
  light,
  name,
  pageOf,
  pageQuery,
  personNamed,
  planRef,
  several,
} from './common.js';
import { commandBodies, itemCommandTypes, type ItemCommandType } from './commands.js';
import { documentEntry } from './documents.js';
import { endpoint, z, type Endpoint } from './endpoint.js';
import { formerItem, historyEntry, itemCard, itemPage, matter } from './item-shapes.js';
import { noticeEntry } from './notices.js';
import { submission } from './submissions.js';
import { mayGive } from '../../domain/rights.js';
import { zh } from '../words/zh.js';
import { en } from '../words/en.js';

const byItem = z.strictObject({ item: itemRef });

export const listItems = endpoint('GET /plans/{plan}/items', {
  id: 'listItems',
  tag: 'items',
  summary: 'The register: items the caller may see, a page at a time.',
  access: 'see_plans',
  params: z.strictObject({ plan: planRef }),
  query: z.strictObject({
    ...pageQuery,
    section: several(z.coerce.number().int().min(1).max(10_000)),
    unit: several(name),
    coUnit: several(name),
    light: several(light),
    level: several(level),
    lifecycle: several(lifecycle),
    overdue: flag,
    suspended: flag,
    owedByMe: flag.openapi({ description: 'Only items in which the caller owes the next step.' }),
    dueBy: date.optional().openapi({ description: 'Only items with an open milestone due by this day.' }),
    search: z.string().min(1).max(100).optional(),
    sort: z.enum(['number', 'danger']).default('number'),
  }),
  answers: { ok: pageOf(itemCard, 'ItemPage') },
});

export const getItem = endpoint('GET /items/{item}', {
  id: 'getItem',
  tag: 'items',
  summary: 'One item with everything its page shows. Its version is the ETag.',
  access: 'see_plans',
  params: byItem,
  answers: { ok: itemPage },
});

export const listFormerItems = endpoint('GET /plans/{plan}/items/former', {
  id: 'listFormerItems',
  tag: 'items',
  summary: 'Items that went from the caller’s unit to another, each as the unit last had it.',
  description:
    'A list of its own: by their present place in the register one could tell how they stand now, which the unit may not see.',
  access: 'see_plans',
  params: z.strictObject({ plan: planRef }),
  answers: { ok: z.object({ entries: z.array(formerItem) }).openapi('FormerItemList') },
});

export const getHistory = endpoint('GET /items/{item}/history', {
  id: 'getHistory',
  tag: 'items',
  summary: 'What happened to an item, in words and as facts.',
  access: 'see_plans',
  params: byItem,
  query: z.strictObject({
    ...pageQuery,
    order: z.enum(['newest', 'oldest']).default('newest'),
    by: z.enum(['clock', 'unit', 'office', 'leader']).optional(),
  }),
  answers: { ok: pageOf(historyEntry, 'HistoryPage') },
});

export const getMatters = endpoint('GET /items/{item}/matters', {
  id: 'getMatters',
  tag: 'items',
  summary: 'Every piece of evidence, request, obstacle and proposal with what became of it, newest first.',
  access: 'see_plans',
  params: byItem,
  answers: { ok: z.object({ asOf: instantShown, entries: z.array(matter) }).openapi('MatterList') },
});

export const getItemNotices = endpoint('GET /items/{item}/notices', {
  id: 'getItemNotices',
  tag: 'items',
  summary: 'Who was told what about an item, newest first.',
  access: 'see_plans',
  params: byItem,
  query: z.strictObject(pageQuery),
  answers: {
    ok: pageOf(noticeEntry.extend({ person: personNamed }).openapi('ItemNotice'), 'ItemNoticePage'),
  },
});

export const getItemDocuments = endpoint('GET /items/{item}/documents', {
  id: 'getItemDocuments',
  tag: 'items',
  summary: 'Numbered documents issued in an item, newest first.',
  access: 'see_plans',
  params: byItem,
  answers: { ok: z.object({ entries: z.array(documentEntry) }).openapi('ItemDocumentList') },
});

const commandEndpoint = <T extends ItemCommandType>(type: T) =>
  endpoint(`POST /items/{item}/commands/${type}`, {
    id: type,
    tag: 'commands',
    summary: `${zh.commands[type]} · ${en.commands[type]}`,
    description: `May be given by: ${mayGive[type].join(', ')}; rank, the second key and the state of the item come on top. Any code of a refusal may be answered, not only those listed.`,
    access: 'see_plans',
    params: byItem,
    body: commandBodies[type].openapi(`${type.charAt(0).toUpperCase()}${type.slice(1)}`),
    command: true,
    answers: { created: submission, accepted: submission },
  });

/** One endpoint a command, all alike. */
export const commandEndpoints = Object.fromEntries(
  itemCommandTypes.map((type) => [type, commandEndpoint(type)]),
) as unknown as { readonly [T in ItemCommandType]: Endpoint };
