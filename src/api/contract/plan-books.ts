/** A plan's calendar, policies and outages: what is in force, what an edit would move, and the edits themselves. */
import { policy as policyShape } from './commands.js';
import {
  date,
  dateShown,
  distinct,
  instant,
  instantShown,
  itemRef,
  planRef,
  reason,
  said,
} from './common.js';
import { endpoint, z } from './endpoint.js';
import { availableCommand } from './item-shapes.js';
import { submission } from './submissions.js';

const ofPlan = z.strictObject({ plan: planRef });
const number = z.coerce.number().int().min(1).max(100_000);
const ofPolicy = z.strictObject({ plan: planRef, version: number });
const answers = { created: submission, accepted: submission };
/** What the caller may do here, and why not. */
const available = z.array(availableCommand);
const refusals = ['not_allowed', 'invalid', 'no_such_case', 'already_done', 'same_person'] as const;

const move = z
  .object({
    kind: z.enum(['due', 'rung', 'term', 'step', 'standing']),
    subject: z.string(),
    title: z.string(),
    from: instantShown.nullable(),
    to: instantShown.nullable(),
  })
  .openapi('Move');

export const movesPreview = z
  .object({
    asOf: instantShown,
    /** Items of which nothing moves are counted, not listed. */
    items: z.array(
      z.object({
        item: z.object({ id: z.string(), number: z.number().int(), title: z.string(), tile: z.string() }),
        moves: z.array(move),
        atOnce: z.array(z.object({ type: z.string(), text: z.string() })).openapi({
          description: 'What else would happen the moment it is adopted.',
        }),
      }),
    ),
    unmoved: z.number().int(),
    /** Items too many to look at in one answer. */
    leftOut: z.number().int(),
  })
  .openapi('MovesPreview');

const year = z
  .strictObject({
    year: z.number().int().min(2000).max(2079),
    notice: said(500),
    off: distinct(date, 0, 366),
    on: distinct(date, 0, 366),
  })
  .openapi('CalendarYear');

export const calendarInForce = z
  .object({
    version: z.number().int(),
    adoptedAt: instantShown,
    years: z.array(
      z.object({
        year: z.number().int(),
        notice: z.string(),
        off: z.array(dateShown),
        on: z.array(dateShown),
      }),
    ),
    available,
  })
  .openapi('Calendar');

export const getCalendar = endpoint('GET /plans/{plan}/calendar', {
  id: 'getCalendar',
  tag: 'plan-books',
  summary: 'The working calendar in force; years it does not name count as weekends off and are provisional.',
  access: 'see_plans',
  params: ofPlan,
  answers: { ok: calendarInForce },
});

export const previewCalendar = endpoint('POST /plans/{plan}/calendar/preview', {
  id: 'previewCalendar',
  tag: 'plan-books',
  summary: 'Every date that another year would move; nothing is changed.',
  access: 'preview_plan_books',
  params: ofPlan,
  body: year,
  answers: { ok: movesPreview },
  problems: ['invalid'],
});

export const updateCalendar = endpoint('POST /plans/{plan}/calendar', {
  id: 'updateCalendar',
  tag: 'plan-books',
  summary: 'Adds or replaces a year; every running item goes over to the calendar this makes.',
  access: 'see_plans',
  params: ofPlan,
  body: year,
  command: true,
  answers,
  problems: refusals,
});

const policyEntry = z
  .object({
    version: z.number().int(),
    policy: z
      .looseObject({})
      .openapi({ description: 'As it was published, later parts with their defaults; shape: Policy.' }),
    publishedAt: instantShown,
    signedAt: instantShown.nullable().openapi({ description: 'null = not in force for anybody.' }),
    inForce: z.boolean().openapi({ description: 'Later hand-outs take it.' }),
    doubts: z
      .array(z.object({ path: z.array(z.union([z.string(), z.number().int()])), text: z.string() }))
      .openapi({
        description: 'What of it does not make sense, figure by figure; it may be tried all the same.',
      }),
    /** Running items under it. */
    items: z.number().int(),
    available,
  })
  .openapi('PolicyEntry');

