import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventsOf } from '../../src/store/events.js';
import { itemOf } from '../../src/store/items.js';
import { commandUpdate, standing as standingQuery } from '../../src/workflows/messages.js';
import { actors, at, givenPlan, planDocument, submitted } from '../support/builders.js';
import { startStack, type Stack } from '../support/stack.js';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const engine = { system: 'engine' } as const;
const rowOf = (item: string) => stack.db.asReader(engine, (tx) => itemOf(tx, item));
const logOf = (item: string) => stack.db.asReader(engine, (tx) => eventsOf(tx, item));

/** A rehearsal with one item, handed out through its workflow. */
const handedOut = async (plan: string, startAt = '2021-09-13T08:30') => {
  const [item = ''] = await givenPlan(stack.db, planDocument(), {
    kind: 'rehearsal',
    now: Date.now(),
    id: plan,
    startAt: at(startAt),
  });
  const asked = await submitted(stack.db, {
    plan,
    item,
    actor: actors.caseOfficer,
    command: { type: 'dispatch' },
    now: Date.now(),
  });
  const outcome = await stack.push(asked, 'rehearsal');
  const comment = () =>
    submitted(stack.db, {
      plan,
      item,
      actor: actors.officer,
      command: { type: 'comment', text: '' },
      now: Date.now(),
    });
  return {
    plan,
    item,
    asked,
    outcome,
    comment,
    handle: stack.client.workflow.getHandle(`task-item/${item}`),
  };
};

test('a command starts the missing workflow, which answers with the outcome', async () => {
  const { outcome, handle } = await handedOut('answered');
  expect(outcome).toMatchObject({ kind: 'done' });
  expect(await handle.query(standingQuery)).toMatchObject({
    lifecycle: 'dispatched',
    nextAlarm: { key: 'receipt/1:over:1' },
  });
});

test('an item handed out and never worked on becomes overdue when the clock passes its date', async () => {
  const { plan, item } = await handedOut('jumped');
  const jump = await submitted(stack.db, {
    plan,
    actor: actors.supervisionHead,
    command: { type: 'advanceClock', to: at('2022-01-04T09:00') },
    now: Date.now(),
  });
  expect(await stack.push(jump, 'rehearsal')).toMatchObject({
    kind: 'done',
    report: { counts: { becameOverdue: 1 } },
  });
  expect(await rowOf(item)).toMatchObject({ light: 'red', milestonesOverdue: 1 });
  expect((await logOf(item)).find(({ type }) => type === 'becameOverdue')).toMatchObject({
    at: at('2022-01-01T00:00'),
  });
});

test('the timer fires by itself, and its name in the history is the alarm', async () => {
  const { item, handle } = await handedOut('timed', '2021-12-31T23:59:57');
  await expect.poll(async () => (await rowOf(item))?.light, { timeout: 30_000, interval: 50 }).toBe('red');
  const { events } = await handle.fetchHistory();
  const names = (events ?? []).map(({ userMetadata }) =>
    Buffer.from(userMetadata?.summary?.data ?? []).toString(),
  );
  expect(names).toContain('"M1:overdue:1"');
});

test('the same Update sent again has one effect and the same answer', async () => {
  const { item, asked, outcome, handle } = await handedOut('again');
  const answer = await handle.executeUpdate(commandUpdate('dispatch'), {
    args: [asked.id],
    updateId: asked.id,
  });
  const underAnotherId = await handle.executeUpdate(commandUpdate('dispatch'), {
    args: [asked.id],
    updateId: 'another',
  });
  expect(answer).toMatchObject({ ...outcome });
  expect(underAnotherId).toEqual(answer);
  expect((await logOf(item)).filter(({ type }) => type === 'dispatched')).toHaveLength(1);
});

test('a refusal is an answer, not a failed Update', async () => {
  const { plan, item } = await handedOut('refused');
  const asked = await submitted(stack.db, {
    plan,
    item,
    actor: actors.caseOfficer,
    command: { type: 'dispatch' },
    now: Date.now(),
  });
  expect(await stack.push(asked, 'rehearsal')).toMatchObject({ kind: 'refused', code: 'wrong_state' });
});

test('many commands at once are all decided', async () => {
  const { item, comment } = await handedOut('crowd');
  const asked = await Promise.all(Array.from({ length: 8 }, comment));
  const outcomes = await Promise.all(asked.map((one) => stack.push(one, 'rehearsal')));
  expect(outcomes.map((outcome) => outcome?.kind)).toEqual(Array.from({ length: 8 }, () => 'done'));
  expect((await logOf(item)).filter(({ type }) => type === 'commented')).toHaveLength(8);
});

test('a long history is continued as a new run, and no command is lost or answered twice', async () => {
  const { item, comment, handle } = await handedOut('long');
  const first = (await handle.describe()).runId;
  for (let n = 0; n < 120; n += 1)
    expect(await stack.push(await comment(), 'rehearsal')).toMatchObject({ kind: 'done' });
  const now = await handle.describe();
  expect(now.runId).not.toBe(first);
  expect(now.historyLength).toBeLessThan(600);
  expect((await logOf(item)).filter(({ type }) => type === 'commented')).toHaveLength(120);
});

test('an ended item has no workflow; a later command begins another run and is answered', async () => {
  const { plan, item, comment, handle } = await handedOut('ended');
  const end = await submitted(stack.db, {
    plan,
    item,
    actor: actors.director,
    command: { type: 'terminate', reason: '上级取消' },
    now: Date.now(),
  });
  expect(await stack.push(end, 'rehearsal')).toMatchObject({ kind: 'done' });
  await handle.result();
  expect(await stack.push(await comment(), 'rehearsal')).toMatchObject({ kind: 'done' });
  await handle.result();
  expect(await rowOf(item)).toMatchObject({ lifecycle: 'terminated', done: true, wakeAt: null });
});

test('operators find items by light and level', async () => {
  const { item, handle } = await handedOut('found');
  const { typedSearchAttributes } = await handle.describe();
  expect(
    Object.fromEntries(typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value])),
  ).toMatchObject({
    DuzhanLight: 'green',
    DuzhanLevel: 'none',
    DuzhanPlan: 'found',
  });
  expect(item).toBe('found-1');
});
