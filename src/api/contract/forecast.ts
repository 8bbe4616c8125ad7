/** What will happen if nobody acts, to an item or a plan, under the present policy or beside it under another. Nothing is written. */
import { documentKinds } from '../../domain/documents.js';
import { noticeClasses } from '../../domain/told.js';
import { policy } from './commands.js';
import { instantShown, itemRef, level, light, personNamed, planRef, post, unitNamed } from './common.js';
import { endpoint, z } from './endpoint.js';

export const foreseen = z
  .object({
    type: z.string(),
    key: z.string().nullable().openapi({ description: 'null = it follows from a fact that has one.' }),
    text: z.string(),
    told: z.array(post),
    class: z.enum(noticeClasses),
    document: z.enum(documentKinds).nullable().openapi({ description: 'The paper it will be issued on.' }),
    documentTitle: z.string().nullable(),
  })
  .openapi('Foreseen');

const moment = z
  .object({
    at: instantShown,
    provisional: z.boolean().openapi({ description: 'Rests on a year whose calendar is not published yet.' }),
    happens: z.array(foreseen).openapi({ description: 'Empty where only the colour turns.' }),
    light: z.object({ from: light, to: light }).nullable(),
    level: z.object({ from: level, to: level }).nullable(),
  })
  .openapi('ForecastMoment');

const span = { asOf: instantShown, until: instantShown };

export const itemForecast = z.object({ ...span, entries: z.array(moment) }).openapi('ItemForecast');

const whatIfBody = z
  .strictObject({
    policy: policy
      // When notices leave changes nothing that a forecast shows.
      .omit({ version: true, workingHours: true, digestAtMost: true })
      .partial()
      .extend({
        rungs: policy.shape.rungs.partial().optional(),
        terms: policy.shape.terms.partial().optional(),
      })
      .openapi('PolicyOverrides'),
  })
  .openapi('WhatIf');

export const itemWhatIf = z
  .object({ ...span, present: z.array(moment), whatIf: z.array(moment) })
  .openapi('ItemWhatIf');

const planMoment = moment
  .extend({
    item: z.object({ id: z.string(), number: z.number().int(), title: z.string(), tile: z.string() }),
  })
  .openapi('PlanForecastMoment');

const load = z
  .object({
    units: z.array(
      z.object({
        unit: unitNamed,
        weeks: z.array(
          z.object({
            week: z.string().openapi({ description: 'ISO 8601.', example: '2021-W39' }),
            notices: z.number().int().openapi({ description: 'One for each post told of a fact.' }),
            documents: z.number().int(),
          }),
        ),
      }),
    ),
    officers: z.array(
      z.object({
        officer: personNamed.nullable().openapi({ description: 'null = items without a case officer.' }),
        open: z.number().int().openapi({ description: 'Cases that lie with the officer now.' }),
        over: z.number().int(),
        weeks: z
          .array(z.object({ week: z.string(), falling: z.number().int() }))
          .openapi({ description: 'Terms of open cases that will fall.' }),
      }),
    ),
  })
  .openapi('ForecastLoad');

const planCourse = {
  entries: z.array(planMoment),
  truncated: z.number().int().openapi({ description: 'How many later moments were left out.' }),
  load,
};

const planSpan = {
  ...span,
  items: z.object({
    looked: z.number().int(),
    leftOut: z.number().int().openapi({ description: 'Running items not looked at: those due last.' }),
  }),
};

export const planForecast = z.object({ ...planSpan, ...planCourse }).openapi('PlanForecast');

export const planWhatIf = z
  .object({
    ...planSpan,
    present: z.object(planCourse).openapi('PlanCourse'),
    whatIf: z.object(planCourse),
  })
  .openapi('PlanWhatIf');

const byItem = z.strictObject({ item: itemRef });
const byPlan = z.strictObject({ plan: planRef });
const ahead = z.strictObject({ days: z.coerce.number().int().min(1).max(400).default(30) });

export const getItemForecast = endpoint('GET /items/{item}/forecast', {
  id: 'getItemForecast',
  tag: 'items',
  summary: 'What will happen to an item within so many days if nobody acts.',
  access: 'see_plans',
  params: byItem,
  query: ahead,
  answers: { ok: itemForecast },
});

export const askItemWhatIf = endpoint('POST /items/{item}/forecast', {
  id: 'askItemWhatIf',
  tag: 'items',
  summary: 'The same under another policy, adopted now, beside the present one. Nothing is written.',
  access: 'see_plans',
  params: byItem,
  query: ahead,
  body: whatIfBody,
  answers: { ok: itemWhatIf },
});

export const getPlanForecast = endpoint('GET /plans/{plan}/forecast', {
  id: 'getPlanForecast',
  tag: 'plans',
  summary: 'What will happen to the items the caller may see if nobody acts, and how much it asks of whom.',
  access: 'see_plans',
  params: byPlan,
  query: ahead,
  answers: { ok: planForecast },
});

export const askPlanWhatIf = endpoint('POST /plans/{plan}/forecast', {
  id: 'askPlanWhatIf',
  tag: 'plans',
  summary: 'The same under another policy, adopted now by every item. Nothing is written.',
  access: 'see_plans',
  params: byPlan,
  query: ahead,
  body: whatIfBody,
  answers: { ok: planWhatIf },
});
