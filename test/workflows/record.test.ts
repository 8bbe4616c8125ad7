/** Records golden histories of the workflows as they are now: `GOLDEN=record npx vitest run test/workflows/record.test.ts`. */
import { writeFileSync } from 'node:fs';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMailer } from '../../src/activities/mailer.js';
import { at, actors, givenPlan, planDocument, submitted } from '../support/builders.js';
import { startMailServer, type MailServer } from '../support/smtp.js';
import { startStack, type Stack } from '../support/stack.js';

const recording = process.env['GOLDEN'] === 'record';
let stack: Stack;
let server: MailServer;
beforeAll(async () => {
  if (!recording) return;
  server = await startMailServer();
  stack = await startStack({ mailer: createMailer({ smtpUrl: server.url, from: 'duzhan@example.org' }) });
});
afterAll(async () => {
  if (!recording) return;
  await stack.stop();
  await server.stop();
});

const record = async (workflowId: string, name: string): Promise<void> => {
  const history = await stack.client.workflow.getHandle(workflowId).fetchHistory();
  const json = historyToJSON(history);
  // A history names the machine that made it; nobody needs to know.
  const nameless = json.replaceAll(/"\d+@[^"]*"/g, '"recorder"');
  writeFileSync(new URL(`golden/${name}.json`, import.meta.url), `${nameless}\n`);
};

test.runIf(recording)('histories of today are kept for the code of later days', async () => {
  const plan = 'golden';
  const [item = ''] = await givenPlan(stack.db, planDocument(), {
    kind: 'rehearsal',
    now: Date.now(),
    id: plan,
    startAt: at('2021-12-31T23:59:57'),
  });
  const ask = async (
    actor: (typeof actors)[keyof typeof actors],
    command: Parameters<typeof submitted>[1]['command'],
    of: string | undefined = item,
  ) =>
    stack.push(await submitted(stack.db, { plan, item: of, actor, command, now: Date.now() }), 'rehearsal');
  await ask(actors.caseOfficer, { type: 'dispatch' });
  await ask(actors.officer, { type: 'acknowledge' });
  await ask(actors.caseOfficer, { type: 'dispatch' });
  await expect
    .poll(
      () =>
        stack.client.workflow
          .getHandle(`task-item/${item}`)
          .query<{ light: string }>('standing')
          .then(({ light }) => light),
      { timeout: 20_000 },
    )
    .toBe('red');
  const jump = await submitted(stack.db, {
    plan,
    actor: actors.supervisionHead,
    command: { type: 'advanceClock', to: at('2022-03-01T09:00') },
    now: Date.now(),
  });
  await stack.push(jump, 'rehearsal');
  await ask(actors.officer, { type: 'reportProgress', text: '进展' });
  await record(`task-item/${item}`, 'task-item-waiting');
  await record(`plan/${plan}`, 'plan-advanced');
  await ask(actors.director, { type: 'terminate', reason: '上级取消' });
  await stack.client.workflow.getHandle(`task-item/${item}`).result();
  await record(`task-item/${item}`, 'task-item-ended');

  await stack.sql(
    `INSERT INTO notices (dedupe_key, plan_id, item_id, unit_id, event_seq, person_id, told_as, class, kind, at, deliver_at, payload, outgoing)
     VALUES ('golden', $1, $2, 'corrections', 1, $3, '{unit_head}', 'formal', 'dispatched', 0, 0, '{}', 'pending')`,
    [plan, item, actors.head.person],
  );
  await stack.sql('INSERT INTO mailboxes (person_id, promise_at) VALUES ($1, 0)', [actors.head.person]);
  await stack.courier.wake({ aggregate: 'mailbox', id: actors.head.person, lane: 'live' });
  await stack.client.workflow.getHandle(`mailbox/${actors.head.person}`).result();
  await record(`mailbox/${actors.head.person}`, 'mailbox-sent');
});
