/** A rehearsal's clock: moved forward by hand, with everything on the way happening at its own instant. */
import { instant, instantShown, planRef, uuid } from './common.js';
import { endpoint, z } from './endpoint.js';
import { fault } from './faults.js';

const advanceEntry = z.object({
  item: z.object({ id: z.string(), number: z.number().int(), title: z.string(), tile: z.string() }),
  seq: z.number().int(),
  type: z.string(),
  at: instantShown,
  text: z.string(),
});

export const advance = z
  .object({
    id: z.string(),
    state: z.enum(['running', 'done', 'refused']),
    from: instantShown,
    to: instantShown,
    now: instantShown,
    /** How many facts of each type the jump brought about; those the caller may see. */
    counts: z.record(z.string(), z.number().int()),
    /** The first 200 of them, in order of time. */
    happened: z.array(advanceEntry),
  })
  .openapi('Advance');

export const advanceClock = endpoint('POST /plans/{plan}/clock/advance', {
  id: 'advanceClock',
  tag: 'rehearsal',
  summary: 'Moves the clock of a rehearsal forward and says what that made happen.',
  access: 'advance_rehearsal',
  params: z.strictObject({ plan: planRef }),
  body: z
    .strictObject({ to: instant.optional(), by: z.enum(['day', 'week', 'month', 'next_event']).optional() })
    .refine(({ to, by }) => (to === undefined) !== (by === undefined), fault('one_way_only'))
    .openapi('AdvanceClock'),
  command: true,
  answers: { created: advance, accepted: advance },
  problems: ['not_a_rehearsal', 'clock_only_forward', 'clock_is_running', 'nothing_ahead'],
});

export const getAdvance = endpoint('GET /plans/{plan}/clock/advances/{submission}', {
  id: 'getAdvance',
  tag: 'rehearsal',
  summary: 'How far an advance has come and what it brought about.',
  access: 'advance_rehearsal',
  params: z.strictObject({ plan: planRef, submission: uuid }),
  answers: { ok: advance },
});
