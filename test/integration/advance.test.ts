import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSettlePlan } from '../../src/activities/settle-plan.js';
import { settleItems } from '../../src/activities/settle-items.js';
import type { ItemEvent } from '../../src/domain/events.js';
import { minuteMs } from '../../src/domain/instants.js';
import { eventsOf } from '../../src/store/events.js';
import { submissionOf } from '../../src/store/submissions.js';
import { actors, at, givenPlan, planDocument, planItem, submitted } from '../support/builders.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

let base: TestDatabase;
beforeAll(async () => {
  base = await cloneDatabase();
});
afterAll(() => base.drop());

const engine = { system: 'engine' } as const;
const wallStart = Date.now() - 5 * minuteMs;
const end = at('2022-09-01T09:00');

/** A plan about to be advanced by a year; `heartbeat` may end the process that does it. */
const aboutToJump = async (plan: string) => {
  const document = planDocument({ id: plan, items: [planItem(1), planItem(2)] });
  const items = await givenPlan(base.db, document, { kind: 'rehearsal', now: wallStart });
  for (const item of items)
    await submitted(base.db, {
      plan,
      item,
      actor: actors.caseOfficer,
      command: { type: 'dispatch' },
      now: wallStart + 1000,
    });
  await base.db.asActor(engine, (tx) => settleItems(tx, items, wallStart + 2000));
  const jump = await submitted(base.db, {
    plan,
    actor: actors.supervisionHead,
    command: { type: 'advanceClock', to: end },
    now: wallStart + 3000,
  });
  const nobody = () => Promise.resolve();
  const settle = (heartbeat: () => void) =>
    createSettlePlan({ db: base.db, clock: Date.now, heartbeat, wakeItems: nobody, wakeMailboxes: nobody })({
      id: plan,
      now: Date.now(),
      submission: jump.id,
    });
  const story = () =>
    base.db.asReader(engine, async (tx) => {
      const logs: (readonly ItemEvent[])[] = [];
      for (const item of items)
        logs.push((await eventsOf(tx, item)).map((event) => ({ ...event, submission: null })));
      return logs;
    });
  return {
    settle,
    story,
    report: () => base.db.asReader(engine, async (tx) => (await submissionOf(tx, jump.id))?.outcome?.report),
  };
};

const dying = (beats: number) => {
  let left = beats;
  return () => {
    left -= 1;
    if (left <= 0) throw new Error('the process dies');
  };
};

test('a walk of the clock that is cut short again and again ends as one that was not', async () => {
  const [whole, broken] = [await aboutToJump('whole'), await aboutToJump('broken')];
  expect((await whole.settle(() => undefined)).outcome).toMatchObject({ kind: 'done' });
  for (const beats of [1, 2, 3])
    await expect(broken.settle(dying(beats))).rejects.toThrow('the process dies');
  await broken.settle(() => undefined);
  expect(await broken.story()).toEqual(await whole.story());
  expect((await broken.report())?.counts).toEqual((await whole.report())?.counts);
});

test('two processes that walk the same clock at once bring about what one does', async () => {
  const [whole, twice] = [await aboutToJump('single'), await aboutToJump('double')];
  await whole.settle(() => undefined);
  await Promise.all([twice.settle(() => undefined), twice.settle(() => undefined)]);
  expect(await twice.story()).toEqual(await whole.story());
});

test('what is due to very many items at once is taken in bulk by the plan, and their own timers find nothing left', async () => {
  const plan = 'storm';
  const many = Array.from({ length: 205 }, (_, index) => planItem(index + 1));
  const items = await givenPlan(base.db, planDocument({ id: plan, items: many }), {
    kind: 'live',
    now: at('2021-09-13T08:30'),
  });
  const nobody = () => Promise.resolve();
  const settleAt = (now: number) =>
    createSettlePlan({
      db: base.db,
      clock: () => now,
      heartbeat: () => undefined,
      wakeItems: nobody,
      wakeMailboxes: nobody,
    })({
      id: plan,
      now,
      submission: null,
    });
  // Handing out is owed for five working days, over at 24:00 of 09-18 in a calendar without that year's days off.
  const crest = (await settleAt(at('2021-09-17T08:30'))).standing.wakeAt ?? 0;
  expect(crest).toBe(at('2021-09-18T00:01'));
  const due = async (now: number) =>
    (await base.db.asActor(engine, (tx) => settleItems(tx, items, now))).items;
  await settleAt(at('2021-09-21T00:01'));
  expect([...(await due(at('2021-09-21T00:01'))).values()].filter(({ events }) => events > 0)).toEqual([]);
  expect(
    await base.sql('SELECT count(*)::int AS n FROM events WHERE plan_id = $1 AND key = $2', [
      plan,
      'handing_out/1:over:1',
    ]),
  ).toEqual([{ n: 205 }]);
});
