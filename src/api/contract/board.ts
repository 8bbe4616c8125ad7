/** The wall of a plan, as it is and as it was on any day that is over, and how its counts came to be. */
import {
  caseKind,
  date,
  dateShown,
  instantShown,
  level,
  lifecycle,
  light,
  owner,
  personNamed,
  planRef,
  unitNamed,
} from './common.js';
import { endpoint, z } from './endpoint.js';
import { otherwiseShown, stepDays } from './item-shapes.js';
import { planSummary } from './plans.js';

const count = z.number().int();
const listingLevel = z.union([z.literal(1), z.literal(2), z.literal(3)]);

/** What is counted of a wall at one moment; items, unless it says otherwise. */
export const boardCounts = z
  .object({
    items: count,
    red: count,
    yellow: count,
    green: count,
    grey: count,
    blue: count,
    suspended: count,
    closed: count,
    listed: count,
    underReview: count.openapi({ description: 'With evidence that the office has not decided on.' }),
    signatures: count.openapi({ description: 'Signatures that are waited for, whoever owes them.' }),
  })
  .openapi('BoardCounts');

export const boardItem = z
  .object({
    id: z.string(),
    number: count,
    section: count,
    tile: z.string().openapi({ description: 'Short form; `|` marks where a line may break.' }),
    title: z.string(),
    unit: unitNamed,
    light,
    level,
    lifecycle,
    suspended: z.boolean(),
    nextDue: dateShown.nullable().openapi({ description: 'Of the open milestone due first.' }),
    daysOver: count.openapi({
      description: 'Working days past the date of the milestone that is overdue longest; 0 = none is.',
    }),
    proposal: listingLevel
      .nullable()
      .openapi({ description: 'Level of the listing that waits for a signature.' }),
  })
  .openapi('BoardItem');

const itemShort = boardItem.pick({
  id: true,
  number: true,
  tile: true,
  title: true,
  unit: true,
  light: true,
  level: true,
});

/** Of a listing: the plan by which the unit means to put things right. */
const rectification = z.object({
  state: z.enum(['owed', 'under_review', 'accepted', 'none']).openapi({
    description: '`owed` by the unit, `under_review` at the office; `none` before a listing begins.',
  }),
  until: dateShown.nullable(),
  over: z.boolean(),
});

export const boardListing = z
  .object({
    item: itemShort,
    level: listingLevel.nullable().openapi({ description: 'null = not listed yet: it will be, at `next`.' }),
    milestone: z
      .object({ id: z.string(), title: z.string(), due: dateShown })
      .nullable()
      .openapi({ description: 'What it is stuck on: the milestone overdue longest.' }),
    daysOver: count.openapi({ description: 'Working days past its date.' }),
    steps: z
      .array(z.object({ level, on: dateShown }))
      .openapi({ description: 'When each level began, the letter before them; by the day it was recorded.' }),
    rectification,
    milestones: z.object({ total: count, accepted: count }),
    proposal: z
      .object({ level: listingLevel, by: owner, since: instantShown, until: dateShown, over: z.boolean() })
      .nullable()
      .openapi({ description: 'The next level waits for this signature.' }),
    next: otherwiseShown.nullable().openapi({ description: 'What happens next, and when, if nobody acts.' }),
  })
  .openapi('BoardListing');

export const boardSignature = z
  .object({
    item: itemShort,
    case: z.string(),
    kind: caseKind,
    title: z.string(),
    level: listingLevel.nullable().openapi({ description: 'Of the listing to be signed or ended.' }),
    milestone: z.object({ id: z.string(), title: z.string() }).nullable(),
    by: owner,
    holders: z.array(personNamed).openapi({ description: 'Who can sign; none = the post has nobody.' }),
    mine: z.boolean().openapi({ description: 'The caller is one of them.' }),
    asked: z
      .object({ at: instantShown, by: z.string() })
      .openapi({ description: 'When and by whom: a person, or the clock.' }),
    until: dateShown,
    over: z.boolean(),
    workingDays: stepDays,
    commands: z.array(z.string()).openapi({ description: 'What settles it; none on a day that is over.' }),
  })
  .openapi('BoardSignature');

export const board = planSummary
  .extend({
    date: dateShown,
    past: z.boolean().openapi({ description: 'A day that is over, rebuilt from the log.' }),
    units: z.array(
      planSummary.shape.units.element.extend({
        daysOver: count.openapi({
          description: 'Working days past the dates of what is overdue, summed up.',
        }),
      }),
    ),
    began: dateShown.openapi({ description: 'The first day there is anything to see of.' }),
    events: count.openapi({ description: 'How many events it rests on.' }),
    counts: boardCounts,
    lastWeek: boardCounts
      .extend({ date: dateShown })
      .nullable()
      .openapi({ description: 'The same items seven days before; null = the plan had not begun.' }),
    items: z
      .array(boardItem)
      .openapi({ description: 'In order of their number; of a large plan the most dangerous.' }),
    leftOut: count.openapi({ description: 'Items of the wall that are not among `items`.' }),
    listings: z.array(boardListing).openapi({
      description: 'Standing listings, gravest first, then what will be listed next unless somebody acts.',
    }),
    signatures: z.array(boardSignature).openapi({ description: 'Waited for, those of the caller first.' }),
  })
  .openapi('Board');

const section = z.coerce.number().int().min(1).max(10_000).optional().openapi({
  description: 'Only this section’s items; the counts stay those of the plan.',
});

export const getBoard = endpoint('GET /plans/{plan}/board', {
  id: 'getBoard',
  tag: 'plans',
  summary: 'The wall now: counts, items, listings and signatures that the caller may see.',
  access: 'see_plans',
  params: z.strictObject({ plan: planRef }),
  query: z.strictObject({ section }),
  answers: { ok: board },
});

export const getAsOf = endpoint('GET /plans/{plan}/as-of/{date}', {
  id: 'getAsOf',
  tag: 'plans',
  summary: 'The wall as it was when a day ended, rebuilt from the log; today’s is the present one.',
  description:
    'What falls at 24:00 belongs to the next day. Items are those the caller may read now; a unit an item was taken from sees it on the days it had it.',
  access: 'see_plans',
  params: z.strictObject({ plan: planRef, date }),
  query: z.strictObject({ section }),
  answers: { ok: board },
  problems: ['day_not_come', 'before_the_plan'],
});

export const trendPoint = z
  .object({ date: dateShown, items: count, red: count, yellow: count, listed: count, closed: count })
  .openapi('TrendPoint');

export const trend = z
  .object({
    from: dateShown,
    to: dateShown,
    points: z.array(trendPoint).openapi({
      description: 'Counts when a day ended, of days on which one changed; each holds until the next.',
    }),
  })
  .openapi('Trend');

export const getTrend = endpoint('GET /plans/{plan}/trend', {
  id: 'getTrend',
  tag: 'plans',
  summary:
    'How many items were overdue, due soon, listed and closed, from the beginning of the plan to today.',
  access: 'see_plans',
  params: z.strictObject({ plan: planRef }),
  answers: { ok: trend },
});
