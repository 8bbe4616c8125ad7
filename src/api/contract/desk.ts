/** The desk: what the caller must do, in order of danger, and what comes next. */
import {
  caseKind,
  dateShown,
  instantShown,
  level,
  light,
  owner,
  personNamed,
  planRef,
  role,
  unitNamed,
} from './common.js';
import { endpoint, z } from './endpoint.js';
import { otherwiseShown, stepDays } from './item-shapes.js';

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
    workingDays: stepDays,
    holders: z.array(personNamed).openapi({ description: 'Who can settle it; none = the post has nobody.' }),
    otherwise: otherwiseShown.nullable(),
    /** What settles it, for whoever holds the post. */
    commands: z.array(z.string()),
  })
  .openapi('DeskEntry');

/** What lies with one person of the office. */
const officeLoad = z
  .object({
    person: personNamed,
    role,
    open: z.number().int(),
    over: z.number().int(),
    dueToday: z.number().int(),
    dueSoon: z
      .number()
      .int()
      .openapi({ description: 'Not over, and owed within three working days after today.' }),
  })
  .openapi('OfficeLoad');

export const desk = z
  .object({
    asOf: instantShown,
    today: dateShown,
    owed: z.array(deskEntry).openapi({ description: 'What the caller owes, worst first.' }),
    upcoming: z
      .array(deskEntry)
      .openapi({ description: 'Milestones of the caller’s items due in the next 60 days.' }),
    withOthers: z.array(deskEntry).openapi({ description: 'What others owe in the caller’s items.' }),
    load: z.array(officeLoad).openapi({
      description:
        'Open cases by person of the office, the supervision head’s and leaders’ view; a case officer sees their own, a unit none.',
    }),
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
