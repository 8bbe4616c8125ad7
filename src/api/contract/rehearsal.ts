/** A rehearsal's clock: moved forward by hand, with everything on the way happening at its own instant. */
import { noticeClasses } from '../../domain/told.js';
import { instant, instantShown, pageOf, pageQuery, personNamed, planRef, post, uuid } from './common.js';
import { endpoint, z } from './endpoint.js';
import { fault } from './faults.js';

export const advanceEntry = z
  .object({
    item: z.object({
      id: z.string(),
      number: z.number().int(),
      title: z.string(),
      tile: z.string(),
    }),
    seq: z.number().int(),
    type: z.string(),
    at: instantShown,
    text: z.string(),
    told: z.array(post).openapi({ description: 'Posts that were told of it; none = nobody.' }),
    class: z.enum(noticeClasses).openapi({ description: 'How urgently they were told.' }),
  })
  .openapi('AdvanceEntry');

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

const advanceSpan = z
  .object({
    id: z.string(),
    state: z.enum(['running', 'done', 'refused']),
    from: instantShown,
    to: instantShown,
    by: personNamed,
  })
  .openapi('AdvanceSpan');

export const listAdvances = endpoint('GET /plans/{plan}/clock/advances', {
  id: 'listAdvances',
  tag: 'rehearsal',
  summary: 'Who moved the clock from when to when, newest first, at most 20.',
  access: 'advance_rehearsal',
  params: z.strictObject({ plan: planRef }),
  answers: { ok: z.object({ entries: z.array(advanceSpan) }).openapi('AdvanceList') },
});

export const listHappened = endpoint('GET /plans/{plan}/clock/advances/{submission}/happened', {
  id: 'listHappened',
  tag: 'rehearsal',
  summary: 'Everything an advance brought about that the caller may see, in order of time.',
  access: 'advance_rehearsal',
  params: z.strictObject({ plan: planRef, submission: uuid }),
  query: z.strictObject(pageQuery),
  answers: { ok: pageOf(advanceEntry, 'HappenedPage') },
});
