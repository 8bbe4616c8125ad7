/** Promise: a submission is durable and dated before anything decides it; one key is one submission. */
import type { Command } from '../domain/commands.js';
import type { Instant } from '../domain/instants.js';
import type { Actor } from '../domain/people.js';
import type { PlanCommand } from '../domain/plan-commands.js';
import type { Outcome, Received } from '../domain/settle.js';
import { hashOf } from './canonical.js';
import type { Tx } from './database.js';
import { change, execute, insertRows, select, together, type Statement } from './rows.js';

/** What an advance of a rehearsal's clock brought about. */
export interface AdvanceReport {
  readonly from: Instant;
  readonly to: Instant;
  readonly counts: Readonly<Record<string, number>>;
  /** Per item, the first and last number of its events that happened on the way. */
  readonly ranges: Readonly<Record<string, readonly [first: number, last: number]>>;
}

/** An item's outcome; of a plan's commands, also what was brought about. */
export type SubmissionOutcome = Outcome & { readonly report?: AdvanceReport };

export interface Submission {
  readonly id: string;
  readonly key: string;
  readonly personId: string;
  readonly actor: Actor;
  readonly planId: string;
  /** Null = asked of the plan itself. */
  readonly itemId: string | null;
  readonly type: string;
  readonly body: Command | PlanCommand;
  readonly bodyHash: string;
  readonly expectedVersion: number | null;
  /** Plan time. */
  readonly receivedAt: Instant;
  readonly outcome: SubmissionOutcome | null;
  readonly decidedAt: Instant | null;
}

export interface NewSubmission {
  readonly id: string;
  readonly key: string;
  readonly actor: Actor;
  readonly planId: string;
  readonly itemId: string | null;
  readonly command: Command | PlanCommand;
  readonly expectedVersion: number | null;
  /** Wall clock. */
  readonly now: Instant;
}

export type Receipt =
  | { readonly kind: 'new' | 'same'; readonly submission: Submission }
  /** The key was used before for something else. */
  | { readonly kind: 'other_body' }
  | { readonly kind: 'no_plan' };

const columns = `id, key, person_id, actor, plan_id, item_id, type, body, body_hash, expected_version, received_at,
  outcome, decided_at`;

/** What makes two requests the same one. */
const hashOfRequest = (given: NewSubmission): string =>
  hashOf({
    plan: given.planId,
    item: given.itemId,
    command: given.command,
    expectedVersion: given.expectedVersion,
  });

/** Writes the submission, dated in plan time; a key seen before answers what it stands for. */
export const receive = async (tx: Tx, given: NewSubmission): Promise<Receipt> => {
  const bodyHash = hashOfRequest(given);
  const [written] = await select<Submission>(
    tx,
    `INSERT INTO submissions (id, key, person_id, actor, plan_id, item_id, type, body, body_hash, expected_version,
       received_at, written_at)
     SELECT ?::uuid, ?, ?, ?::jsonb, id, ?, ?, ?::jsonb, ?, ?::int, ?::bigint + clock_shift_ms, ?::bigint
     FROM plans WHERE id = ?
     ON CONFLICT (person_id, key) DO NOTHING RETURNING ${columns}`,
    [
      given.id,
      given.key,
      given.actor.person,
      JSON.stringify(given.actor),
      given.itemId,
      given.command.type,
      JSON.stringify(given.command),
      bodyHash,
      given.expectedVersion,
      given.now,
      given.now,
      given.planId,
    ],
  );
  if (written) return { kind: 'new', submission: written };
  const known = await submissionByKey(tx, given.actor.person, given.key);
  if (!known) return { kind: 'no_plan' };
  return known.bodyHash === bodyHash ? { kind: 'same', submission: known } : { kind: 'other_body' };
};

export const submissionByKey = async (tx: Tx, person: string, key: string): Promise<Submission | null> => {
  const sql = `SELECT ${columns} FROM submissions WHERE person_id = ? AND key = ?`;
  return (await select<Submission>(tx, sql, [person, key]))[0] ?? null;
};

export const submissionOf = async (tx: Tx, id: string): Promise<Submission | null> =>
  (await select<Submission>(tx, `SELECT ${columns} FROM submissions WHERE id = ?`, [id]))[0] ?? null;

export const submissionsOf = (
  tx: Tx,
  of: { readonly itemId: string } | { readonly planId: string },
  limit = 100,
): Promise<readonly Submission[]> => {
  const [where, id] =
    'itemId' in of ? ['item_id = ?', of.itemId] : ['plan_id = ? AND item_id IS NULL', of.planId];
  return select(tx, `SELECT ${columns} FROM submissions WHERE ${where} ORDER BY position DESC LIMIT ?`, [
    id,
    limit,
  ]);
};

/** Undecided ones of items, in the order of their arrival. */
export const openOfItems = (tx: Tx, items: readonly string[]): Promise<readonly Submission[]> =>
  select(
    tx,
    `SELECT ${columns} FROM submissions WHERE item_id = ANY(?) AND decided_at IS NULL ORDER BY received_at, position`,
    [items],
  );

/** Undecided ones of the plan itself, in the order of their arrival. */
export const openOfPlan = (tx: Tx, plan: string): Promise<readonly Submission[]> =>
  select(
    tx,
    `SELECT ${columns} FROM submissions WHERE plan_id = ? AND item_id IS NULL AND decided_at IS NULL
     ORDER BY received_at, position`,
    [plan],
  );

export const asReceived = (submission: Submission): Received => ({
  submission: submission.id,
  command: submission.body as Command,
  actor: submission.actor,
  receivedAt: submission.receivedAt,
  expectedVersion: submission.expectedVersion,
});

export interface Decision {
  readonly id: string;
  readonly outcome: SubmissionOutcome;
  readonly decidedAt: Instant;
}

export const outcomeChange = (decisions: readonly Decision[]): Statement =>
  change('submissions', decisions, 'id');

export const writeOutcomes = (tx: Tx, decisions: readonly Decision[]): Promise<void> =>
  together(tx, [outcomeChange(decisions)]);

/** A consequence of one submission for items: dated and signed like it, once per item however often it is written. */
export interface Consequence {
  readonly id: string;
  readonly of: Submission;
  readonly itemId: string;
  readonly command: Command;
  readonly receivedAt: Instant;
  readonly writtenAt: Instant;
}

export const receiveConsequences = (tx: Tx, consequences: readonly Consequence[]): Promise<void> =>
  insertRows(
    tx,
    'submissions',
    consequences.map(({ id, of, itemId, command, receivedAt, writtenAt }) => ({
      id,
      key: `${of.id}/${itemId}`,
      personId: of.personId,
      actor: of.actor,
      planId: of.planId,
      itemId,
      type: command.type,
      body: command,
      bodyHash: hashOf(command),
      expectedVersion: null,
      receivedAt,
      writtenAt,
    })),
    { key: ['personId', 'key'], then: 'keep' },
  );

export const progressOf = async <T>(tx: Tx, id: string): Promise<T | null> => {
  const rows = await select<{ progress: T | null }>(tx, 'SELECT progress FROM submissions WHERE id = ?', [
    id,
  ]);
  return rows[0]?.progress ?? null;
};

/** Adds to what is remembered of a long one; `touchedAt` (wall clock) says that somebody is still at it. */
export const writeProgress = (tx: Tx, id: string, progress: { readonly touchedAt: Instant }): Promise<void> =>
  execute(tx, `UPDATE submissions SET progress = coalesce(progress, '{}') || ?::jsonb WHERE id = ?`, [
    JSON.stringify(progress),
    id,
  ]);
