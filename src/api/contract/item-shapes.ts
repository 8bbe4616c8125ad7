/** Shapes of a task item as answers show it: a row of the register, the whole page, an entry of its history. */
import {
  basis,
  caseKind,
  dateShown,
  instantShown,
  level,
  lifecycle,
  light,
  milestoneStatus,
  owner,
  personNamed,
  post,
  role,
  unitNamed,
  measureCounts,
  milestoneCounts,
} from './common.js';
import { documentEntry } from './documents.js';
import { z } from './endpoint.js';
import { decidedProblem } from './submissions.js';
import { caseKinds } from '../../domain/cases.js';
import { matterKinds } from '../../domain/matters.js';
import { stepKinds } from '../../domain/owing.js';
import { rungs } from '../../domain/policy.js';
import { dayKinds } from '../../domain/stair-days.js';
import { rungStates } from '../../domain/stair-rungs.js';

/** Who must act now, since when, until when. */
export const owing = z
  .object({
    case: z.string(),
    kind: caseKind,
    title: z.string(),
    subject: z.string().nullable(),
    by: owner,
    unit: unitNamed.nullable(),
    since: instantShown,
    until: dateShown,
    over: z.boolean(),
  })
  .openapi('Owing');

const provisional = z
  .boolean()
  .openapi({ description: 'Rests on a year whose calendar is not published yet.' });

/** What happens by itself if an owed step is not taken. */
export const otherwiseShown = z
  .object({
    key: z.string(),
    type: z.string().openapi({ description: 'The fact that will be recorded.' }),
    at: instantShown,
    told: z.array(post).openapi({ description: 'Posts that will be told; none = a step already taken.' }),
    text: z.string(),
  })
  .openapi('Otherwise');

/** Working days of the plan's calendar, the first day not counted. */
export const stepDays = z
  .object({
    since: z.number().int().nullable().openapi({ description: 'Up to and including today.' }),
    left: z.number().int().nullable().openapi({ description: 'After today; 0 = owed today, or over.' }),
    over: z.number().int().openapi({ description: 'Past the date or term; 0 when it is not over.' }),
  })
  .openapi('StepDays');

/** A step somebody owes: what an open case asks for, evidence of a milestone, or the end of a listing. */
export const nextStep = z
  .object({
    kind: z.enum([...caseKinds, ...stepKinds]),
    title: z.string(),
    case: z.string().nullable(),
    milestone: z.string().nullable(),
    by: owner,
    unit: unitNamed.nullable(),
    holders: z
      .array(personNamed)
      .openapi({ description: 'Who can take the step now; none = the post has nobody.' }),
    since: instantShown.nullable(),
    until: dateShown.nullable().openapi({ description: 'Owed within this day; null = without a term.' }),
    over: z.boolean(),
    provisional,
    workingDays: stepDays,
    otherwise: otherwiseShown.nullable(),
    commands: z.array(z.string()).openapi({ description: 'What takes it, for whoever holds the post.' }),
  })
  .openapi('NextStep');

export const itemCard = z
  .object({
    id: z.string(),
    plan: z.string(),
    number: z.number().int(),
    section: z.number().int(),
    title: z.string(),
    tile: z.string().openapi({ description: 'Short form; `|` marks where a line may break.' }),
    gloss: z.string(),
    unit: unitNamed,
    coUnits: z.array(unitNamed),
    binding: z.boolean(),
    version: z.number().int(),
    lifecycle,
    suspended: z.boolean(),
    light,
    level,
    milestones: milestoneCounts,
    measures: measureCounts,
    /** Of the open milestone due first. */
    nextDue: dateShown.nullable(),
    nextAlarm: z.object({ key: z.string(), at: instantShown }).nullable(),
    owing: z.array(owing),
    /** Of everything owed the most dangerous. */
    next: nextStep.nullable().openapi({ description: 'Null once nothing is owed: closed or terminated.' }),
  })
  .openapi('ItemCard');

const fileShown = z
  .object({
    id: z.string(),
    name: z.string(),
    sizeBytes: z.number().int(),
    sha256: z.string(),
    mediaType: z.string(),
  })
  .openapi('FileShown');

const daysToDate = z
  .object({ left: z.number().int(), over: z.number().int() })
  .openapi({ description: 'Working days to its date after today, and past it; 0 where it is not so.' });

