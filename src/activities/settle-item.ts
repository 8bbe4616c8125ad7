/** Promise: one item is settled, and the answer to a submission is what was decided, whoever decided it first. */
import { ApplicationFailure } from '@temporalio/common';
import type { Database } from '../store/database.js';
import { submissionOf } from '../store/submissions.js';
import { settleItems } from './settle-items.js';
import type { Answered, ItemStanding, SettleRequest } from './standings.js';
import type { Outcome } from '../domain/settle.js';

export interface SettleDeps {
  readonly db: Database;
  /** Tells mailboxes that something leaves sooner than they know; best effort, the watch covers the rest. */
  readonly wakeMailboxes: (persons: readonly string[]) => Promise<void>;
}

export const engine = { system: 'engine' } as const;

export const createSettleItem =
  ({ db, wakeMailboxes }: SettleDeps) =>
  async ({ id, now, submission }: SettleRequest): Promise<Answered<ItemStanding>> => {
    const { standing, outcome, mailboxes } = await db.asActor(engine, async (tx) => {
      const { items, mailboxes } = await settleItems(tx, [id], now);
      const item = items.get(id);
      if (!item) throw ApplicationFailure.nonRetryable(`there is no item ${id}`, 'NoSuchItem');
      const outcome: Outcome | null =
        submission === null
          ? null
          : (item.outcomes.get(submission) ?? (await submissionOf(tx, submission))?.outcome ?? null);
      return { standing: item.standing, outcome, mailboxes };
    });
    await wakeMailboxes(mailboxes);
    return { standing, outcome };
  };
