import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createDeliver } from '../../src/activities/deliver.js';
import { createMailer } from '../../src/activities/mailer.js';
import { settleItems } from '../../src/activities/settle-items.js';
import type { Instant } from '../../src/domain/instants.js';
import { mailboxOf } from '../../src/store/mailboxes.js';
import { noticesOf, type NoticeRow } from '../../src/store/notices.js';
import { actors, at, givenPlan, milestone, planDocument, planItem, submitted } from '../support/builders.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { startMailServer, type MailServer } from '../support/smtp.js';

let base: TestDatabase;
let server: MailServer;
beforeAll(async () => {
  base = await cloneDatabase();
});
afterAll(() => base.drop());
beforeEach(async () => {
  server = await startMailServer();
});
afterEach(() => server.stop());

const engine = { system: 'engine' } as const;
const head = actors.head.person;
let plans = 0;

const deliverAt = (now: Instant) => {
  const mailer = createMailer({ smtpUrl: server.url, from: 'duzhan@example.org', patienceMs: 300 });
  const deliver = createDeliver({
    db: base.db,
    mailer,
    mailDomain: 'duzhan.test',
    clock: () => now,
    heartbeat: () => undefined,
  });
  return deliver({ id: head, now, submission: null });
};

/** Notices of the unit's head, in a plan of its own; what earlier tests left is out of the way. */
const outgoing = async (plan: string): Promise<readonly NoticeRow[]> =>
  base.db.asReader(engine, (tx) => noticesOf(tx, head, { planId: plan }));

const statesOf = async (plan: string): Promise<readonly string[]> =>
  (await outgoing(plan)).map((notice) => notice.outgoing);

const clearMailbox = async (): Promise<void> => {
  await base.sql(`UPDATE notices SET outgoing = 'suppressed' WHERE outgoing IN ('pending', 'sending')`);
};

const planWith = async (kind: 'live' | 'rehearsal', due = '2021-12-31') => {
  await clearMailbox();
  plans += 1;
  const id = `mail-${plans}`;
  const [item = ''] = await givenPlan(
    base.db,
    planDocument({ id, items: [planItem(1, { milestones: [milestone('M1', due)] })] }),
    {
      kind,
      now: at('2021-09-13T08:30'),
      startAt: at('2021-09-13T08:30'),
    },
  );
  const settle = (when: Instant) => base.db.asActor(engine, (tx) => settleItems(tx, [item], when));
  const ask = (
    now: Instant,
    command: Parameters<typeof submitted>[1]['command'],
    actor: Parameters<typeof submitted>[1]['actor'],
  ) => submitted(base.db, { plan: id, item, actor, command, now });
  return { id, settle, ask };
};

/** One formal notice to the head: a dispatch at 09:00 of a working day leaves at once. */
const dispatched = async (kind: 'live' | 'rehearsal' = 'live') => {
  const plan = await planWith(kind);
  await plan.ask(at('2021-09-13T09:00'), { type: 'dispatch' }, actors.caseOfficer);
  await plan.settle(at('2021-09-13T09:00'));
  return plan;
};

const nine = at('2021-09-13T09:00');

test('what is due leaves once, on a definite reply', async () => {
  const { id } = await dispatched();
  expect((await deliverAt(nine)).standing).toMatchObject({ done: true, wakeAt: null });
  await deliverAt(nine + 60_000);
  expect(server.taken.map(({ subject }) => subject)).toEqual(['【督战】第 1 项:任务已交办,请在期限内签收']);
  expect(await statesOf(id)).toEqual(['sent']);
});

test('what is not due yet waits, and the mailbox says until when', async () => {
  const plan = await planWith('live');
  const evening = at('2021-09-13T20:00');
  await plan.ask(evening, { type: 'dispatch' }, actors.caseOfficer);
  await plan.settle(evening);
  const { standing } = await deliverAt(evening);
  expect(standing).toMatchObject({ done: false, wakeAt: at('2021-09-14T08:30') });
  expect(server.conversations()).toBe(0);
  await deliverAt(at('2021-09-14T08:30'));
  expect(await statesOf(plan.id)).toEqual(['sent']);
});

test('what one person gets at one moment about one item is one message', async () => {
  const plan = await dispatched();
  await deliverAt(nine);
  await plan.ask(nine + 60_000, { type: 'acknowledge' }, actors.officer);
  const evening = at('2021-09-13T20:00');
  await plan.ask(evening, { type: 'suspend', until: '2021-10-20', reason: '等待上级文件' }, actors.deputy);
  await plan.ask(evening + 1, { type: 'resume' }, actors.deputy);
  await plan.settle(evening + 1);
  await deliverAt(at('2021-09-14T08:30'));
  expect(server.taken).toHaveLength(2);
  expect(server.taken[1]?.text).toMatch(/暂停[\s\S]*恢复/);
});