export const listPolicies = endpoint('GET /plans/{plan}/policies', {
  id: 'listPolicies',
  tag: 'plan-books',
  summary: 'Every published version of the policy, oldest first.',
  access: 'see_plans',
  params: ofPlan,
  answers: { ok: z.object({ entries: z.array(policyEntry), available }).openapi('PolicyList') },
});

export const publishPolicy = endpoint('POST /plans/{plan}/policies', {
  id: 'publishPolicy',
  tag: 'plan-books',
  summary: 'Publishes a version of the policy. Nobody is under it before a leader has signed it.',
  access: 'see_plans',
  params: ofPlan,
  body: z.strictObject({ policy: policyShape.omit({ version: true }) }).openapi('PublishPolicy'),
  command: true,
  answers,
  problems: refusals,
});

export const signPolicy = endpoint('POST /plans/{plan}/policies/{version}/signature', {
  id: 'signPolicy',
  tag: 'plan-books',
  summary: 'Signs a version: later hand-outs take it, running items keep theirs.',
  access: 'see_plans',
  params: ofPolicy,
  command: true,
  answers,
  problems: refusals,
});

const adoption = z
  .strictObject({ items: distinct(itemRef, 1, 1000).optional() })
  .openapi('AdoptPolicyVersion', { description: 'Without `items`: all running items.' });

export const previewAdoption = endpoint('POST /plans/{plan}/policies/{version}/adoption/preview', {
  id: 'previewAdoption',
  tag: 'plan-books',
  summary: 'Every date that adopting a version would move, signed or not; nothing is changed.',
  access: 'preview_plan_books',
  params: ofPolicy,
  body: adoption,
  answers: { ok: movesPreview },
});

export const adoptPolicyVersion = endpoint('POST /plans/{plan}/policies/{version}/adoption', {
  id: 'adoptPolicyVersion',
  tag: 'plan-books',
  summary: 'Running items go over to a signed version.',
  access: 'see_plans',
  params: ofPolicy,
  body: adoption,
  command: true,
  answers,
  problems: refusals,
});

const span = { from: instant, to: instant };

const outageEntry = z
  .object({
    outage: z.number().int(),
    from: instantShown,
    to: instantShown,
    reason: z.string(),
    recordedBy: z.array(z.string()),
    recordedAt: instantShown,
    confirmedBy: z.string().nullable(),
    confirmedAt: instantShown.nullable(),
    available,
  })
  .openapi('Outage');

export const listOutages = endpoint('GET /plans/{plan}/outages', {
  id: 'listOutages',
  tag: 'plan-books',
  summary: 'Times in which the system was out of reach. Those not confirmed yet count for nothing.',
  access: 'see_plans',
  params: ofPlan,
  answers: { ok: z.object({ entries: z.array(outageEntry), available }).openapi('OutageList') },
});

export const previewOutage = endpoint('POST /plans/{plan}/outages/preview', {
  id: 'previewOutage',
  tag: 'plan-books',
  summary: 'Every date that an outage would move; nothing is changed.',
  access: 'preview_plan_books',
  params: ofPlan,
  body: z.strictObject(span).openapi('OutageSpan'),
  answers: { ok: movesPreview },
  problems: ['invalid'],
});

export const recordOutage = endpoint('POST /plans/{plan}/outages', {
  id: 'recordOutage',
  tag: 'plan-books',
  summary: 'Says when the system was out of reach; a second person has to confirm it. Never in advance.',
  access: 'see_plans',
  params: ofPlan,
  body: z.strictObject({ ...span, reason }).openapi('RecordOutage'),
  command: true,
  answers,
  problems: refusals,
});

export const confirmOutage = endpoint('POST /plans/{plan}/outages/{outage}/confirmation', {
  id: 'confirmOutage',
  tag: 'plan-books',
  summary:
    'The second person says so too: dates whose last day it touched are over at 24:00 of the working day after.',
  access: 'see_plans',
  params: z.strictObject({ plan: planRef, outage: number }),
  command: true,
  answers,
  problems: refusals,
});
