import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { createDeliver } from '../../src/activities/deliver.js';
import { createMailer } from '../../src/activities/mailer.js';
import { settleItems } from '../../src/activities/settle-items.js';
import { createRobots, type Robots } from '../../src/activities/webhook.js';
import { formatInstant, type Instant } from '../../src/domain/instants.js';
import { defaultPolicy, type Policy } from '../../src/domain/policy.js';
import { removeChannel, writeChannel } from '../../src/store/channels.js';
import { mailboxOf } from '../../src/store/mailboxes.js';
import { noticesOf, type NoticeRow } from '../../src/store/notices.js';
import { actors, at, givenPlan, milestone, planDocument, planItem, submitted } from '../support/builders.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { saying, startRobotServer, type RobotServer } from '../support/robot.js';
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

const deliverAt = (now: Instant, robots: Robots | null = null) => {
  const mailer = createMailer({ smtpUrl: server.url, from: 'duzhan@example.org', patienceMs: 300 });
  const deliver = createDeliver({
    db: base.db,
    mailer,
    robots,
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

const planWith = async (
  kind: 'live' | 'rehearsal',
  due: string | readonly string[] = '2021-12-31',
  policy: Partial<Policy> = {},
) => {
  await clearMailbox();
  plans += 1;
  const id = `mail-${plans}`;
  const items = await givenPlan(
    base.db,
    planDocument({
      id,
      policy: { ...defaultPolicy, ...policy },
      items: [due].flat().map((date, index) => planItem(index + 1, { milestones: [milestone('M1', date)] })),
    }),
    {
      kind,
      now: at('2021-09-13T08:30'),
      startAt: at('2021-09-13T08:30'),
    },
  );
  const settleOne = (item: string, when: Instant) =>
    base.db.asActor(engine, (tx) => settleItems(tx, [item], when));
  const settle = (when: Instant) => base.db.asActor(engine, (tx) => settleItems(tx, items, when));
  const ask = (
    now: Instant,
    command: Parameters<typeof submitted>[1]['command'],
    actor: Parameters<typeof submitted>[1]['actor'],
    item = items[0],
  ) => submitted(base.db, { plan: id, item, actor, command, now });
  const handOutAll = async (when: Instant): Promise<void> => {
    for (const item of items) {
      await ask(when, { type: 'dispatch' }, actors.caseOfficer, item);
      await ask(when, { type: 'acknowledge' }, actors.officer, item);
    }
    await settle(when);
  };
  return { id, items, settle, settleOne, ask, handOutAll };
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
  expect(server.taken.map(({ subject }) => subject)).toEqual(['【督战】第 1 项：任务已交办，请在期限内签收']);
  expect(await statesOf(id)).toEqual(['sent']);
});

test('what is not due yet waits, and the mailbox says until when', async () => {
  const plan = await planWith('live');
  const evening = at('2021-09-13T20:00');
  await plan.ask(evening, { type: 'dispatch' }, actors.caseOfficer);
  await plan.settle(evening);
  const { standing } = await deliverAt(evening);
  expect(standing).toMatchObject({ done: false, wakeAt: at('2021-09-14T08:31') });
  expect(server.conversations()).toBe(0);
  await deliverAt(at('2021-09-14T08:31'));
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
  await deliverAt(at('2021-09-14T08:31'));
  expect(server.taken).toHaveLength(2);
  expect(server.taken[1]?.text).toMatch(/暂停[\s\S]*恢复/);
});

test('a temporary refusal is tried again with the same Message-ID, and leaves once', async () => {
  const { id } = await dispatched();
  server.next('refuse for now');
  await expect(deliverAt(nine)).rejects.toThrow('not taken now');
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
  await deliverAt(at('2021-09-27T08:31'));
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

/** A working morning on which reminders fall due for milestones of these dates. */
const morning = at('2021-09-27T08:30');
const gathered = morning + 60_000;

describe('the morning digest', () => {
  const remindedOf = async (...due: readonly string[]) => {
    const plan = await planWith('live', due);
    await plan.handOutAll(nine);
    await clearMailbox();
    return plan;
  };

  it('is one mail over all items, and says how many things it tells', async () => {
    const { id, settle } = await remindedOf('2021-09-30', '2021-09-30', '2021-09-30');
    await settle(morning);
    await deliverAt(gathered);
    expect(server.taken.map(({ subject }) => subject)).toEqual(['【督战】2021-09-27 晨报：3 件事']);
    expect(server.taken[0]?.text).toMatch(/第 1 项[\s\S]*第 2 项[\s\S]*第 3 项/);
    expect((await outgoing(id)).filter(({ kind }) => kind === 'reminded').map((row) => row.outgoing)).toEqual(
      ['sent', 'sent', 'sent'],
    );
  });

  it('waits a minute for items that are settled one after another, then leaves once', async () => {
    const { items, settleOne } = await remindedOf('2021-09-30', '2021-09-30');
    await settleOne(items[0] ?? '', morning + 31);
    expect((await deliverAt(morning + 40)).standing.wakeAt).toBe(gathered + 31);
    await settleOne(items[1] ?? '', morning + 20_000);
    await deliverAt(gathered + 31);
    expect(server.taken.map(({ subject }) => subject)).toEqual(['【督战】2021-09-27 晨报：2 件事']);
  });

  it('of one item says what it is about', async () => {
    const { settle } = await remindedOf('2021-09-30');
    await settle(morning);
    await deliverAt(gathered);
    expect(server.taken.map(({ subject }) => subject)).toEqual(['【督战】第 1 项：节点临近到期，请抓紧办理']);
  });

  it('does not swallow what is formal about an item, whose message takes in its reminders', async () => {
    const plan = await remindedOf('2021-09-30', '2021-09-30', '2021-09-30');
    await plan.ask(at('2021-09-26T20:00'), { type: 'urge', note: '' }, actors.supervisionHead);
    await plan.settle(morning);
    await deliverAt(gathered);
    expect(server.taken.map(({ subject }) => subject)).toEqual([
      '【督战】第 1 项：催办单：请立即办理逾期节点等 2 条',
      '【督战】2021-09-27 晨报：2 件事',
    ]);
  });

  it('tells in one section what was past due when many items were handed out', async () => {
    const { handOutAll } = await planWith('live', Array<string>(36).fill('2021-09-01'));
    await clearMailbox();
    await handOutAll(nine);
    await base.sql(`UPDATE notices SET outgoing = 'suppressed' WHERE kind = 'dispatched'`);
    await deliverAt(at('2021-09-14T08:31'));
    const [mail] = server.taken;
    expect(server.taken).toHaveLength(1);
    expect(mail?.subject).toBe('【督战】2021-09-14 晨报：接手时已过期节点 36 个');
    expect(mail?.text?.match(/接手时已过期的节点/g)).toHaveLength(1);
    expect(mail?.text?.match(/^· 第 \d+ 项 .*（M1）$/gm)).toHaveLength(36);
  });
});

describe('a digest has a measure', () => {
  const mornings = async (plan: string): Promise<readonly string[]> =>
    (await outgoing(plan))
      .filter(({ kind }) => kind === 'reminded')
      .map(({ deliverAt: leaves }) => formatInstant(leaves).slice(0, 10))
      .sort();

  const fiveReminders = async () => {
    const plan = await planWith('live', Array<string>(5).fill('2021-09-30'), { digestAtMost: 2 });
    await plan.handOutAll(nine);
    await clearMailbox();
    return plan;
  };

  it('beyond which reminders wait for the next working mornings, in the app and outside', async () => {
    const { id, settle } = await fiveReminders();
    await settle(morning);
    const expected = ['2021-09-27', '2021-09-27', '2021-09-28', '2021-09-28', '2021-09-29'];
    expect(await mornings(id)).toEqual(expected);
    const subjects: (string | undefined)[] = [];
    for (const day of ['2021-09-27', '2021-09-28', '2021-09-29']) {
      await deliverAt(at(`${day}T08:31`));
      subjects.push(server.taken.at(-1)?.subject);
    }
    expect(server.taken).toHaveLength(3);
    expect(subjects).toEqual([
      '【督战】2021-09-27 晨报：2 件事',
      '【督战】2021-09-28 晨报：2 件事',
      '【督战】第 5 项：节点临近到期，请抓紧办理',
    ]);
  });

  it('that holds also when all items are settled at once', async () => {
    const { id, items, settleOne } = await fiveReminders();
    await Promise.all(items.map((item) => settleOne(item, morning)));
    expect(await mornings(id)).toEqual([
      '2021-09-27',
      '2021-09-27',
      '2021-09-28',
      '2021-09-28',
      '2021-09-29',
    ]);
  });

  it('of each plan its own', async () => {
    const [first, second] = [await fiveReminders(), await fiveReminders()];
    await first.settle(morning);
    await second.settle(morning);
    expect(await mornings(second.id)).toEqual(await mornings(first.id));
  });

  it('and never keeps back what is urgent or formal', async () => {
    const plan = await planWith('live', Array<string>(5).fill('2021-09-24'), { digestAtMost: 1 });
    await plan.handOutAll(nine);
    await plan.settle(morning);
    const graver = (await outgoing(plan.id)).filter(({ kind }) => ['becameOverdue', 'urged'].includes(kind));
    expect(graver.length).toBeGreaterThanOrEqual(10);
    expect(new Set(graver.map(({ deliverAt: leaves }) => leaves))).toEqual(new Set([morning]));
  });
});

describe('a person with a robot', () => {
  let robot: RobotServer;
  let robots: Robots | null;
  beforeEach(async () => {
    robot = await startRobotServer();
    const host = `127.0.0.1:${robot.port}`;
    const url = `http://${host}/robot/send?access_token=token-of-the-group`;
    robots = createRobots({ hosts: [host], allowPrivate: true, clock: Date.now, patienceMs: 300 });
    await base.db.asActor(engine, (tx) =>
      writeChannel(tx, head, { kind: 'dingtalk', url, secret: 'SEC-of-the-group' }, 0),
    );
  });
  afterEach(async () => {
    await base.db.asActor(engine, (tx) => removeChannel(tx, head));
    await robot.stop();
  });

  it('is told there, and not by mail', async () => {
    const { id } = await dispatched();
    await deliverAt(nine, robots);
    expect(robot.calls.map(({ body }) => body.markdown.title)).toEqual([
      '【督战】第 1 项：任务已交办，请在期限内签收',
    ]);
    expect(server.conversations()).toBe(0);
    expect(await statesOf(id)).toEqual(['sent']);
  });

  it('is told by mail while the installation has no robots', async () => {
    const { id } = await dispatched();
    await deliverAt(nine);
    expect([robot.connections(), server.taken.length]).toEqual([0, 1]);
    expect(await statesOf(id)).toEqual(['sent']);
  });

  it('needs no mail address', async () => {
    await base.sql(`UPDATE people SET email = NULL WHERE id = $1`, [head]);
    const { id } = await dispatched();
    await deliverAt(nine, robots);
    await base.sql(`UPDATE people SET email = id || '@example.org' WHERE id = $1`, [head]);
    expect(await statesOf(id)).toEqual(['sent']);
  });

  it('is asked no more for now once the robot refuses for now', async () => {
    const plan = await planWith('live', ['2021-12-31', '2021-12-31']);
    await plan.handOutAll(nine);
    robot.next(saying(130_101));
    await expect(deliverAt(nine, robots)).rejects.toThrow('130101');
    expect(robot.calls).toHaveLength(1);
    expect(await statesOf(plan.id)).toEqual(['pending', 'pending']);
    await deliverAt(nine + 600_000, robots);
    expect(await statesOf(plan.id)).toEqual(['sent', 'sent']);
  });

  it('whose robot refuses for good is shown so, in words that Postgres takes and that hold no key', async () => {
    const { id } = await dispatched();
    robot.next(saying(310_000, `token-of-the-group \u0000 \ud800 SEC-of-the-group`));
    await deliverAt(nine, robots);
    const [notice] = await outgoing(id);
    expect(notice).toMatchObject({
      outgoing: 'failed',
      outgoingError: expect.stringContaining('310000') as string,
    });
    expect(notice?.outgoingError).not.toMatch(/-of-the-group/);
  });

  it('whose robot keeps silent on something formal is told once more, and then it is doubtful', async () => {
    const { id } = await dispatched();
    robot.next('be silent', 'hang up');
    await deliverAt(nine, robots);
    await deliverAt(nine + 60_000, robots);
    expect(robot.calls).toHaveLength(2);
    expect(await statesOf(id)).toEqual(['doubtful']);
  });

  it('hears nothing of a rehearsal', async () => {
    const { id } = await dispatched('rehearsal');
    await deliverAt(nine, robots);
    expect(robot.connections()).toBe(0);
    expect(await statesOf(id)).toEqual(['suppressed']);
  });
});
