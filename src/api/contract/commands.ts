/** What may be asked of an item, as schemas: one entry a command, checked against the domain's own shapes by the compiler. */
import { defaultPolicy, enforcementRungs, type Policy } from '../../domain/policy.js';
import type { CommandOf, CommandType, fromPlan } from '../../domain/commands.js';
import { caseKinds } from '../../domain/cases.js';
import { date, distinct, longText, name, note, noteIfAny, reason, said, uuid } from './common.js';
import { z } from './endpoint.js';
import { fault } from './faults.js';

/** Of a new calendar or an outage items are told by their plan, never from outside. */
export type ItemCommandType = Exclude<CommandType, (typeof fromPlan)[number]>;

const empty = z.strictObject({});
const milestone = name;
/** The id of an open case, such as `obstacle/1`. */
const caseRef = z
  .string()
  .max(80)
  .refine((text) => /^[a-z_]+(\/[A-Za-z0-9._-]+){1,2}$/.test(text), fault('not_a_case'))
  .openapi({ example: 'obstacle/1' });
const files = distinct(uuid, 1, 50);
const listingLevel = z.literal([1, 2, 3]);

const demand = z
  .strictObject({
    id: name.optional(),
    title: said(200).optional(),
    due: date,
    evidence: said(1000).optional(),
  })
  .refine(
    (given) => given.id !== undefined || (given.title !== undefined && given.evidence !== undefined),
    fault('demand_incomplete'),
  )
  .openapi('Demand');

const milestoneSeed = z
  .strictObject({
    id: name,
    title: said(200),
    due: date,
    basis: z.literal('unit'),
    evidence: said(1000),
    weight: z.number().min(0).max(100),
    measures: distinct(name, 0, 100),
  })
  .openapi('MilestoneSeed');

const scopeChange = z
  .strictObject({
    drop: name.optional(),
    evidence: z.strictObject({ milestone: name, evidence: said(1000) }).optional(),
    coUnits: distinct(name, 0, 40).optional(),
    note: note.optional(),
  })
  .refine((change) => Object.values(change).some((part) => part !== undefined), fault('empty_change'))
  .openapi('ScopeChange');

const timeOfDay = z
  .string()
  .refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), fault('no_such_time'))
  .openapi({ example: '08:30' });
const workingDays = z.number().int().min(1).max(2000);
const termKinds = [...caseKinds.filter((kind) => kind !== 'suspension'), 'decomposition_returned'] as const;

export const policy = z
  .strictObject({
    version: z.number().int().min(1).max(1_000_000),
    morning: timeOfDay,
    firstReminder: z
      .array(z.tuple([z.number().int().min(1).max(5000).nullable(), z.number().int().min(0).max(2000)]))
      .min(1)
      .max(20),
    lastReminder: workingDays,
    rungs: z.strictObject(
      Object.fromEntries(enforcementRungs.map((rung) => [rung, workingDays])) as Record<
        (typeof enforcementRungs)[number],
        typeof workingDays
      >,
    ),
    standingEvery: workingDays,
    nextStep: workingDays,
    receiptNextStep: workingDays,
    repeatEvery: workingDays,
    terms: z.strictObject(
      Object.fromEntries(termKinds.map((kind) => [kind, workingDays])) as Record<
        keyof Policy['terms'],
        typeof workingDays
      >,
    ),
    extensionAsked: z.number().int().min(0).max(2000),
    extensionSpanFraction: z.number().int().min(1).max(1000),
    extensionsAtMost: z.number().int().min(0).max(100),
    workingHours: z.tuple([timeOfDay, timeOfDay]),
    digestAtMost: z.number().int().min(1).max(1000).default(defaultPolicy.digestAtMost),
  })
  .openapi('Policy');

