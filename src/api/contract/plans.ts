/** Plans as documents, their clocks, units and figures. */
import { comparators, indicatorKinds, indicatorNatures, unitKinds } from '../../domain/plan.js';
import {
  dateShown,
  instantShown,
  level,
  lifecycle,
  light,
  measureCounts,
  milestoneCounts,
  planRef,
  unitNamed,
} from './common.js';
import { endpoint, z } from './endpoint.js';

const byPlan = z.strictObject({ plan: planRef });

export const planClock = z
  .object({
    now: instantShown,
    today: dateShown,
    kind: z.enum(['live', 'rehearsal']),
    shiftMs: z.number().int(),
    running: z.boolean().openapi({ description: 'An advance is on its way.' }),
    /** When something happens next if nobody acts; null = nothing will. */
    nextAlarmAt: instantShown.nullable(),
    workingDay: z.boolean(),
  })
  .openapi('PlanClock');

const nextEvent = z
  .object({
    item: z.object({ id: z.string(), number: z.number().int(), title: z.string(), tile: z.string() }),
    text: z.string(),
  })
  .openapi('NextEvent');

export const clockPage = planClock
  .extend({
    nextEvent: nextEvent.nullable().openapi({
      description: 'What happens then, the gravest of it that the caller may see; null = nothing of that.',
    }),
  })
  .openapi('PlanClockPage');

const planEntry = z.object({
  id: z.string(),
  kind: z.enum(['live', 'rehearsal']),
  title: z.string(),
  short: z.string(),
  gloss: z.string(),
  clock: planClock,
});

const planNote = z.object({ about: z.string().nullable(), lines: z.array(z.number()), text: z.string() });

export const planPage = planEntry
  .extend({
    issuer: z.string(),
    period: z.object({ from: dateShown, to: dateShown }),
    signedOn: dateShown,
    publishedOn: dateShown,
    sections: z.array(
      z.object({
        number: z.number(),
        title: z.string(),
        short: z.string(),
        gloss: z.string(),
        items: z.array(z.number()),
      }),
    ),
    leaders: z.array(z.object({ id: z.string(), rank: z.enum(['deputy', 'director']), title: z.string() })),
    indicators: z.array(
      z.object({
        number: z.number(),
        name: z.string(),
        value: z.number(),
        unit: z.string(),
        comparator: z.enum(comparators),
        nature: z.enum(indicatorNatures),
        kind: z.enum(indicatorKinds),
        due: dateShown,
        items: z.array(z.number()),
        note: z.string().nullable(),
      }),
    ),
    notes: z.array(planNote),
  })
  .openapi('Plan');

const counts = <K extends string>(keys: z.ZodEnum<{ [P in K]: P }>) => z.record(keys, z.number().int());

export const tally = z
  .object({
    items: z.number().int(),
    light: counts(light),
    level: counts(level),
    lifecycle: counts(lifecycle),
    suspended: z.number().int(),
    milestones: milestoneCounts,
    measures: measureCounts,
  })
  .openapi('Tally');

export const planSummary = z
  .object({
    asOf: instantShown,
    total: tally,
    sections: z.array(z.object({ number: z.number(), short: z.string(), tally })),
    units: z
      .array(
        z.object({
          unit: unitNamed,
          kind: z.enum(unitKinds),
          items: z.number().int(),
          overdue: z.number().int(),
          listed: z.number().int(),
          accepted: z.number().int(),
          onTimeByFirstDue: z.number().int(),
          onTimeByCurrentDue: z.number().int(),
          returned: z.number().int(),
        }),
      )
      .openapi({ description: 'Outcomes by lead unit, never activity.' }),
  })
  .openapi('PlanSummary');

export const listPlans = endpoint('GET /plans', {
  id: 'listPlans',
  tag: 'plans',
  summary: 'Plans the caller has anything to do with.',
  access: 'see_plans',
  answers: { ok: z.object({ entries: z.array(planEntry.openapi('PlanEntry')) }).openapi('PlanList') },
});

export const getPlan = endpoint('GET /plans/{plan}', {
  id: 'getPlan',
  tag: 'plans',
  summary: 'A plan as its document says.',
  access: 'see_plans',
  params: byPlan,
  answers: { ok: planPage },
});

export const getClock = endpoint('GET /plans/{plan}/clock', {
  id: 'getClock',
  tag: 'plans',
  summary: "The plan's present time.",
  access: 'see_plans',
  params: byPlan,
  answers: { ok: clockPage },
});

export const pulse = z
  .object({
    mark: z
      .string()
      .openapi({ description: 'Another one as soon as anything the caller may see has moved.' }),
    now: instantShown,
    today: dateShown,
    running: z.boolean().openapi({ description: 'An advance is on its way.' }),
    unread: z.number().int(),
  })
  .openapi('Pulse');

export const getPulse = endpoint('GET /plans/{plan}/pulse', {
  id: 'getPulse',
  tag: 'plans',
  summary: 'Whether anything has moved: one small answer to ask for every few seconds.',
  description: 'Its `mark` is the ETag; with `If-None-Match` it is answered 304 while nothing has moved.',
  access: 'see_plans',
  params: byPlan,
  answers: { ok: pulse, unchanged: null },
});

export const getSummary = endpoint('GET /plans/{plan}/summary', {
  id: 'getSummary',
  tag: 'plans',
  summary: 'Counts of the items the caller may see, by light, level, section and unit.',
  access: 'see_plans',
  params: byPlan,
  answers: { ok: planSummary },
});

const unitEntry = unitNamed
  .extend({
    gloss: z.string(),
    kind: z.enum(unitKinds),
    leaderInCharge: z.string(),
    caseOfficer: z.string(),
    basis: z.enum(['plan', 'proposed']),
  })
  .openapi('Unit');

export const listUnits = endpoint('GET /plans/{plan}/units', {
  id: 'listUnits',
  tag: 'plans',
  summary: 'Units of a plan, in its order.',
  access: 'see_units',
  params: byPlan,
  answers: { ok: z.object({ entries: z.array(unitEntry) }).openapi('UnitList') },
});
