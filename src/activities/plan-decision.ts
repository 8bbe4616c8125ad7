/**
 * Promise: what is asked of a plan is decided once, and the new version, signature or record and a submission to every
 * item concerned are one fact: either all are written or nothing is.
 */
import { randomUUID } from 'node:crypto';
import type { Instant } from '../domain/instants.js';
import { personsOf } from '../domain/people.js';
import type { PlanCommand } from '../domain/plan-commands.js';
import { askedOfItems, planRefusal, yearsWith } from '../domain/plan-rules.js';
import { appendAudit } from '../store/audit.js';
import type { Tx } from '../store/database.js';
import {
  addCalendar,
  booksOf,
  calendarOf,
  confirmOutage,
  publishPolicy,
  recordOutage,
  signPolicy,
} from '../store/plan-books.js';
import { lockPlan, planNow, type PlanRow } from '../store/plans.js';
import { receiveConsequences, submissionOf, writeOutcomes, type Submission } from '../store/submissions.js';

export type VersionCommand = Exclude<PlanCommand, { type: 'advanceClock' }>;

/** Decides a submission that has not been decided; answers whether items are asked anything. */
export const decidePlanCommand = async (
  tx: Tx,
  submission: Submission,
  command: VersionCommand,
  wall: Instant,
): Promise<boolean> => {
  const plan = await lockPlan(tx, submission.planId);
  const fresh = await submissionOf(tx, submission.id);
  if (plan === null || fresh?.outcome) return false;
  const at = planNow(plan, wall);
  const books = await booksOf(tx, plan);
  const refused = planRefusal(books, command, submission.actor, submission.receivedAt);
  if (refused !== null) {
    const { refused: code, detail = null } = refused;
    const outcome = { kind: 'refused', code, detail, version: 0 } as const;
    await writeOutcomes(tx, [{ id: submission.id, outcome, decidedAt: at }]);
    return false;
  }
  const version = await carryOut(tx, plan, submission, command, at);
  const asked = askedOfItems(books, command, version);
  if (asked !== null)
    await receiveConsequences(
      tx,
      asked.items.map((itemId) => ({
        id: randomUUID(),
        of: submission,
        itemId,
        command: asked.command,
        receivedAt: at,
        writtenAt: wall,
      })),
    );
  await writeOutcomes(tx, [{ id: submission.id, outcome: { kind: 'done', version }, decidedAt: at }]);
  await audit(tx, submission, { version, items: asked?.items.length ?? 0 }, at, wall);
  return asked !== null;
};

/** Writes what the command makes; answers the number it has from then on. */
const carryOut = async (
  tx: Tx,
  plan: PlanRow,
  { actor }: Submission,
  command: VersionCommand,
  at: Instant,
): Promise<number> => {
  switch (command.type) {
    case 'updateCalendar': {
      const { years } = await calendarOf(tx, plan);
      return addCalendar(tx, plan, yearsWith(years, command.year), at);
    }
    case 'publishPolicy':
      return publishPolicy(tx, plan, command.policy, personsOf(actor), at);
    case 'signPolicy':
      await signPolicy(tx, plan, command.version, actor.person, at);
      return command.version;
    case 'adoptPolicy':
      return command.version;
    case 'recordOutage':
      return recordOutage(tx, plan, command, personsOf(actor), at);
    case 'confirmOutage':
      await confirmOutage(tx, plan, command.outage, actor.person, at);
      return command.outage;
  }
};

const audit = (
  tx: Tx,
  { id, actor, type, planId }: Submission,
  detail: object,
  at: Instant,
  wall: Instant,
): Promise<void> =>
  appendAudit(tx, [{ actor, action: type, planId, itemId: null, submissionId: id, at, detail }], wall);
