/** A rehearsal's clock, moved forward by hand. */
import type { z } from 'zod';
import { dayMs, parseInstant, type Instant } from '../../domain/instants.js';
import type { Tx } from '../../store/database.js';
import { planNow, planOf, type PlanRow } from '../../store/plans.js';
import { openOfPlan, submissionByKey, submissionOf, type Submission } from '../../store/submissions.js';
import { nextAlarmOf } from '../../store/views/board.js';
import { countsIn, happenedIn } from '../../store/views/history.js';
import { advanceClock, getAdvance, type advance } from '../contract/rehearsal.js';
import { lastInstant } from '../contract/common.js';
import { basePath } from '../paths.js';
import { Problem, refusalProblem } from '../problem.js';
import { namesFor, sentence } from '../say.js';
import { serve, type Served } from '../serve.js';
import type { Caller } from '../sign-in.js';
import { envelopeOf, refusalOf, submit } from '../submit.js';
import { aMonthAfter, shown } from '../times.js';
import type { Words } from '../words/index.js';
import { visiblePlan } from './visible-item.js';

const atMost = 200;

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

interface Told {
  readonly caller: Caller;
  readonly plan: PlanRow;
  readonly words: Words;
  readonly wall: Instant;
}

const advanceShown = async (
  tx: Tx,
  submission: Submission,
  { caller, plan, words, wall }: Told,
): Promise<z.input<typeof advance>> => {
  const report = submission.outcome?.report;
  const ranges = report?.ranges ?? {};
  const happened = await happenedIn(tx, caller, ranges, atMost);
  const names = await namesFor(tx, {
    plans: [plan.id],
    items: happened.map(({ itemId }) => itemId),
    people: [],
  });
  const to = 'to' in submission.body ? (submission.body.to as Instant) : submission.receivedAt;
  return {
    id: submission.id,
    state: submission.outcome === null ? 'running' : submission.outcome.kind,
    from: shown(report?.from ?? submission.receivedAt),
    to: shown(to),
    now: shown(planNow((await planOf(tx, plan.id)) ?? plan, wall)),
    counts: await countsIn(tx, caller, ranges),
    happened: happened.map((row) => ({
      item: { id: row.itemId, number: row.number, title: row.title, tile: row.tile },
      seq: row.seq,
      type: row.fact.type,
      at: shown(row.at),
      text: sentence(row.fact, { planId: plan.id, itemId: row.itemId }, names, words),
    })),
  };
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

const get = serve(getAdvance, ({ context: { db, now }, caller, params, words }) =>
  db.asReader(caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, caller, params.plan);
    const submission = await submissionOf(tx, params.submission);
    if (submission?.type !== 'advanceClock' || submission.planId !== plan.id) throw new Problem('not_found');
    return { as: 'ok', body: await advanceShown(tx, submission, { caller, plan, words, wall: now() }) };
  }),
);

export const rehearsalRoutes: readonly Served[] = [post, get];