/** Command → body. What this does not list cannot be asked over HTTP. */
export const commandBodies = {
  dispatch: z.strictObject({ unit: name.optional() }),
  acknowledge: empty,
  declineDispatch: z.strictObject({ reason }),
  reassign: z.strictObject({ unit: name, reason }),
  proposeMilestones: z.strictObject({
    milestones: z
      .array(milestoneSeed)
      .min(1)
      .max(100)
      .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, fault('repeated')),
    replaces: distinct(name, 0, 100),
  }),
  approveMilestones: empty,
  returnMilestones: z.strictObject({ reason }),
  proposeStrikeOff: z.strictObject({ measures: distinct(name, 1, 100) }),
  strikeOff: empty,
  declineStrikeOff: z.strictObject({ reason }),
  waiveMeasure: z.strictObject({ measure: name, reason }),
  raiseObstacle: z.strictObject({
    text: longText,
    named: z.enum(['co_unit', 'case_officer', 'supervision_head', 'leader_in_charge', 'director']),
    unit: name.optional(),
  }),
  withdrawObstacle: z.strictObject({ obstacle: caseRef, reason }),
  answerObstacle: z.strictObject({ obstacle: caseRef, answer: longText }),
  callConsultation: z.strictObject({ text: longText }),
  recordConsultation: z.strictObject({ record: longText, demands: z.array(demand).max(50) }),
  reportProgress: z.strictObject({ text: longText }),
  submitEvidence: z.strictObject({ milestone, files, note: noteIfAny }),
  withdrawEvidence: z.strictObject({ milestone, reason }),
  acceptEvidence: z.strictObject({ milestone, note: noteIfAny }),
  returnEvidence: z.strictObject({ milestone, reason }),
  requestExtension: z.strictObject({ milestone, to: date, reason }),
  grantExtension: z.strictObject({ milestone, to: date.optional() }),
  refuseExtension: z.strictObject({ milestone, reason }),
  requestChange: z.strictObject({ change: scopeChange, reason }),
  grantChange: empty,
  refuseChange: z.strictObject({ reason }),
  suspend: z.strictObject({ until: date, reason }),
  resume: empty,
  urge: z.strictObject({ milestone: milestone.optional(), note: noteIfAny }),
  issueLetter: z.strictObject({ milestone: milestone.optional(), note: noteIfAny }),
  proposeListing: z.strictObject({ level: listingLevel }),
  signListing: empty,
  declineListing: z.strictObject({ reason }),
  callInterview: empty,
  recordInterview: z.strictObject({ record: longText }),
  submitRectificationPlan: z.strictObject({ text: longText, files: distinct(uuid, 0, 50) }),
  acceptRectificationPlan: empty,
  returnRectificationPlan: z.strictObject({ reason }),
  proposeDelisting: empty,
  delist: empty,
  declineDelisting: z.strictObject({ reason }),
  instruct: z.strictObject({ text: longText, demand }),
  requestClosing: z.strictObject({ text: longText }),
  countersign: z.strictObject({ opinion: longText }),
  verifyClosing: z.strictObject({ text: longText }),
  approveClosing: z.strictObject({ text: longText }),
  returnClosing: z.strictObject({ reason, demands: z.array(demand).min(1).max(50) }),
  reopen: z.strictObject({ reason, demands: z.array(demand).min(1).max(50) }),
  terminate: z.strictObject({ reason, successor: said(200).optional() }),
  comment: z.strictObject({ text: longText }),
  adoptPolicy: z.strictObject({ version: z.number().int().min(1).max(100_000) }),
} as const satisfies { readonly [T in ItemCommandType]: z.ZodType };

/** The same shape with nothing readonly and `undefined` no part of an optional field: what JSON can say. */
type Plain<T> = T extends readonly unknown[]
  ? { -readonly [K in keyof T]: Plain<T[K]> }
  : T extends object
    ? { -readonly [K in keyof T]: Plain<Exclude<T[K], undefined>> }
    : T;
type Asked<T extends ItemCommandType> = Plain<z.output<(typeof commandBodies)[T]>>;
/** A policy is named by its version: nobody brings one along. */
type Meant<T extends ItemCommandType> = T extends 'adoptPolicy'
  ? { version: number }
  : Plain<Omit<CommandOf<T>, 'type'>>;
/** A unit proposes on its own basis only and says of nothing that it is done: narrower than the domain's shape. */
type Narrower = 'proposeMilestones';
type Drifted = {
  [T in ItemCommandType]: [Asked<T>] extends [Meant<T>]
    ? [Meant<T>] extends [Asked<T>]
      ? never
      : Exclude<T, Narrower>
    : T;
}[ItemCommandType];
type None<T extends never> = T;
/** A type error here names the commands whose schema and domain shape have drifted apart. */
type NoneDrifted = None<Drifted>;

/** Every command there is a schema for. */
export const itemCommandTypes = Object.keys(commandBodies) as readonly Exclude<
  ItemCommandType,
  NoneDrifted
>[];
