import { afterAll, beforeAll, expect, test } from 'vitest';
import { settleItems } from '../../src/activities/settle-items.js';
import { itemOf } from '../../src/store/items.js';
import { compareWithLog, writeRebuilt } from '../../src/store/rebuild.js';
import { actors, at, givenPlan, planDocument, submitted } from '../support/builders.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

let base: TestDatabase;
beforeAll(async () => {
  base = await cloneDatabase();
});
afterAll(() => base.drop());

const engine = { system: 'engine' } as const;

const livedThrough = async (plan: string): Promise<string> => {
  const [item = ''] = await givenPlan(base.db, planDocument({ id: plan }), {
    kind: 'live',
    now: at('2021-09-13T08:30'),
  });
  await submitted(base.db, {
    plan,
    item,
    actor: actors.caseOfficer,
    command: { type: 'dispatch' },
    now: at('2021-09-13T09:00'),
  });
  await submitted(base.db, {
    plan,
    item,
    actor: actors.officer,
    command: { type: 'acknowledge' },
    now: at('2021-09-14T09:00'),
  });
  await base.db.asActor(engine, (tx) => settleItems(tx, [item], at('2022-03-01T09:00')));
  return item;
};

test('the log folds to the snapshot', async () => {
  const item = await livedThrough('folded');
  expect(await base.db.asReader(engine, (tx) => compareWithLog(tx, 'folded'))).toEqual([
    { itemId: item, differs: [] },
  ]);
});

test('a snapshot changed behind the log is named, and made anew', async () => {
  const item = await livedThrough('forged');
  const before = await base.db.asReader(engine, (tx) => itemOf(tx, item));
  await base.sql(`UPDATE items SET snapshot = jsonb_set(snapshot, '{lifecycle}', '"closed"') WHERE id = $1`, [
    item,
  ]);
  expect(await base.db.asReader(engine, (tx) => compareWithLog(tx, 'forged'))).toEqual([
    { itemId: item, differs: ['lifecycle'] },
  ]);
  await base.db.asActor(engine, async (tx) => {
    await writeRebuilt(tx, item);
    await settleItems(tx, [item], at('2022-03-01T09:00'));
  });
  expect(await base.db.asReader(engine, (tx) => itemOf(tx, item))).toEqual(before);
});
