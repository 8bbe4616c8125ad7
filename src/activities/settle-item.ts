/** Promise: one item is settled, and the answer to a submission is what was decided, whoever decided it first. */
import { ApplicationFailure } from '@temporalio/common';
import type { Database } from '../store/database.js';
import { submissionOf, type Submission } from '../store/submissions.js';
import { settleItems } from './settle-items.js';
import type { Answer, Answered, ItemStanding, SettleRequest } from './standings.js';

export interface SettleDeps {
  readonly db: Database;
  /** Tells mailboxes that something leaves sooner than they know; best effort, the watch covers the rest. */
  readonly wakeMailboxes: (persons: readonly string[]) => Promise<void>;
}

export const engine = { system: 'engine' } as const;

const answerOf = ({ outcome, decidedAt }: Pick<Submission, 'outcome' | 'decidedAt'>): Answer | null =>
  outcome && { ...outcome, ...(decidedAt === null ? {} : { decidedAt }) };

export const createSettleItem =
  ({ db, wakeMailboxes }: SettleDeps) =>
  async ({ id, now, submission }: SettleRequest): Promise<Answered<ItemStanding>> => {
    const { standing, outcome, mailboxes } = await db.asActor(engine, async (tx) => {
      const { items, mailboxes } = await settleItems(tx, [id], now);
      const item = items.get(id);
      if (!item) throw ApplicationFailure.nonRetryable(`there is no item ${id}`, 'NoSuchItem');
      const decided =
        submission === null ? null : (item.decisions.get(submission) ?? (await submissionOf(tx, submission)));
      const outcome = decided && answerOf(decided);
      return { standing: item.standing, outcome, mailboxes };
    });
    await wakeMailboxes(mailboxes);
    return { standing, outcome };
  };
