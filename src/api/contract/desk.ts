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
import { calledForCommands } from '../../domain/called-for.js';
import { endpoint, z } from './endpoint.js';
import { availableCommand, otherwiseShown, returnedShown, stepDays } from './item-shapes.js';

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
    returned: returnedShown.nullable(),
    light: light.nullable().openapi({ description: "The milestone's own; null = a case, which has none." }),
    case: caseKind.nullable(),
    subject: z.string().nullable(),
    about: z.string().nullable().openapi({
      description: 'Of a case about a milestone: its title; of a listing to be signed: its level.',
    }),
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
    ahead: z
      .array(z.object({ rung: z.string(), title: z.string(), at: instantShown }))
      .openapi({ description: 'Of a milestone: what comes to it by itself, in order of time.' }),
    /** What settles it, for whoever holds the post. */
    commands: z.array(z.string()),
    available: z
      .array(availableCommand)
      .openapi({ description: 'The same for the caller: whether it may be given now, and why not.' }),
  })
  .openapi('DeskEntry');

const sendUp = z
  .object({
    command: z.enum(calledForCommands),
    title: z.string(),
    item: itemShort,
    measures: z
      .number()
      .int()
      .nullable()
      .openapi({ description: 'Done and not struck off; null = not about measures.' }),
    at: instantShown.nullable().openapi({ description: 'When the clock does it anyway; null = never.' }),
  })
  .openapi('SendUp');

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
    owed: z.array(deskEntry).openapi({
      description:
        'What the caller owes, worst first: open cases, and a unit’s milestones that are overdue, yellow or returned.',
    }),
    upcoming: z.array(deskEntry).openapi({
      description: 'Milestones of the caller’s items due in the next 60 days that are not owed yet.',
    }),
    withOthers: z.array(deskEntry).openapi({ description: 'What others owe in the caller’s items.' }),
    sendUp: z.array(sendUp).openapi({
      description:
        'What the office may propose or issue now though nobody owes it as a case; others see none.',
    }),
    load: z.array(officeLoad).openapi({
      description:
        'Open cases by person of the office, the supervision head’s and leaders’ view; a case officer sees their own, a unit none.',
    }),
  })
  .openapi('Desk');

export const getDesk = endpoint('GET /plans/{plan}/desk', {
  id: 'getDesk',
  tag: 'items',
  summary: 'What the caller owes: open cases and pressing milestones in order of danger.',
  access: 'see_plans',
  params: z.strictObject({ plan: planRef }),
  answers: { ok: desk },
});
