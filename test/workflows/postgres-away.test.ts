import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.js';
import { submissionOf } from '../../src/store/submissions.js';
import { actors, givenPlan, planDocument, submitted } from '../support/builders.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { openLine, type Line } from '../support/line.js';
import { startStack, type Stack } from '../support/stack.js';

let line: Line;
let database: TestDatabase;
let stack: Stack;
let direct = '';
beforeAll(async () => {
  database = await cloneDatabase(async (url) => {
    direct = url;
    line = await openLine(url);
    return line.through(url);
  });
  stack = await startStack({ database });
});
afterAll(async () => {
  line.mend();
  await stack.stop();
  await database.drop();
  await line.stop();
});

test('while the worker cannot reach Postgres a command is neither lost nor refused, and is decided when it can', async () => {
  const plan = 'cut-off';
  const [item = ''] = await givenPlan(stack.db, planDocument(), {
    kind: 'rehearsal',
    now: Date.now(),
    id: plan,
  });
  const api = openDatabase({ url: direct });
  try {
    const asked = {
      plan,
      item,
      actor: actors.caseOfficer,
      command: { type: 'dispatch' },
      now: Date.now(),
    } as const;
    const dispatch = await submitted(api, asked);
    const outcome = () =>
      api.asReader(
        { system: 'engine' },
        async (tx) => (await submissionOf(tx, dispatch.id))?.outcome ?? null,
      );
    line.cut();
    const target = { aggregate: 'item', id: item, lane: 'rehearsal' } as const;
    const push = { submission: dispatch.id, type: 'dispatch', target, signal: AbortSignal.timeout(60_000) };
    expect(await stack.courier.submit(push)).toBeNull();
    expect(await outcome()).toBeNull();
    line.mend();
    await expect.poll(outcome, { timeout: 60_000, interval: 50 }).toMatchObject({ kind: 'done' });
  } finally {
    await api.close();
  }
});
