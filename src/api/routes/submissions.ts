/** Routes that say what came of a submission. */
import type { z } from 'zod';
import { submissionOf, type Submission } from '../../store/submissions.js';
import { submissionsOfPerson } from '../../store/views/sent.js';
import { getSubmission, listSubmissions, type submission } from '../contract/submissions.js';
import { Problem, problemText } from '../problem.js';
import { namesFor, namingIn, namingOf } from '../say.js';
import { serve, type Served } from '../serve.js';
import { refusalOf } from '../submit.js';
import { shown, shownOrNull } from '../times.js';
import type { Language, Naming } from '../words/index.js';
import { visiblePlan } from './visible-item.js';

const stateOf = ({ outcome }: Submission): 'undecided' | 'done' | 'refused' => outcome?.kind ?? 'undecided';

export const submissionShown = (
  row: Submission,
  language: Language,
  naming?: Naming,
): z.input<typeof submission> => {
  const refusal = refusalOf(row);
  return {
    id: row.id,
    plan: row.planId,
    item: row.itemId,
    command: row.type,
    receivedAt: shown(row.receivedAt),
    state: stateOf(row),
    version: row.outcome?.version ?? null,
    decidedAt: shownOrNull(row.decidedAt),
    problem: refusal === null ? null : problemText(refusal.refused, refusal.detail, language, naming),
  };
};

const one = serve(getSubmission, ({ context: { db }, caller, params, language }) =>
  db.asReader(caller.actor, async (tx) => {
    const row = await submissionOf(tx, params.submission);
    if (!row || row.personId !== caller.self.id) throw new Problem('not_found');
    const naming = await namingIn(tx, row.planId, row.itemId);
    return { as: 'ok', body: submissionShown(row, language, naming) };
  }),
);

const list = serve(listSubmissions, ({ context: { db }, caller, params, language }) =>
  db.asReader(caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, caller, params.plan);
    const rows = await submissionsOfPerson(tx, caller.self.id, plan.id, 100);
    const items = rows.flatMap(({ itemId }) => itemId ?? []);
    const names = await namesFor(tx, { plans: [plan.id], items, people: [] });
    const entries = rows.map((row) =>
      submissionShown(row, language, namingOf(names, plan.id, row.itemId ?? '')),
    );
    return { as: 'ok', body: { entries } };
  }),
);

export const submissionRoutes: readonly Served[] = [one, list];
