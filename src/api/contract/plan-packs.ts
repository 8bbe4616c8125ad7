/** Plans brought as packs: held against every rule first, and taken over whole. */
import { date, dateShown, personNamed, role } from './common.js';
import { endpoint, z } from './endpoint.js';
import { fault } from './faults.js';

const row = z
  .object({
    file: z.string().openapi({ description: 'Within the pack; `.` = the pack itself.' }),
    line: z.number().int().openapi({ description: 'From 1.' }),
    path: z.string().openapi({ description: 'As in `milestones[0].due`; empty = the file as a whole.' }),
    message: z.string(),
  })
  .openapi('PackRow');

const account = personNamed.extend({ role }).openapi('PackAccount');

export const packVerdict = z
  .object({
    importable: z.boolean().openapi({ description: 'Nothing stands in the way of taking it over.' }),
    faults: z.array(row).openapi({ description: 'What must be mended first, in reading order.' }),
    warnings: z.array(row).openapi({ description: 'What may be, but should be known.' }),
    plan: z
      .object({
        id: z.string(),
        title: z.string(),
        issuer: z.string(),
        period: z.object({ from: dateShown, to: dateShown }),
        publishedOn: dateShown,
        exists: z.boolean().openapi({ description: 'A plan of this id is here already.' }),
        sections: z.number().int(),
        items: z.number().int(),
        measures: z.number().int(),
        milestones: z.object({ plan: z.number().int(), proposed: z.number().int() }),
        indicators: z.number().int(),
        units: z.number().int(),
        calendarYears: z.array(z.number().int()),
      })
      .nullable()
      .openapi({ description: 'null = it has faults.' }),
    accounts: z
      .object({
        made: z.array(account),
        kept: z.number().int(),
        clashes: z
          .array(z.string())
          .openapi({ description: 'Accounts the plan needs that somebody of another name holds.' }),
      })
      .nullable(),
  })
  .openapi('PackVerdict');

const uploadProblems = [
  'unsupported_media',
  'file_content_mismatch',
  'file_name_refused',
  'file_too_large',
  'too_many_files',
  'upload_incomplete',
] as const;

const brought =
  'Multipart field `files`: the files of a pack with their paths as file names, or one zip of them. At most 24 MB.';

export const checkPack = endpoint('POST /plan-packs/check', {
  id: 'checkPack',
  tag: 'admin',
  summary: 'A dry run: everything that is wrong with a pack by file and line, and what would come in.',
  description: `${brought} Nothing is written.`,
  access: 'import_plans',
  bodyKind: 'files',
  answers: { ok: packVerdict },
  problems: uploadProblems,
});

export const importPack = endpoint('POST /plan-packs', {
  id: 'importPack',
  tag: 'admin',
  summary: 'Takes a pack over, live or as a rehearsal, with an account for each post that has none.',
  description: `${brought} Passwords of new accounts are generated, told in this answer and nowhere else.`,
  access: 'import_plans',
  query: z
    .strictObject({
      kind: z.enum(['live', 'rehearsal']),
      from: date.optional().openapi({
        description: 'Of a rehearsal: it begins at 08:30 of this day; left out = the day of publication.',
      }),
    })
    .refine(({ kind, from }) => kind === 'rehearsal' || from === undefined, {
      ...fault('only_rehearsals'),
      path: ['from'],
    }),
  bodyKind: 'files',
  answers: {
    created: z
      .object({
        plan: z.object({ id: z.string(), short: z.string(), kind: z.enum(['live', 'rehearsal']) }),
        items: z.number().int(),
        accounts: z.array(account.extend({ password: z.string() })),
      })
      .openapi('ImportedPack'),
  },
  problems: [...uploadProblems, 'pack_unsound', 'plan_exists', 'accounts_clash'],
});
