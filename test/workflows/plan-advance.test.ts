import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../src/domain/people.js';
import type { ItemEvent } from '../../src/domain/events.js';
import { dayMs, minuteMs, type Instant } from '../../src/domain/instants.js';
import { defaultPolicy } from '../../src/domain/policy.js';
import { eventsOf } from '../../src/store/events.js';
import { noticesOfItem } from '../../src/store/notices.js';
import { planNow, planOf } from '../../src/store/plans.js';
import { submissionsOf } from '../../src/store/submissions.js';
import type { PlanCommand } from '../../src/domain/plan-commands.js';
import { actors, at, givenPlan, milestone, planDocument, planItem, submitted } from '../support/builders.js';
import { startStack, type Stack } from '../support/stack.js';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const engine = { system: 'engine' } as const;
const start = at('2021-09-13T08:30');

/** Both plans of a comparison are asked the same at the same instants, whenever the test runs. */
const wallStart = Date.now() - 5 * minuteMs;

const rehearse = async (plan: string) => {
  const document = planDocument({
    items: [
      planItem(1, { milestones: [milestone('M1', '2021-09-24')] }),
      planItem(2, { milestones: [milestone('M1', '2021-09-30'), milestone('M2', '2021-10-09')] }),
      planItem(3, { milestones: [milestone('M1', '2021-12-31')] }),
    ],
  });
  const items = await givenPlan(stack.db, document, {
    kind: 'rehearsal',
    now: wallStart,
    startAt: start,
    id: plan,
  });
  for (const item of items) {
    const dispatch = {
      plan,
      item,
      actor: actors.caseOfficer,
      command: { type: 'dispatch' },
      now: wallStart + 1000,
    } as const;
    expect(await stack.push(await submitted(stack.db, dispatch), 'rehearsal')).toMatchObject({
      kind: 'done',
    });
  }
  const ask = async (command: PlanCommand, actor: Actor = actors.supervisionHead) =>
    stack.push(await submitted(stack.db, { plan, actor, command, now: Date.now() }), 'rehearsal');
  return { items, ask, jumpTo: (to: Instant) => ask({ type: 'advanceClock', to }) };
};

const logOf = (item: string) => stack.db.asReader(engine, (tx) => eventsOf(tx, item));

/** What happened, without what names the asker. */
const storyOf = (events: readonly ItemEvent[]) => events.map((event) => ({ ...event, submission: null }));

test('one jump of sixty days brings about what sixty of a day do', async () => {
  const [once, daily] = [await rehearse('once'), await rehearse('daily')];
  const end = start + 60 * dayMs;
  const outcome = await once.jumpTo(end);
  for (let stop = start + dayMs; stop <= end; stop += dayMs)
    expect(await daily.jumpTo(stop)).toMatchObject({ kind: 'done' });
  for (const [index, item] of once.items.entries()) {
    const [ofOnce, ofDaily] = [await logOf(item), await logOf(daily.items[index] ?? '')];
    expect(ofOnce.length).toBeGreaterThan(item.endsWith('3') ? 4 : 10);
    expect(storyOf(ofDaily)).toEqual(storyOf(ofOnce));
  }
  expect(outcome?.report?.counts).toMatchObject({ becameOverdue: 3, listed: 2 });
});

test('the clock only goes forward', async () => {
  const { ask, jumpTo } = await rehearse('forward');
  await jumpTo(start + 10 * dayMs);
  expect(await ask({ type: 'advanceClock', to: start + 5 * dayMs })).toMatchObject({
    kind: 'refused',
    code: 'date_not_future',
  });
  const plan = await stack.db.asReader(engine, (tx) => planOf(tx, 'forward'));
  expect(plan && planNow(plan, Date.now())).toBeGreaterThanOrEqual(start + 10 * dayMs);
});

test('a live plan has the clock of the wall', async () => {
  await givenPlan(stack.db, planDocument(), { kind: 'live', now: Date.now(), id: 'walled' });
  const jump = await submitted(stack.db, {
    plan: 'walled',
    actor: actors.supervisionHead,
    command: { type: 'advanceClock', to: Date.now() + dayMs },
    now: Date.now(),
  });
  expect(await stack.push(jump, 'live')).toMatchObject({ kind: 'refused', code: 'wrong_state' });
});

test('after a jump the items wait for their next alarm under the new clock', async () => {
  const { items, jumpTo } = await rehearse('woken');
  await jumpTo(at('2021-09-23T12:00'));
  const handle = stack.client.workflow.getHandle(`task-item/${items[0] ?? ''}`);
  await expect
    .poll(
      () =>
        handle
          .query<{ nextAlarm: { at: Instant } | null }>('standing')
          .then(({ nextAlarm }) => nextAlarm?.at),
      { timeout: 20_000 },
    )
    .toBeGreaterThan(at('2021-09-23T12:00'));
});

test('in a rehearsal every notice is kept in the app and none leaves', async () => {
  const { items, jumpTo } = await rehearse('quiet');
  await jumpTo(start + 40 * dayMs);
  const notices = await stack.db.asReader(engine, (tx) => noticesOfItem(tx, items[0] ?? ''));
  expect(notices.length).toBeGreaterThan(5);
  expect(new Set(notices.map(({ outgoing }) => outgoing))).toEqual(new Set(['suppressed']));
});

test('a policy that is adopted becomes a submission to every running item, all in one go', async () => {
  const { items, ask } = await rehearse('adopting');
  const published = await ask({ type: 'publishPolicy', policy: { ...defaultPolicy, standingEvery: 10 } });
  expect(published).toEqual({ kind: 'done', version: 2 });
  await ask({ type: 'signPolicy', version: 2 }, actors.director);
  expect(await ask({ type: 'adoptPolicy', version: 2, items: null })).toEqual({ kind: 'done', version: 2 });
  for (const item of items) {
    expect((await logOf(item)).map(({ type }) => type)).toContain('policyAdopted');
    const [last] = await stack.db.asReader(engine, (tx) => submissionsOf(tx, { itemId: item }));
    expect(last).toMatchObject({
      type: 'adoptPolicy',
      personId: actors.supervisionHead.person,
      outcome: { kind: 'done' },
    });
  }
});

test('an edited calendar moves what is still to come', async () => {
  const { items, ask, jumpTo } = await rehearse('edited');
  const year = {
    year: 2021,
    notice: '更正',
    off: ['2021-09-27', '2021-09-28', '2021-09-29', '2021-10-01'],
    on: [],
  };
  expect(await ask({ type: 'updateCalendar', year })).toEqual({ kind: 'done', version: 2 });
  await jumpTo(at('2021-10-01T00:30'));
  const urge = (await logOf(items[0] ?? '')).find(({ type }) => type === 'urged');
  expect(urge?.at).toBe(at('2021-09-30T08:30'));
});
