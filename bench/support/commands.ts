/** Promise: the commands a client gives to its item over and over; each is lawful after the one before it. */
import { randomUUID } from 'node:crypto';
import { headOf, officerOf } from '../../src/intake/accounts.js';
import { settleItems } from '../../src/activities/settle-items.js';
import type { Command } from '../../src/domain/commands.js';
import type { Actor, Role } from '../../src/domain/people.js';
import type { Database } from '../../src/store/database.js';
import { receive } from '../../src/store/submissions.js';
import { milestoneId } from './plan.js';

/** `comment` writes an event and its audit row; `evidence` also opens and ends a case, tells people and uses a file. */
export const mixes = ['comment', 'evidence'] as const;
export type Mix = (typeof mixes)[number];

export const commandsOf = (mix: Mix, file: string): readonly Command[] => {
  switch (mix) {
    case 'comment':
      return [{ type: 'comment', text: '进展顺利，资料已备齐。' }];
    case 'evidence':
      return [
        { type: 'submitEvidence', milestone: milestoneId, files: [file], note: '总结报告' },
        { type: 'withdrawEvidence', milestone: milestoneId, reason: '附件有误' },
      ];
  }
};

const actor = (person: string, role: Role, unit: string | null): Actor => ({
  ...{ person, role, unit },
  ...{ rank: null, onBehalfOf: null },
});

/** Evidence is the head's to hand in. */
export const headActor = (unit: string): Actor => actor(headOf(unit), 'unit_head', unit);

/** Hands items out and has them signed for, so that work can be reported; in bulk, since it is not measured. */
export const givenInProgress = async (
  db: Database,
  planId: string,
  items: readonly { readonly id: string; readonly unit: string }[],
): Promise<void> => {
  const give = (by: (unit: string) => Actor, command: Command) =>
    db.asActor({ system: 'engine' }, async (tx) => {
      const now = Date.now();
      for (const { id: itemId, unit } of items) {
        const id = randomUUID();
        await receive(tx, {
          id,
          key: id,
          actor: by(unit),
          planId,
          itemId,
          command,
          expectedVersion: null,
          now,
        });
      }
      await settleItems(
        tx,
        items.map(({ id }) => id),
        now,
      );
    });
  await give(() => actor('supervision-head', 'supervision_head', null), { type: 'dispatch' });
  await give((unit) => actor(officerOf(unit), 'unit_officer', unit), { type: 'acknowledge' });
};
