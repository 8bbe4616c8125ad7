/** An advance of a rehearsal's clock and what it brought about, as the caller may see it. */
import type { z } from 'zod';
import type { Instant } from '../../domain/instants.js';
import { toldOf } from '../../domain/told.js';
import type { Tx } from '../../store/database.js';
import { planNow, planOf, type PlanRow } from '../../store/plans.js';
import type { Submission } from '../../store/submissions.js';
import { countsIn, happenedIn, type HappenedRow } from '../../store/views/happened.js';
import type { advance, advanceEntry } from '../contract/rehearsal.js';
import { namesFor, sentence, type Names } from '../say.js';
import type { Caller } from '../sign-in.js';
import { shown } from '../times.js';
import type { Words } from '../words/index.js';

/** Entries an advance is answered with; all of them have a list of their own. */
const atMost = 200;

export interface Told {
  readonly caller: Caller;
  readonly plan: PlanRow;
  readonly words: Words;
  readonly wall: Instant;
}

/** What an advance goes from and to; where it set out is known exactly once it is done. */
export const spanOf = ({ id, body, outcome, receivedAt }: Submission) => ({
  id,
  state: outcome === null ? ('running' as const) : outcome.kind,
  from: shown(outcome?.report?.from ?? receivedAt),
  to: shown('to' in body ? (body.to as Instant) : receivedAt),
});

const entryShown = (
  row: HappenedRow,
  planId: string,
  names: Names,
  words: Words,
): z.input<typeof advanceEntry> => {
  const { to, class: urgency } = toldOf(row.fact);
  return {
    item: {
      id: row.itemId,
      number: row.number,
      title: row.title,
      tile: row.tile,
    },
    seq: row.seq,
    type: row.fact.type,
    at: shown(row.at),
    text: sentence(row.fact, { planId, itemId: row.itemId }, names, words),
    told: [...to],
    class: urgency,
  };
};

export const entriesShown = async (tx: Tx, plan: PlanRow, rows: readonly HappenedRow[], words: Words) => {
  const items = rows.map(({ itemId }) => itemId);
  const names = await namesFor(tx, { plans: [plan.id], items, people: [] });
  return rows.map((row) => entryShown(row, plan.id, names, words));
};

export const advanceShown = async (
  tx: Tx,
  submission: Submission,
  { caller, plan, words, wall }: Told,
): Promise<z.input<typeof advance>> => {
  const ranges = submission.outcome?.report?.ranges ?? {};
  const rows = await happenedIn(tx, caller, ranges, { after: null, limit: atMost });
  return {
    ...spanOf(submission),
    now: shown(planNow((await planOf(tx, plan.id)) ?? plan, wall)),
    counts: await countsIn(tx, caller, ranges),
    happened: await entriesShown(tx, plan, rows, words),
  };
};
