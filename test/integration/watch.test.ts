import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCourier } from '../../src/courier.js';
import { minuteMs } from '../../src/domain/instants.js';
import { freePort } from '../../src/local/ports.js';
import { eventsOf } from '../../src/store/events.js';
import { itemOf } from '../../src/store/items.js';
import { noticesOfItem } from '../../src/store/notices.js';
import { lockPlan, moveClock } from '../../src/store/plans.js';
import { heartbeatOf, lastRepairs } from '../../src/store/promises.js';
import { submissionOf } from '../../src/store/submissions.js';
import { restoreWorkflows } from '../../src/watch/restore.js';
import { createWatch, type Patrol, type WatchDeps } from '../../src/watch/watch.js';
import { taskQueues } from '../../src/workflows/messages.js';
import { actors, at, givenPlan, planDocument, submitted } from '../support/builders.js';
import { startStack, type Stack } from '../support/stack.js';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const engine = { system: 'engine' } as const;
const watchOf = (more: Partial<WatchDeps> = {}) =>
  createWatch({
    db: stack.db,
    courier: stack.courier,
    alarm: () => Promise.resolve(),
    toleranceMs: minuteMs,
    patienceMs: minuteMs,
    ...more,
  });

const handedOut = async (plan: string) => {
  const [item = ''] = await givenPlan(stack.db, planDocument(), {
    kind: 'rehearsal',
    now: Date.now(),
    id: plan,
  });
  const asked = await submitted(stack.db, {
    plan,
    item,
    actor: actors.caseOfficer,
    command: { type: 'dispatch' },
    now: Date.now(),
  });
  await stack.push(asked, 'rehearsal');
  return { plan, item, handle: stack.client.workflow.getHandle(`task-item/${item}`) };
};

/** Moves the clock behind everybody's back, so that what was promised is late. */
const secretly = (plan: string, to: string) =>
  stack.db.asActor(engine, async (tx) => {
    const row = await lockPlan(tx, plan);
    if (row) await moveClock(tx, row, at(to), Date.now());
  });

const lightOf = (item: string) => stack.db.asReader(engine, async (tx) => (await itemOf(tx, item))?.light);
const stepsOf = (patrol: Patrol | null, id: string) =>
  patrol?.repairs.filter(({ subjectId }) => subjectId === id).map(({ step, error }) => ({ step, error }));
const becomes = (item: string, light: string) =>
  expect.poll(() => lightOf(item), { timeout: 30_000, interval: 50 }).toBe(light);

test('a workflow taken away behind its back is noticed, begun again, and said to be healed', async () => {
  const { plan, item, handle } = await handedOut('removed');
  await handle.terminate('taken away');
  await secretly(plan, '2022-01-01T00:30');
  const now = Date.now() + 2 * minuteMs;
  expect(stepsOf(await watchOf().patrol(now), item)).toEqual([{ step: 'wake', error: null }]);
  await becomes(item, 'red');
  await watchOf().patrol(now + 1000);
  const [repair] = await stack.db.asReader(engine, async (tx) =>
    (await lastRepairs(tx, 100)).filter(({ subjectId }) => subjectId === item),
  );
  expect(repair).toMatchObject({ step: 'wake', healedAt: now + 1000 });
});

test('a stuck workflow is called, then begun anew', async () => {
  const { plan, item, handle } = await handedOut('stuck');
  await handle.terminate('taken away');
  await stack.client.workflow.start('aWorkflowNobodyKnows', {
    workflowId: handle.workflowId,
    taskQueue: taskQueues.rehearsal,
  });
  await secretly(plan, '2022-01-01T00:30');
  const now = Date.now() + 2 * minuteMs;
  expect(stepsOf(await watchOf().patrol(now), item)).toEqual([{ step: 'wake', error: null }]);
  expect(stepsOf(await watchOf().patrol(now + 30_000), item)).toEqual([]);
  expect(await lightOf(item)).not.toBe('red');
  expect(stepsOf(await watchOf().patrol(now + minuteMs), item)).toEqual([{ step: 'restart', error: null }]);
  await becomes(item, 'red');
});