export const returnedShown = z
  .object({ at: instantShown, reason: z.string() })
  .openapi('Returned', { description: 'Evidence that was not good enough, while it is to be made good.' });

const milestoneShown = z
  .object({
    id: z.string(),
    title: z.string(),
    evidence: z.string(),
    due: dateShown,
    firstDue: dateShown,
    basis,
    weight: z.number(),
    measures: z.array(z.string()),
    status: milestoneStatus,
    confirmed: z.boolean(),
    light,
    epoch: z.number().int(),
    overdue: z.boolean(),
    /** Calendar days past the current due date while overdue; 0 otherwise. */
    daysOverdue: z.number().int(),
    workingDays: daysToDate,
    /** Counted mornings of its ladder so far. */
    marks: z.number().int(),
    urges: z.number().int(),
    letters: z.number().int(),
    extensionsGranted: z.number().int(),
    submitted: z
      .object({ at: instantShown, inTime: z.boolean(), by: personNamed, files: z.array(fileShown) })
      .nullable(),
    returned: returnedShown.nullable(),
    endedAt: instantShown.nullable(),
    onTime: z.boolean().nullable(),
  })
  .openapi('MilestoneShown');

const measureShown = z
  .object({
    id: z.string(),
    text: z.string(),
    status: z.enum(['open', 'done', 'struck_off', 'waived']),
    milestones: z.array(z.string()),
  })
  .openapi('MeasureShown');

const explanation = z
  .object({
    light,
    rule: z.string().openapi({ description: 'The rule that gave the colour.' }),
    milestone: z.string().nullable(),
    level,
    text: z.string(),
    milestones: z.array(
      z.object({
        milestone: z.string(),
        light,
        rule: z.string(),
        due: dateShown,
        firstDue: dateShown,
        daysOverdue: z.number().int(),
        daysLeft: z.number().int(),
        workingDays: daysToDate,
        marks: z.number().int(),
        ahead: z.array(z.object({ rung: z.string(), title: z.string(), at: instantShown, provisional })),
        heldSince: z.object({ at: instantShown, cause: z.string() }).nullable(),
      }),
    ),
    blockedBy: z
      .array(z.object({ case: z.string(), by: owner, unit: unitNamed.nullable(), since: instantShown }))
      .openapi({ description: 'Open obstacles, and who is named in them.' }),
    wayBack: z.array(
      z.object({ step: z.string(), milestone: z.string().nullable(), byUnit: z.boolean(), text: z.string() }),
    ),
    reviewUntil: dateShown.nullable().openapi({
      description: 'By when evidence handed in now, or handed in already, must be decided on.',
    }),
  })
  .openapi('Explanation');

/** The ladder of the milestone that presses most, laid over real days. */
const staircase = z
  .object({
    milestone: z.string(),
    overdue: z.boolean(),
    days: z.array(
      z.object({
        date: dateShown,
        kind: z.enum(dayKinds),
        hold: z
          .enum(['not_handed_out', 'suspended', 'under_review', 'extension_asked', 'outage'])
          .nullable()
          .openapi({ description: 'What kept a working morning from counting.' }),
        mark: z
          .number()
          .int()
          .nullable()
          .openapi({ description: 'Which counted morning it is or, of days to come, would be.' }),
      }),
    ),
    leftOut: z
      .array(z.object({ after: dateShown, days: z.number().int() }))
      .openapi({ description: 'Stretches of days on which nothing changes.' }),
    breaks: z
      .array(z.object({ from: dateShown, days: z.number().int(), title: z.string().nullable() }))
      .openapi({ description: 'Published holidays among the days, each with the name of its festival.' }),
    tally: z
      .object({
        days: z.number().int(),
        counted: z.number().int(),
        off: z.number().int(),
        held: z.number().int().openapi({ description: 'Working mornings that a hold kept from counting.' }),
        makeUp: z.array(dateShown),
      })
      .nullable()
      .openapi({ description: 'How the days so far add up; null while the milestone is not overdue.' }),
    rungs: z.array(
      z.object({
        rung: z.enum(rungs),
        title: z.string(),
        mark: z
          .number()
          .int()
          .nullable()
          .openapi({ description: 'null = a reminder, which comes before the date.' }),
        at: instantShown,
        state: z.enum(rungStates),
        decidedAt: instantShown.nullable(),
        provisional,
        document: z.object({ id: z.string(), mark: z.string() }).nullable(),
      }),
    ),
  })
  .openapi('Staircase');

