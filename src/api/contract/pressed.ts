/** The office's view of what is late: how far each item's ladder has been climbed, and whether its unit has answered. */
import { climbRungs, climbStates } from '../../domain/climb.js';
import { dateShown, instantShown, level, lifecycle, light, pageQuery, planRef, unitNamed } from './common.js';
import { endpoint, z } from './endpoint.js';
import { nextStep } from './item-shapes.js';

const climbed = z
  .object({
    rung: z.enum(climbRungs),
    title: z.string(),
    state: z.enum(climbStates),
    listing: z.boolean().openapi({ description: 'A listing or graver.' }),
    at: instantShown
      .nullable()
      .openapi({ description: 'When it comes by itself; null = not by itself, or it has come.' }),
  })
  .openapi('Climbed');

const answerGiven = z
  .object({
    answered: z
      .object({ at: instantShown, text: z.string() })
      .nullable()
      .openapi({ description: 'The last the unit reported, handed in or asked; null = nothing ever.' }),
    demands: z.number().int().openapi({ description: 'Urges and letters since then.' }),
    demandedSince: instantShown.nullable().openapi({ description: 'The first of them.' }),
    unread: z.number().int().openapi({ description: 'Of those the ones nobody of the unit has read.' }),
  })
  .openapi('AnswerGiven');

export const pressedItem = z
  .object({
    id: z.string(),
    number: z.number().int(),
    title: z.string(),
    tile: z.string(),
    unit: unitNamed,
    version: z.number().int(),
    light,
    level,
    lifecycle,
    milestone: z
      .object({
        id: z.string(),
        title: z.string(),
        due: dateShown,
        workingDaysOver: z.number().int(),
        urges: z.number().int(),
      })
      .nullable()
      .openapi({ description: 'The overdue milestone due first; null = none is overdue.' }),
    climb: z
      .array(climbed)
      .openapi({ description: 'Its ladder from overdue to level 3; empty = none is overdue.' }),
    next: z
      .object({ rung: z.string(), title: z.string(), at: instantShown })
      .nullable()
      .openapi({ description: 'The rung the clock takes next; null = none as things stand.' }),
    waiting: nextStep.nullable().openapi({ description: 'What the office or a leader owes in it first.' }),
    answer: answerGiven,
  })
  .openapi('PressedItem');

export const pressedPage = z
  .object({
    entries: z.array(pressedItem),
    next: z.string().nullable(),
    asOf: instantShown,
    counts: z.object({ overdue: z.number().int(), unanswered: z.number().int() }),
  })
  .openapi('PressedPage');

export const listPressed = endpoint('GET /plans/{plan}/pressed', {
  id: 'listPressed',
  tag: 'items',
  summary: 'Overdue items, or those whose unit has not answered the last urge or letter, worst first.',
  access: 'see_plans',
  params: z.strictObject({ plan: planRef }),
  query: z.strictObject({
    ...pageQuery,
    only: z.enum(['overdue', 'unanswered']).default('overdue'),
  }),
  answers: { ok: pressedPage },
});
