/**
 * Promise: the path of a command, from the request to its answer. What is answered 201 is decided, what is answered
 * 202 is durable and will be; a key sent again is the same submission; a refusal seen beforehand leaves nothing behind.
 */
import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { Command } from '../domain/commands.js';
import type { ItemEvent } from '../domain/events.js';
import type { Instant } from '../domain/instants.js';
import type { Subject } from '../domain/ids.js';
import type { PlanCommand } from '../domain/plan-commands.js';
import { refuse, type Refusal } from '../domain/refusals.js';
import { can } from '../domain/rights.js';
import { settle, type Outcome, type Received } from '../domain/settle.js';
import type { Tx } from '../store/database.js';
import type { ItemRow } from '../store/items.js';
import { contextAt, planNow, type PlanRow } from '../store/plans.js';
import {
  asReceived,
  openOfItems,
  receive,
  submissionByKey,
  submissionOf,
  type Submission,
} from '../store/submissions.js';
import { uploadOwnersOf } from '../store/views/item-page.js';
import type { ApiContext } from './deps.js';
import { Problem, refusalProblem } from './problem.js';
import { namingIn } from './say.js';
import type { Caller } from './sign-in.js';

/** What the headers of a command say. */
export interface Envelope {
  readonly key: string;
  /** The version the sender saw; null = any. */
  readonly expectedVersion: number | null;
}

export const envelopeOf = (req: Request): Envelope => ({ key: keyOf(req), expectedVersion: versionOf(req) });

const keyOf = (req: Request): string => {
  const key = req.get('idempotency-key') ?? '';
  if (!/^[\x21-\x7e]([\x20-\x7e]{0,198}[\x21-\x7e])?$/.test(key))
    throw new Problem('idempotency_key_missing');
  return key;
};

const versionOf = (req: Request): number | null => {
  const given = req.get('if-match');
  if (given === undefined || given === '*') return null;
  const match = /^"(\d{1,9})"$/.exec(given);
  if (!match) throw new Problem('precondition_malformed');
  return Number(match[1]);
};

/** What is asked of whom. */
export interface Asked {
  readonly caller: Caller;
  readonly envelope: Envelope;
  readonly plan: PlanRow;
  /** Null = of the plan itself. */
  readonly item: ItemRow | null;
  readonly command: Command | PlanCommand;
}

/** Whether this person has sent this key before; then the submission's own outcome is the answer, not a fresh look. */
export const wasSent = async (
  tx: Tx,
  { caller, envelope }: Pick<Asked, 'caller' | 'envelope'>,
): Promise<boolean> => (await submissionByKey(tx, caller.actor.person, envelope.key)) !== null;

/** What a command would come to now, after everything received before it, without a trace: its facts, or the plain refusal thrown. */
export const comesTo = async (
  tx: Tx,
  {
    caller,
    expectedVersion,
    plan,
    item,
    command,
  }: Pick<Asked, 'caller' | 'plan'> &
    Pick<Envelope, 'expectedVersion'> & { readonly item: ItemRow; readonly command: Command },
  wall: number,
): Promise<readonly ItemEvent[]> => {
  const problemOf = async (refusal: Refusal, version: number): Promise<Problem> =>
    refusalProblem(refusal, { version, naming: await namingIn(tx, plan.id, item.id) });
  const refused = can(caller.actor, command.type, item.snapshot);
  if (refused) throw await problemOf(refused, item.version);
  await requireFiles(tx, caller, filesOf(command));
  const now = planNow(plan, wall);
  const mine: Received = {
    submission: 'this',
    command,
    actor: caller.actor,
    receivedAt: now,
    expectedVersion,
  };
  const before = await openOfItems(tx, [item.id]);
  const { outcomes, events } = settle(
    item.snapshot,
    [...before.map(asReceived), mine],
    now,
    await contextAt(tx, plan, now),
  );
  const outcome = outcomes.get(mine.submission);
  if (outcome?.kind === 'refused')
    throw await problemOf(refuse(outcome.code, outcome.detail ?? undefined), outcome.version);
  return events.filter(({ submission }) => submission === mine.submission);
};

const filesOf = (command: Command): readonly string[] => ('files' in command ? command.files : []);

/** Proof is handed in by whoever brought it, or by a colleague of the same unit. */
const requireFiles = async (tx: Tx, caller: Caller, files: readonly string[]): Promise<void> => {
  if (files.length === 0) return;
  const owners = await uploadOwnersOf(tx, files);
  const missing = files.find((id) => !owners.some((owner) => owner.id === id && belongs(caller, owner)));
  if (missing !== undefined) throw new Problem('no_such_file', { detail: missing });
};

export const belongs = (
  { actor }: Pick<Caller, 'actor'>,
  owner: { readonly uploadedBy: string; readonly unitId: string | null },
): boolean => owner.uploadedBy === actor.person || (owner.unitId !== null && owner.unitId === actor.unit);

/** Writes the submission, tells the workflow and waits a while; what comes back may still be undecided. */
export const submit = async (context: ApiContext, asked: Asked): Promise<Submission> => {
  const submission = await accept(context, asked);
  if (submission.outcome !== null) return submission;
  const answer = await context.courier.submit({
    submission: submission.id,
    type: asked.command.type,
    target: { ...subjectOf(asked), lane: asked.plan.kind },
    signal: AbortSignal.timeout(context.limits.commandWaitMs),
  });
  if (answer?.decidedAt !== undefined) return decided(submission, answer, answer.decidedAt);
  return (await readBack(context, asked.caller, submission.id)) ?? submission;
};

const decided = (submission: Submission, outcome: Outcome, decidedAt: Instant): Submission => ({
  ...submission,
  outcome,
  decidedAt,
});

const subjectOf = ({ item, plan }: Asked): Subject =>
  item === null ? { aggregate: 'plan', id: plan.id } : { aggregate: 'item', id: item.id };

const accept = async ({ db, now }: ApiContext, asked: Asked): Promise<Submission> => {
  const { caller, envelope, plan, item, command } = asked;
  const receipt = await db.asActor(caller.actor, (tx) =>
    receive(tx, {
      id: randomUUID(),
      key: envelope.key,
      actor: caller.actor,
      planId: plan.id,
      itemId: item?.id ?? null,
      command,
      expectedVersion: envelope.expectedVersion,
      now: now(),
    }),
  );
  if (receipt.kind === 'other_body') throw new Problem('idempotency_key_reused');
  if (receipt.kind === 'no_plan') throw new Problem('not_found');
  return receipt.submission;
};

/** It is accepted by now: if it cannot be read back, it is no less so. */
const readBack = async (
  { db, logger }: ApiContext,
  caller: Caller,
  id: string,
): Promise<Submission | null> => {
  try {
    return await db.asReader(caller.actor, (tx) => submissionOf(tx, id));
  } catch (error) {
    logger.warn({ err: error, submission: id }, 'an accepted submission could not be read back');
    return null;
  }
};

/** The refusal a decided submission came to; null = it was done, or is undecided. */
export const refusalOf = ({ outcome }: Submission): Refusal | null =>
  outcome?.kind === 'refused' ? refuse(outcome.code, outcome.detail ?? undefined) : null;
