/** The desk: what the caller must do, in order of danger, and what comes next. */
import { caseKind, dateShown, instantShown, level, light, owner, planRef, unitNamed } from './common.js';
import { endpoint, z } from './endpoint.js';

const itemShort = z.object({
  id: z.string(),
  number: z.number().int(),
  title: z.string(),
  tile: z.string(),
  unit: unitNamed,
  light,
  level,
});

export const deskEntry = z
  .object({
    kind: z.enum(['case', 'milestone']),
    /** The case's or the milestone's id. */
    id: z.string(),
    title: z.string(),
    item: itemShort,
    case: caseKind.nullable(),
    subject: z.string().nullable(),
    by: owner,
    unit: unitNamed.nullable(),
    since: instantShown.nullable(),
    until: dateShown,
    over: z.boolean(),
    /** Calendar days past the term or due date; 0 when it is not over. */
    daysOver: z.number().int(),
    /** Working days left up to and including the term; 0 when it is over. */
    workingDaysLeft: z.number().int(),
    /** What settles it, for whoever holds the post. */
    commands: z.array(z.string()),
  })
  .openapi('DeskEntry');

export const desk = z
  .object({
    asOf: instantShown,
    today: dateShown,
    owed: z.array(deskEntry).openapi({ description: 'What the caller owes, worst first.' }),
    upcoming: z
      .array(deskEntry)
      .openapi({ description: 'Milestones of the caller’s items due in the next 60 days.' }),
    withOthers: z.array(deskEntry).openapi({ description: 'What others owe in the caller’s items.' }),
  })
  .openapi('Desk');

export const getDesk = endpoint('GET /plans/{plan}/desk', {
  id: 'getDesk',
  tag: 'items',
  summary: 'What the caller owes: open cases and overdue milestones in order of danger.',
  access: 'see_plans',
  params: z.strictObject({ plan: planRef }),
  answers: { ok: desk },
});