const neighbour = z.object({ id: z.string(), number: z.number().int() }).nullable();

export const availableCommand = z
  .object({ command: z.string(), title: z.string(), allowed: z.boolean(), reason: decidedProblem.nullable() })
  .openapi('AvailableCommand');

export const itemPage = itemCard
  .extend({
    asOf: instantShown,
    today: dateShown,
    planShort: z.string(),
    former: z
      .object({ until: instantShown })
      .nullable()
      .openapi({ description: 'The item as the caller’s unit last had it; null = as it is.' }),
    steps: z.array(nextStep).openapi({ description: 'Everything owed, in order of danger.' }),
    stages: z.array(z.object({ lifecycle, at: instantShown })).openapi({
      description: 'Since when its life is where it is, and when it was anywhere else, in order.',
    }),
    previous: neighbour.openapi({ description: 'The item before it, of those the caller may see.' }),
    following: neighbour,
    caseOfficer: personNamed.nullable(),
    leaderInCharge: z.string().nullable(),
    policyVersion: z.number().int(),
    calendarVersion: z.number().int(),
    lines: z.array(z.number()),
    indicators: z.array(z.number()),
    notes: z.array(z.object({ lines: z.array(z.number()), text: z.string() })),
    milestoneList: z.array(milestoneShown),
    measureList: z.array(measureShown),
    explanation,
    staircase: staircase.nullable().openapi({ description: 'null = no milestone is in force and open.' }),
    available: z.array(availableCommand),
    listing: z
      .object({
        n: z.number().int(),
        level: z.number().int(),
        startedAt: instantShown,
        workingDays: z.number().int().openapi({ description: 'Since it began, today included.' }),
        standings: z.number().int(),
        reported: z.boolean(),
        planAccepted: z.boolean(),
        obstacles: z
          .array(decidedProblem)
          .openapi({ description: 'What a delisting still waits for; none = it may be proposed or signed.' }),
      })
      .nullable(),
    proposal: z.object({ level: z.number().int(), milestone: z.string().nullable() }).nullable(),
    extensions: z.array(
      z.object({
        milestone: z.string(),
        to: dateShown,
        late: z.boolean(),
        by: z.array(personNamed).openapi({ description: 'Who asked, and for whom.' }),
      }),
    ),
    change: z.looseObject({}).nullable(),
    decomposition: z.looseObject({}).nullable(),
    strikeOff: z.array(z.string()),
    suspendedSince: instantShown.nullable(),
    documents: z.array(documentEntry),
    evidence: z.array(
      z.object({
        seq: z.number().int(),
        milestone: z.string().nullable(),
        at: instantShown,
        file: fileShown,
      }),
    ),
    people: z
      .record(z.string(), z.string())
      .openapi({ description: 'Names of the persons mentioned, by id.' }),
  })
  .openapi('Item');

export const formerItem = z
  .object({
    id: z.string(),
    number: z.number().int(),
    title: z.string(),
    tile: z.string(),
    lifecycle,
    light,
    level,
    former: z.object({ until: instantShown }),
  })
  .openapi('FormerItem');

export const historyEntry = z
  .object({
    seq: z.number().int(),
    type: z.string(),
    at: instantShown,
    recordedAt: instantShown,
    actor: z
      .object({
        id: z.string(),
        name: z.string(),
        role,
        unit: unitNamed.nullable(),
        for: personNamed.nullable(),
      })
      .nullable()
      .openapi({ description: 'null = the clock.' }),
    who: z.string(),
    text: z.string(),
    told: z.array(post).openapi({ description: 'Posts that were told of it.' }),
    submission: z.string().nullable(),
    fact: z.looseObject({ type: z.string() }).openapi({ description: 'The fact itself, as recorded.' }),
  })
  .openapi('HistoryEntry');

/** What was asked, and what became of it. */
export const matter = z
  .object({
    kind: z.enum(matterKinds),
    title: z.string(),
    milestone: z.string().nullable(),
    asked: historyEntry,
    answered: historyEntry
      .nullable()
      .openapi({ description: 'null = not yet, or overtaken by something else.' }),
    open: z.boolean().openapi({ description: 'The answer is still owed.' }),
    files: z.array(fileShown),
  })
  .openapi('Matter');
