import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMailer } from '../../src/activities/mailer.js';
import { addDays, dateOf } from '../../src/domain/instants.js';
import { defaultPolicy } from '../../src/domain/policy.js';
import { noticesOf } from '../../src/store/notices.js';
import { actors, givenPlan, milestone, planDocument, planItem, submitted } from '../support/builders.js';
import { startMailServer, type MailServer } from '../support/smtp.js';
import { startStack, type Stack } from '../support/stack.js';

let server: MailServer;
let stack: Stack;
beforeAll(async () => {
  server = await startMailServer();
  stack = await startStack({
    mailer: createMailer({ smtpUrl: server.url, from: 'duzhan@example.org', patienceMs: 500 }),
  });
});
afterAll(async () => {
  await stack.stop();
  await server.stop();
});

const engine = { system: 'engine' } as const;

/** A live plan in which every hour of these days is a working hour, so that the test may run at any time. */
const handOut = async (plan: string) => {
  const today = dateOf(Date.now());
  const days = [-1, 0, 1].map((days) => addDays(today, days));
  const document = planDocument({
    policy: { ...defaultPolicy, workingHours: ['00:00', '24:00'] },
    calendar: [{ year: Number(today.slice(0, 4)), notice: '', off: [], on: days }],
    items: [planItem(1, { milestones: [milestone('M1', addDays(today, 300))] })],
  });
  const [item = ''] = await givenPlan(stack.db, document, { kind: 'live', now: Date.now(), id: plan });
  const dispatch = await submitted(stack.db, {
    plan,
    item,
    actor: actors.caseOfficer,
    command: { type: 'dispatch' },
    now: Date.now(),
  });
  await stack.push(dispatch, 'live');
};

const stateOf = async (plan: string) =>
  (await stack.db.asReader(engine, (tx) => noticesOf(tx, actors.head.person, { planId: plan }))).map(
    ({ outgoing, attempts }) => [outgoing, attempts],
  );

test('whoever commits a notice wakes the mailbox, which sends it and ends', async () => {
  await handOut('posted');
  await stack.client.workflow.getHandle(`mailbox/${actors.head.person}`).result();
  expect(await stateOf('posted')).toEqual([['sent', 1]]);
  expect(server.taken.map(({ to }) => [to].flat()[0]?.text)).toContain('corrections-head@example.org');
});

test('a server that refuses for now is asked again until it takes the message', async () => {
  server.next('refuse for now', 'refuse for now', 'refuse for now');
  await handOut('patient');
  await stack.client.workflow.getHandle(`mailbox/${actors.head.person}`).result();
  const [[state, attempts] = []] = await stateOf('patient');
  expect(state).toBe('sent');
  expect(attempts).toBeGreaterThanOrEqual(1);
});