test('a temporary refusal is tried again with the same Message-ID, and leaves once', async () => {
  const { id } = await dispatched();
  server.next('refuse for now');
  await expect(deliverAt(nine)).rejects.toThrow('does not take messages now');
  expect(await outgoing(id)).toMatchObject([
    { outgoing: 'pending', attempts: 1, outgoingError: expect.stringContaining('try again later') as string },
  ]);
  await deliverAt(nine + 60_000);
  expect(server.taken).toHaveLength(1);
  expect(new Set(server.offered.map(({ messageId }) => messageId)).size).toBe(1);
  expect(await outgoing(id)).toMatchObject([{ outgoing: 'sent', attempts: 2 }]);
});

test.each(['be silent after the recipient', 'hang up after the recipient'] as const)(
  'a server that would %s has taken nothing: it is tried again',
  async (behaviour) => {
    const { id } = await dispatched();
    server.next(behaviour);
    await expect(deliverAt(nine)).rejects.toThrow();
    expect(await statesOf(id)).toEqual(['pending']);
    await deliverAt(nine + 60_000);
    expect(await statesOf(id)).toEqual(['sent']);
  },
);

test('a server that is not there is waited for', async () => {
  const { id } = await dispatched();
  await server.stop();
  await expect(deliverAt(nine)).rejects.toThrow();
  expect(await statesOf(id)).toEqual(['pending']);
  server = await startMailServer();
  await deliverAt(nine + 60_000);
  expect(await statesOf(id)).toEqual(['sent']);
});

test.each(['refuse for good', 'refuse recipient for good'] as const)(
  'a server that would %s is believed: failed, and shown',
  async (behaviour) => {
    const { id } = await dispatched();
    server.next(behaviour);
    await deliverAt(nine);
    await deliverAt(nine + 60_000);
    expect(server.conversations()).toBe(1);
    expect(await statesOf(id)).toEqual(['failed']);
  },
);

test.each(['take and hang up', 'hang up after the dot', 'be silent after the dot'] as const)(
  'a formal message after whose dot the server would %s is sent once more with the same Message-ID',
  async (behaviour) => {
    const { id } = await dispatched();
    server.next(behaviour);
    await deliverAt(nine);
    expect(server.offered.map(({ messageId }) => messageId)).toHaveLength(2);
    expect(new Set(server.offered.map(({ messageId }) => messageId)).size).toBe(1);
    expect(await outgoing(id)).toMatchObject([{ outgoing: 'sent', unknownAttempts: 1 }]);
  },
);

test('a formal message in doubt twice is shown as doubtful and not sent a third time', async () => {
  const { id } = await dispatched();
  server.next('hang up after the dot', 'hang up after the dot');
  await deliverAt(nine);
  await deliverAt(nine + 60_000);
  expect(server.conversations()).toBe(2);
  expect(await statesOf(id)).toEqual(['doubtful']);
});

test('a reminder in doubt stays in the app', async () => {
  const plan = await planWith('live', '2021-09-30');
  await plan.ask(nine, { type: 'dispatch' }, actors.caseOfficer);
  await plan.ask(nine + 1, { type: 'acknowledge' }, actors.officer);
  await plan.settle(nine + 1);
  await clearMailbox();
  await plan.settle(at('2021-09-27T08:30'));
  server.next('hang up after the dot');
  await deliverAt(at('2021-09-27T08:30'));
  await deliverAt(at('2021-09-27T09:30'));
  expect(server.conversations()).toBe(1);
  const last = (await outgoing(plan.id))[0];
  expect(last).toMatchObject({ kind: 'reminded', outgoing: 'doubtful', attempts: 1 });
});

test('a message claimed by somebody who died is in doubt when the claim has run out, and left alone before', async () => {
  const { id } = await dispatched();
  await base.sql(
    `UPDATE notices SET outgoing = 'sending', attempts = 1, outgoing_at = $2, message_id = '<before@duzhan.test>' WHERE plan_id = $1 AND person_id = $3`,
    [id, nine, head],
  );
  const { standing } = await deliverAt(nine + 1000);
  expect(standing).toMatchObject({ done: false, wakeAt: nine + 120_000 });
  expect(server.conversations()).toBe(0);
  await deliverAt(nine + 120_001);
  expect(server.taken.map(({ messageId }) => messageId)).toEqual(['<before@duzhan.test>']);
});

test('from a rehearsal nothing leaves', async () => {
  const { id } = await dispatched('rehearsal');
  await deliverAt(nine);
  expect(server.conversations()).toBe(0);
  expect(await statesOf(id)).toEqual(['suppressed']);
  expect(await base.db.asReader(engine, (tx) => mailboxOf(tx, head))).toMatchObject({ promiseAt: null });
});
