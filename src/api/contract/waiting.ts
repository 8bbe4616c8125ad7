/** The waiting ledger: in whose hands everything lay, in working days, by item and by whoever had it. */
import { caseKinds } from '../../domain/cases.js';
import { parties } from '../../domain/held-by.js';
import { stepKinds } from '../../domain/owing.js';
import { caseKind, instantShown, itemRef, planRef, unitNamed } from './common.js';
import { endpoint, z } from './endpoint.js';

const party = z.enum(parties).openapi('Party');

const days = {
  workingDays: z.number().int(),
  workingDaysOver: z
    .number()
    .int()
    .openapi({ description: 'Of these, on which the due date or the term was over, as it then stood.' }),
  calendarDays: z.number().int(),
};

const share = z
  .object({ with: party, title: z.string(), unit: unitNamed.nullable(), ...days })
  .openapi('WaitingShare');

const stretch = z
  .object({
    from: instantShown,
    to: instantShown.nullable().openapi({ description: 'null = still.' }),
    with: party,
    units: z
      .array(unitNamed)
      .openapi({ description: 'The unit, or the co-units that have not acted; none for others.' }),
    why: z.enum([...caseKinds, ...stepKinds, 'outage']),
    title: z.string(),
    overAt: instantShown.nullable().openapi({ description: 'When the due date or the term is over.' }),
    ...days,
  })
  .openapi('WaitingStretch');

export const itemWaiting = z
  .object({
    asOf: instantShown,
    item: z.object({ id: z.string(), number: z.number().int(), title: z.string() }),
    milestones: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        stretches: z.array(stretch),
        shares: z.array(share),
      }),
    ),
    own: z.array(stretch).openapi({
      description:
        'The item itself while none of its milestones is open: until the hand-out, in decomposition, in closing.',
    }),
    cases: z.array(
      z.object({
        id: z.string(),
        kind: caseKind,
        title: z.string(),
        subject: z.string().nullable(),
        endedAt: instantShown.nullable(),
        stretches: z.array(stretch),
      }),
    ),
    shares: z
      .array(share)
      .openapi({ description: 'Sums over milestones and the item itself; cases run beside them.' }),
  })
  .openapi('ItemWaiting');

const planShare = share
  .extend({
    cases: z.object({
      total: z.number().int(),
      open: z.number().int(),
      workingDays: z.number().int(),
      workingDaysOver: z.number().int(),
    }),
  })
  .openapi('PlanWaitingShare');

export const planWaiting = z
  .object({
    asOf: instantShown,
    items: z.array(
      z.object({
        id: z.string(),
        number: z.number().int(),
        title: z.string(),
        tile: z.string(),
        unit: unitNamed,
        shares: z.array(share),
      }),
    ),
    shares: z.array(planShare),
    leftOut: z
      .number()
      .int()
      .openapi({ description: 'Visible items beyond the first 200, which are not in the sums.' }),
  })
  .openapi('PlanWaiting');

const rule =
  'Counted as of `asOf`. A working day is booked by its morning, as the ladder counts: to the unit if it lay with the unit from 00:00 to the morning, else to whoever else had it then. Milestones of an item run side by side: each has its days.';

export const getItemWaiting = endpoint('GET /items/{item}/waiting', {
  id: 'getItemWaiting',
  tag: 'items',
  summary: 'In whose hands each milestone, each case and the item itself lay, from when to when.',
  description: rule,
  access: 'see_plans',
  params: z.strictObject({ item: itemRef }),
  answers: { ok: itemWaiting },
});

export const getPlanWaiting = endpoint('GET /plans/{plan}/waiting', {
  id: 'getPlanWaiting',
  tag: 'plans',
  summary:
    'Working days waited, by item and by unit, co-unit, office and leadership, of what the caller may see.',
  description: `${rule} What a unit caused stays its own when the item goes to another.`,
  access: 'see_plans',
  params: z.strictObject({ plan: planRef }),
  answers: { ok: planWaiting },
});
