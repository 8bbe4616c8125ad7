import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSettleItem } from '../../src/activities/settle-item.js';
import { settleItems } from '../../src/activities/settle-items.js';
import type { Command } from '../../src/domain/commands.js';
import type { Instant } from '../../src/domain/instants.js';
import type { Actor } from '../../src/domain/people.js';
import { documentsOf } from '../../src/store/documents.js';
import { eventsOf } from '../../src/store/events.js';
import { itemOf } from '../../src/store/items.js';
import { noticesOfItem } from '../../src/store/notices.js';
import { submissionOf } from '../../src/store/submissions.js';
import { actors, at, givenPlan, milestone, planDocument, planItem, submitted } from '../support/builders.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

const engine = { system: 'engine' } as const;
let base: TestDatabase;
beforeAll(async () => {
  base = await cloneDatabase();
});
afterAll(() => base.drop());

/** A live plan: its clock is whatever instant we name. */
const live = async (id: string, start: string, due = '2021-12-31') => {
  const { db } = base;
  const document = planDocument({ id, items: [planItem(1, { milestones: [milestone('M1', due)] })] });
  const [item = ''] = await givenPlan(db, document, { kind: 'live', now: at(start) });
  return {
    item,
    ask: (when: Instant | string, actor: Actor, command: Command, expectedVersion?: number) =>
      submitted(db, {
        plan: id,
        item,
        actor,
        command,
        now: typeof when === 'string' ? at(when) : when,
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      }),
    settle: (when: Instant | string) =>
      db.asActor(engine, (tx) => settleItems(tx, [item], typeof when === 'string' ? at(when) : when)),
    row: () => db.asReader(engine, (tx) => itemOf(tx, item)),
    events: () => db.asReader(engine, (tx) => eventsOf(tx, item)),
    outcome: (id: string) => db.asReader(engine, async (tx) => (await submissionOf(tx, id))?.outcome),
    notices: () => db.asReader(engine, (tx) => noticesOfItem(tx, item)),
    documents: () => db.asReader(engine, (tx) => documentsOf(tx, { itemId: item })),
  };
};

const handedOut = async (id: string, due?: string) => {
  const plan = await live(id, '2021-09-13T08:30', due);
  await plan.ask('2021-09-13T09:00', actors.caseOfficer, { type: 'dispatch' });
  await plan.ask('2021-09-13T10:00', actors.officer, { type: 'acknowledge' });
  await plan.settle('2021-09-13T10:00');
  return plan;
};

test('a command and everything that follows from it is written in one go', async () => {
  const plan = await live('written', '2021-09-13T08:30');
  const asked = await plan.ask('2021-09-13T09:00', actors.caseOfficer, { type: 'dispatch' });
  await plan.settle('2021-09-13T09:00');
  expect(await plan.outcome(asked.id)).toMatchObject({ kind: 'done' });
  expect(await plan.row()).toMatchObject({ lifecycle: 'dispatched', light: 'green' });
  expect((await plan.notices()).map(({ personId, kind }) => [kind, personId])).toContainEqual([
    'dispatched',
    'corrections-head',
  ]);
  expect(await plan.documents()).toMatchObject([
    { kind: 'dispatch_notice', year: 2021, number: 1, issuedOn: '2021-09-13' },
  ]);
});

test('settling again changes nothing', async () => {
  const plan = await handedOut('again');
  await plan.settle('2022-02-01T09:00');
  const before = [await plan.row(), await plan.events(), await plan.notices(), await plan.documents()];
  const repeated = await plan.settle('2022-02-01T09:00');
  expect([...repeated.items.values()].map(({ events }) => events)).toEqual([0]);
  expect([await plan.row(), await plan.events(), await plan.notices(), await plan.documents()]).toEqual(
    before,
  );
});

test('two runs at once settle every command and alarm once', async () => {
  const plan = await handedOut('twice');
  await Promise.all(
    ['first', 'second', 'third'].map((text) =>
      plan.ask('2022-01-10T09:00', actors.officer, { type: 'comment', text }),
    ),
  );
  await Promise.all([1, 2, 3, 4].map(() => plan.settle('2022-01-10T10:00')));
  const events = await plan.events();
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(events.filter(({ type }) => type === 'commented')).toHaveLength(3);
  expect(events.filter(({ type }) => type === 'becameOverdue')).toHaveLength(1);
});

test('a step repeated after a crash that followed the commit gives the first answer', async () => {
  const plan = await live('crashed', '2021-09-13T08:30');
  const asked = await plan.ask('2021-09-13T09:00', actors.caseOfficer, { type: 'dispatch' });
  const settleItem = createSettleItem({ db: base.db, wakeMailboxes: () => Promise.resolve() });
  const request = { id: plan.item, now: at('2021-09-13T09:00'), submission: asked.id };
  const first = await settleItem(request);
  expect(first.outcome).toMatchObject({ kind: 'done' });
  expect(await settleItem(request)).toEqual(first);
});