test('what neither helps is shouted about, once', async () => {
  const { plan, item } = await handedOut('helpless');
  await stack.stopWorkers();
  const alarms: string[] = [];
  const { patrol } = watchOf({ alarm: (text) => Promise.resolve(void alarms.push(text)) });
  await secretly(plan, '2022-01-01T00:30');
  const now = Date.now() + 2 * minuteMs;
  const steps = [];
  for (let minute = 0; minute < 5; minute += 1)
    steps.push(stepsOf(await patrol(now + minute * minuteMs), item)?.[0]?.step);
  expect(steps).toEqual(['wake', 'restart', 'alarm', undefined, undefined]);
  expect(alarms.filter((text) => text.includes(item))).toHaveLength(1);
  await stack.startWorkers();
  await becomes(item, 'red');
});

test('a submission nobody was told of is decided', async () => {
  const { plan, item } = await handedOut('untold');
  const comment = await submitted(stack.db, {
    plan,
    item,
    actor: actors.officer,
    command: { type: 'comment', text: '' },
    now: Date.now(),
  });
  expect(stepsOf(await watchOf().patrol(Date.now() + 2 * minuteMs), item)).toEqual([
    { step: 'wake', error: null },
  ]);
  await expect
    .poll(
      () => stack.db.asReader(engine, async (tx) => (await submissionOf(tx, comment.id))?.outcome?.kind),
      { timeout: 30_000 },
    )
    .toBe('done');
});

test('a command to the plan that nobody was told of is carried out', async () => {
  const { plan, item } = await handedOut('unwalked');
  await submitted(stack.db, {
    plan,
    actor: actors.supervisionHead,
    command: { type: 'advanceClock', to: at('2022-01-01T00:30') },
    now: Date.now(),
  });
  expect(stepsOf(await watchOf().patrol(Date.now() + 2 * minuteMs), plan)).toEqual([
    { step: 'wake', error: null },
  ]);
  await becomes(item, 'red');
});

test('while Temporal is away nothing is tried, one alarm is given, and the heartbeat says so', async () => {
  const alarms: string[] = [];
  const courier = createCourier({ address: `127.0.0.1:${await freePort()}`, namespace: 'nowhere' });
  const { patrol } = watchOf({ courier, alarm: (text) => Promise.resolve(void alarms.push(text)) });
  const now = Date.now();
  expect(await patrol(now)).toMatchObject({ temporal: 'down', repairs: [] });
  await patrol(now + minuteMs);
  expect(alarms).toHaveLength(1);
  expect(await stack.db.asReader(engine, (tx) => heartbeatOf(tx, 'watch'))).toMatchObject({
    at: now + minuteMs,
    detail: { temporal: 'down' },
  });
  await courier.close();
});

test('a command is accepted while Temporal is away, and its sender hears within the time given', async () => {
  const { plan, item } = await handedOut('away');
  const courier = createCourier({ address: `127.0.0.1:${await freePort()}`, namespace: 'nowhere' });
  const comment = await submitted(stack.db, {
    plan,
    item,
    actor: actors.officer,
    command: { type: 'comment', text: '' },
    now: Date.now(),
  });
  const target = { aggregate: 'item', id: item, lane: 'rehearsal' } as const;
  expect(
    await courier.submit({
      submission: comment.id,
      type: 'comment',
      target,
      signal: AbortSignal.timeout(300),
    }),
  ).toBeNull();
  await courier.close();
});

test('on a Temporal that lost everything all items run on, and nobody is told twice', async () => {
  const { plan, item } = await handedOut('lost');
  const told = () =>
    stack.db.asReader(engine, async (tx) =>
      (await noticesOfItem(tx, item)).map(({ dedupeKey }) => dedupeKey),
    );
  const before = await told();
  const fresh = await startStack({ database: stack });
  try {
    expect(await restoreWorkflows(fresh.db, fresh.courier)).toEqual([]);
    const jump = {
      plan,
      actor: actors.supervisionHead,
      command: { type: 'advanceClock', to: at('2022-01-01T00:30') },
      now: Date.now(),
    } as const;
    expect(await fresh.push(await submitted(fresh.db, jump), 'rehearsal')).toMatchObject({ kind: 'done' });
    expect(await lightOf(item)).toBe('red');
    const after = await told();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(new Set(after).size).toBe(after.length);
    const events = await stack.db.asReader(engine, (tx) => eventsOf(tx, item));
    expect(events.filter(({ type }) => type === 'dispatched')).toHaveLength(1);
  } finally {
    await fresh.stop();
  }
});
