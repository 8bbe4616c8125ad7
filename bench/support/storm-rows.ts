/** Promise: what a storm has written is counted against what the rules say it must write: nothing lost, nothing doubled. */
import type pg from 'pg';
import { alarmsOf } from './reference-activities.js';
import type { Prepared } from './prepared.js';
import type { Services } from './services.js';

/** The one instant (plan time) at which every item of the plan has promised to be looked at. */
export const promiseOfPlan = async (owner: pg.Pool, plan: string): Promise<number> => {
  const { rows } = await owner.query<{ at: string }>(
    'SELECT DISTINCT wake_at AS at FROM items WHERE plan_id = $1',
    [plan],
  );
  const [only, another] = rows;
  if (!only || another) throw new Error(`the items of ${plan} are not due at one instant`);
  return Number(only.at);
};

/** Moves a plan's clock so that its storm comes when we are ready for it. */
export const shiftClock = async (owner: pg.Pool, plan: string, shiftMs: number): Promise<void> => {
  await owner.query('UPDATE plans SET clock_shift_ms = $2 WHERE id = $1', [plan, shiftMs]);
};

/** Events of an item's birth: the import tells nobody of them. */
export const bornWith = 2;

/** Milliseconds from the instant until each item's last row of the storm was written. */
export const lagsOf = async (owner: pg.Pool, plan: string, dueAt: number): Promise<readonly number[]> => {
  const { rows } = await owner.query<{ at: number }>(
    'SELECT max(stamped_at) AS at FROM events WHERE plan_id = $1 AND seq > $2 GROUP BY item_id',
    [plan, bornWith],
  );
  return rows.map(({ at }) => at - dueAt);
};

interface Counted {
  readonly item: string;
  /** Of the event it stands for. */
  readonly seq: number;
  readonly mark: string;
}

const questions = {
  events: `SELECT item_id AS item, seq, seq || ' ' || type AS mark FROM events WHERE plan_id = $1`,
  notices: `SELECT item_id AS item, event_seq AS seq, event_seq || ' ' || person_id AS mark FROM notices
    WHERE plan_id = $1`,
  documents: `SELECT item_id AS item, event_seq AS seq, event_seq || ' ' || kind AS mark FROM documents
    WHERE plan_id = $1`,
  'audit rows': `SELECT item_id AS item, (detail ->> 'seq')::int AS seq, (detail ->> 'seq') || ' ' || action AS mark
    FROM audit WHERE plan_id = $1 AND item_id IS NOT NULL AND detail ? 'seq'`,
} as const;
type Kind = keyof typeof questions;

const expected: Readonly<Record<Kind, (one: Prepared) => readonly string[]>> = {
  events: ({ logged }) => logged.map(({ event }) => `${event.seq} ${event.type}`),
  notices: ({ notices }) => notices.map(({ eventSeq, personId }) => `${eventSeq} ${personId}`),
  documents: ({ documents }) => documents.map(({ eventSeq, kind }) => `${eventSeq} ${kind}`),
  'audit rows': ({ audit }) =>
    audit.map(({ action, detail }) => `${(detail as { readonly seq: number }).seq} ${action}`),
};

/** Remembered before the storm, since afterwards the items wait for something else. */
export const expectedOf = ({ db }: Services, plan: string): Promise<readonly Prepared[]> =>
  db.asActor({ system: 'engine' }, (tx) => alarmsOf(tx, plan));

export interface Count {
  /** What must be there, in words. */
  readonly expected: string;
  /** What was lost or doubled, in words. */
  readonly faults: readonly string[];
}

export const countRows = async (
  { owner }: Services,
  plan: string,
  wanted: readonly Prepared[],
): Promise<Count> => {
  const faults: string[] = [];
  const counts: string[] = [];
  const before = new Map<string, number>(
    wanted.map(({ head, write, logged }) => [head.id, write.state.version - logged.length]),
  );
  for (const kind of Object.keys(questions) as Kind[]) {
    const { rows } = await owner.query<Counted>(questions[kind], [plan]);
    const must = wanted.flatMap((one) => expected[kind](one).map((mark) => `${one.head.id} ${mark}`));
    const found = rows
      .filter(({ item, seq }) => seq > (before.get(item) ?? 0))
      .map(({ item, mark }) => `${item} ${mark}`);
    const { lost, extra } = compare(must, found);
    if (must.length > 0) counts.push(`${must.length} ${kind}`);
    if (lost + extra > 0)
      faults.push(`${kind}: ${lost} lost, ${extra} doubled or unexpected of ${must.length}`);
  }
  return { expected: counts.join(', '), faults };
};

const compare = (must: readonly string[], found: readonly string[]) => {
  const open = new Map<string, number>();
  for (const mark of must) open.set(mark, (open.get(mark) ?? 0) + 1);
  for (const mark of found) open.set(mark, (open.get(mark) ?? 0) - 1);
  const counts = [...open.values()];
  return {
    lost: counts.reduce((sum, count) => sum + Math.max(0, count), 0),
    extra: counts.reduce((sum, count) => sum + Math.max(0, -count), 0),
  };
};