test('nothing of a step that fails on the way remains, not even a number', async () => {
  const plan = await live('failing', '2021-09-13T08:30');
  await plan.ask('2021-09-13T09:00', actors.caseOfficer, { type: 'dispatch' });
  const failing = base.db.asActor(engine, async (tx) => {
    await settleItems(tx, [plan.item], at('2021-09-13T09:00'));
    throw new Error('the process dies');
  });
  await expect(failing).rejects.toThrow('the process dies');
  expect(await plan.documents()).toEqual([]);
  await plan.settle('2021-09-13T09:00');
  expect(await plan.documents()).toMatchObject([{ number: 1 }]);
});

test('a refusal is an outcome with a code', async () => {
  const plan = await live('refused', '2021-09-13T08:30');
  const asked = await plan.ask('2021-09-13T09:00', actors.officer, { type: 'acknowledge' });
  const stale = await plan.ask('2021-09-13T09:00', actors.caseOfficer, { type: 'dispatch' }, 1);
  await plan.settle('2021-09-13T09:00');
  expect(await plan.outcome(asked.id)).toMatchObject({ kind: 'refused', code: 'wrong_state' });
  expect(await plan.outcome(stale.id)).toMatchObject({ kind: 'refused', code: 'stale_version' });
});

test('evidence received at the last moment of the day is in time, however late it is decided', async () => {
  const plan = await handedOut('in-time', '2021-09-30');
  await plan.ask(at('2021-10-01T00:00') - 1, actors.head, {
    type: 'submitEvidence',
    milestone: 'M1',
    files: [],
    note: '',
  });
  await plan.settle('2021-10-01T07:00');
  expect(await plan.row()).toMatchObject({ milestonesOverdue: 0, light: 'yellow' });
});

test('evidence received at 24:00 is late: at one instant the alarm comes first', async () => {
  const plan = await handedOut('too-late', '2021-09-30');
  await plan.ask('2021-10-01T00:00', actors.head, {
    type: 'submitEvidence',
    milestone: 'M1',
    files: [],
    note: '',
  });
  await plan.settle('2021-10-01T07:00');
  const types = (await plan.events()).map(({ type }) => type);
  expect(types.indexOf('becameOverdue')).toBeGreaterThan(0);
  expect(types.indexOf('becameOverdue')).toBeLessThan(types.indexOf('evidenceSubmitted'));
});

test('in the minute after midnight a live plan waits for what is still on its way', async () => {
  const plan = await handedOut('grace', '2021-09-30');
  const comment = await plan.ask(at('2021-10-01T00:00') + 10_000, actors.officer, {
    type: 'comment',
    text: 'early bird',
  });
  const settled = await plan.settle(at('2021-10-01T00:00') + 20_000);
  expect(settled.items.get(plan.item)?.standing.wakeAt).toBe(at('2021-10-01T00:01'));
  expect(await plan.outcome(comment.id)).toBeNull();

  // Received before midnight, committed after it.
  await plan.ask(at('2021-10-01T00:00') - 1, actors.head, {
    type: 'submitEvidence',
    milestone: 'M1',
    files: [],
    note: '',
  });
  await plan.settle('2021-10-01T00:01');
  expect(await plan.outcome(comment.id)).toMatchObject({ kind: 'done' });
  expect(await plan.row()).toMatchObject({ milestonesOverdue: 0 });
});

test('the promise of a date under review is its end, since the light changes then without an alarm', async () => {
  const plan = await handedOut('review', '2021-09-30');
  await plan.ask('2021-09-29T16:00', actors.head, {
    type: 'submitEvidence',
    milestone: 'M1',
    files: [],
    note: '',
  });
  await plan.settle('2021-09-29T16:00');
  expect(await plan.row()).toMatchObject({ light: 'green', wakeAt: at('2021-10-01T00:01') });
  await plan.settle('2021-10-01T00:01');
  expect(await plan.row()).toMatchObject({ light: 'yellow' });
});

test('an alarm handled after downtime is dated when it was due and recorded when it was handled', async () => {
  const plan = await handedOut('downtime', '2021-09-30');
  await plan.settle('2021-10-13T12:00');
  const overdue = (await plan.events()).find(({ type }) => type === 'becameOverdue');
  expect(overdue).toMatchObject({
    at: at('2021-10-01T00:00'),
    recordedAt: at('2021-10-13T12:00'),
    actor: null,
  });
});
