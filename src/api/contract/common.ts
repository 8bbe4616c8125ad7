/** Parts that many endpoints share: ids, texts, dates and pages. Every object refuses fields it does not know. */
import { isDate, parseInstant } from '../../domain/instants.js';
import { levels, lifecycles, milestoneBases } from '../../domain/item.js';
import { postRoles, roles } from '../../domain/people.js';
import { owners, caseKinds } from '../../domain/cases.js';
import { z } from './endpoint.js';
import { fault } from './faults.js';

/** A plan's or an item's id: lower-case words and numbers joined by hyphens. */
const slug = z
  .string()
  .max(90)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
export const planRef = slug.openapi({ example: 'zhoushan-2021-2025' });
export const itemRef = slug.openapi({ example: 'zhoushan-2021-2025-19' });
export const uuid = z.uuid();
/** The id of a unit, a milestone, a measure or a post within its plan. */
export const name = z
  .string()
  .max(64)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);

const notBlank = (text: string): boolean => text.trim() !== '';

/** Text with its lines ended one way, whatever system it was written on. */
const text = () => z.string().overwrite((given) => given.replaceAll('\r\n', '\n'));

/** Text that says something, up to `max` characters. */
export const said = (max: number) => text().min(1).max(max).refine(notBlank, fault('blank'));
/** Text that may be empty. */
export const note = text().max(2000);
/** Text that may be left out as well. */
export const noteIfAny = note.default('');
export const reason = said(2000);
export const longText = said(20_000);

/** A calendar day in Asia/Shanghai that exists, in the years calendars cover. */
export const date = z
  .string()
  .max(10)
  .refine((text) => isDate(text) && text >= '2000-01-01' && text < '2080-01-01', fault('no_such_date'))
  .openapi({ format: 'date', example: '2023-03-31' });

/** Calendars reach some years further, since terms of what happens then must still be found. */
export const lastInstant = parseInstant('2060-01-01T00:00') ?? 0;

/** An instant with or without a zone (Asia/Shanghai then). */
export const instant = z
  .string()
  .max(32)
  .refine((text) => (parseInstant(text) ?? lastInstant) < lastInstant, fault('no_such_instant'))
  .openapi({ format: 'date-time', example: '2023-03-31T09:00:00+08:00' });

/** Instants are answered with Shanghai's offset. */
export const instantShown = z
  .string()
  .openapi({ format: 'date-time', example: '2023-03-31T09:00:00.000+08:00' });
export const dateShown = z.string().openapi({ format: 'date', example: '2023-03-31' });

/** No two the same. */
export const distinct = <T extends z.ZodType<string>>(entry: T, min: number, max: number) =>
  z
    .array(entry)
    .min(min)
    .max(max)
    .refine((all) => new Set(all).size === all.length, fault('repeated'));

export const lifecycle = z.enum(lifecycles).openapi('Lifecycle');
export const level = z.enum(levels).openapi('Level');
export const light = z.enum(['red', 'yellow', 'green', 'blue', 'grey']).openapi('Light');
export const role = z.enum(roles).openapi('Role');
export const post = z.enum(postRoles).openapi('Post');
export const owner = z.enum(owners).openapi('Owner');
export const caseKind = z.enum(caseKinds).openapi('CaseKind');
export const basis = z.enum(milestoneBases).openapi('MilestoneBasis');
export const milestoneStatus = z
  .enum(['open', 'submitted', 'accepted', 'dropped'])
  .openapi('MilestoneStatus');

/** A query parameter that may be given several times. */
export const several = <T extends z.ZodType>(entry: T) => z.array(entry).max(40).optional();
export const flag = z.enum(['true', 'false']).optional();

export const pageQuery = {
  /** Where the last page ended; opaque. */
  cursor: z
    .string()
    .max(500)
    .optional()
    .openapi({ description: 'Where the last page ended, as it said in `next`.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

export const pageOf = <T extends z.ZodType>(entry: T, title: string) =>
  z
    .object({
      entries: z.array(entry),
      next: z.string().nullable().openapi({ description: 'Cursor of the next page; null on the last.' }),
      asOf: instantShown,
    })
    .openapi(title);

export const unitNamed = z.object({ id: z.string(), name: z.string() }).openapi('UnitName');
export const personNamed = z.object({ id: z.string(), name: z.string() }).openapi('PersonName');

/** How far an item, a section or a plan has come: by milestones, and by its list. */
export const milestoneCounts = z.object({
  total: z.number().int(),
  accepted: z.number().int(),
  open: z.number().int(),
  overdue: z.number().int(),
});
export const measureCounts = z.object({
  total: z.number().int(),
  done: z.number().int(),
  struckOff: z.number().int(),
  waived: z.number().int(),
});
