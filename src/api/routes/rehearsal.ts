/** A rehearsal's clock, moved forward by hand. */
import { z } from 'zod';
import { dayMs, parseInstant, type Instant } from '../../domain/instants.js';
import type { Tx } from '../../store/database.js';
import { planNow, type PlanRow } from '../../store/plans.js';
import { openOfPlan, submissionByKey, submissionOf, type Submission } from '../../store/submissions.js';
import { nextAlarmOf } from '../../store/views/board.js';
import { happenedIn } from '../../store/views/happened.js';
import { advancesOf } from '../../store/views/sent.js';
import { advanceClock, getAdvance, listAdvances, listHappened } from '../contract/rehearsal.js';
import { lastInstant } from '../contract/common.js';
import { paged, readCursor } from '../cursor.js';
import { basePath } from '../paths.js';
import { Problem, refusalProblem } from '../problem.js';
import { namesFor } from '../say.js';
import { serve, type Served } from '../serve.js';
import { envelopeOf, refusalOf, submit } from '../submit.js';
import { aMonthAfter, shown } from '../times.js';
import { advanceShown, entriesShown, spanOf } from './advance-shown.js';
import { visiblePlan } from './visible-item.js';

interface Advance {
  readonly to?: string | undefined;
  readonly by?: 'day' | 'week' | 'month' | 'next_event' | undefined;
}

const steps: Readonly<Record<'day' | 'week' | 'month', (now: Instant) => Instant>> = {
  day: (now) => now + dayMs,
  week: (now) => now + 7 * dayMs,
  month: aMonthAfter,
};

const targetOf = async (tx: Tx, plan: PlanRow, { to, by }: Advance, now: Instant): Promise<Instant> => {
  if (to !== undefined) return ahead(parseInstant(to), now);
  if (by === 'next_event') {
    const next = await nextAlarmOf(tx, plan.id);
    if (next === null) throw new Problem('nothing_ahead');
    // An alarm already due waits for its settling only; a moment on is enough to see it happen.
    return Math.max(next, now + 1000);
  }
  const target = steps[by ?? 'day'](now);
  if (target >= lastInstant) throw new Problem('nothing_ahead');
  return target;
};

const ahead = (to: Instant | null, now: Instant): Instant => {
  if (to === null || to <= now) throw new Problem('clock_only_forward');
  return to;
};

const post = serve(advanceClock, async ({ context, caller, params, body, req, words }) => {
  const { db, now } = context;
  const envelope = { ...envelopeOf(req), expectedVersion: null };
  const asked = await db.asReader(caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, caller, params.plan);
    if (plan.kind !== 'rehearsal') throw new Problem('not_a_rehearsal');
    const known = await submissionByKey(tx, caller.actor.person, envelope.key);
    const open = (await openOfPlan(tx, plan.id)).filter(
      ({ type, id }) => type === 'advanceClock' && id !== known?.id,
    );
    if (open.length > 0)
      throw new Problem('clock_is_running', { headers: addressOf(plan, open[0]?.id ?? '') });
    // "A week on" means the same instant when it is said again.
    const repeated = body.to === undefined && known?.body.type === 'advanceClock' ? known.body.to : null;
    const to = repeated ?? (known && body.to !== undefined ? parseInstant(body.to) : null);
    return { plan, to: to ?? (await targetOf(tx, plan, body, planNow(plan, now()))) };
  });
  const { plan, to } = asked;
  const submission = await submit(context, {
    caller,
    envelope,
    plan,
    item: null,
    command: { type: 'advanceClock', to },
  });
  const refusal = refusalOf(submission);
  if (refusal) throw refusalProblem(refusal, { submission: submission.id });
  const answer = await db.asReader(caller.actor, (tx) =>
    advanceShown(tx, submission, { caller, plan, words, wall: now() }),
  );
  const headers = addressOf(plan, submission.id);
  if (submission.outcome === null)
    return { as: 'accepted', body: answer, headers: { ...headers, 'Retry-After': '1' } };
  return { as: 'created', body: answer, headers };
});

const addressOf = (plan: PlanRow, submission: string) => ({
  Location: `${basePath}/plans/${plan.id}/clock/advances/${submission}`,
});

const advanceOf = async (tx: Tx, plan: PlanRow, id: string): Promise<Submission> => {
  const submission = await submissionOf(tx, id);
  if (submission?.type !== 'advanceClock' || submission.planId !== plan.id) throw new Problem('not_found');
  return submission;
};

const get = serve(getAdvance, ({ context: { db, now }, caller, params, words }) =>
  db.asReader(caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, caller, params.plan);
    const submission = await advanceOf(tx, plan, params.submission);
    return { as: 'ok', body: await advanceShown(tx, submission, { caller, plan, words, wall: now() }) };
  }),
);

const lastAdvances = 20;

const list = serve(listAdvances, ({ context: { db }, caller, params }) =>
  db.asReader(caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, caller, params.plan);
    const advances = await advancesOf(tx, plan.id, lastAdvances);
    const people = advances.map(({ personId }) => personId);
    const names = await namesFor(tx, { plans: [], items: [], people });
    const entries = advances.map((one) => ({
      ...spanOf(one),
      by: { id: one.personId, name: names.person(one.personId) },
    }));
    return { as: 'ok', body: { entries } };
  }),
);

/** Instant, item's number and event's number. */
const happenedCursor = z.tuple([z.number().int().safe(), z.number().int().safe(), z.number().int().safe()]);

const happened = serve(listHappened, ({ context: { db, now }, caller, params, query, words }) =>
  db.asReader(caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, caller, params.plan);
    const ranges = (await advanceOf(tx, plan, params.submission)).outcome?.report?.ranges ?? {};
    const read = readCursor(query.cursor, happenedCursor);
    const after = read && { at: read[0], number: read[1], seq: read[2] };
    const found = await happenedIn(tx, caller, ranges, { after, limit: query.limit + 1 });
    const { rows, next } = paged(found, query.limit, ({ at, number, seq }) => [at, number, seq]);
    const entries = await entriesShown(tx, plan, rows, words);
    return { as: 'ok', body: { entries, next, asOf: shown(planNow(plan, now())) } };
  }),
);

export const rehearsalRoutes: readonly Served[] = [post, list, get, happened];
