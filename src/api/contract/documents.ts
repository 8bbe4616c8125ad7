/** Formal documents: numbered once, never changed. */
import { dateShown, pageOf, pageQuery, planRef, several, unitNamed } from './common.js';
import { endpoint, z } from './endpoint.js';

export const documentRef = z
  .string()
  .max(160)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z_]+\.\d{4}\.\d{1,9}$/)
  .openapi({ example: 'zhoushan-2021-2025.urge_slip.2023.7' });

export const documentEntry = z
  .object({
    id: z.string(),
    kind: z.string(),
    year: z.number().int(),
    number: z.number().int(),
    mark: z.string().openapi({ description: 'As printed: 督函〔2021〕3号.' }),
    title: z.string(),
    item: z.object({ id: z.string(), number: z.number().int(), title: z.string() }),
    unit: unitNamed,
    issuedOn: dateShown,
    seq: z.number().int().openapi({ description: 'The event it was issued with.' }),
  })
  .openapi('DocumentEntry');

export const listDocuments = endpoint('GET /plans/{plan}/documents', {
  id: 'listDocuments',
  tag: 'documents',
  summary: 'Documents of the items the caller may see, newest first.',
  access: 'see_plans',
  params: z.strictObject({ plan: planRef }),
  query: z.strictObject({
    ...pageQuery,
    kind: several(
      z
        .string()
        .max(40)
        .regex(/^[a-z_]+$/),
    ),
    search: z.string().min(1).max(100).optional().openapi({
      description: 'A number as printed (督函〔2021〕3号) or alone, an item’s number or title, a unit.',
    }),
  }),
  answers: { ok: pageOf(documentEntry, 'DocumentPage') },
});

export const getDocument = endpoint('GET /documents/{document}', {
  id: 'getDocument',
  tag: 'documents',
  summary: 'One document with its fields.',
  access: 'see_plans',
  params: z.strictObject({ document: documentRef }),
  answers: {
    ok: documentEntry
      .extend({
        fields: z.looseObject({}),
        text: z.string(),
        who: z.string().openapi({ description: 'Who issued it: a person, or the clock by the rules.' }),
        milestones: z.array(z.object({ id: z.string(), title: z.string() })),
      })
      .openapi('Document'),
  },
});
