import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settleItems } from '../../src/activities/settle-items.js';
import type { Command } from '../../src/domain/commands.js';
import type { Actor } from '../../src/domain/people.js';
import { migrate } from '../../src/store/database.js';
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

test('a state of before the product knew of returned evidence is given what the log says', async () => {
  const item = await livedThrough('returned');
  const m1 = { milestone: 'M1' };
  const given: readonly (readonly [Actor, Command, string])[] = [
    [actors.head, { type: 'submitEvidence', ...m1, files: [randomUUID()], note: '' }, '2022-03-01T10:00'],
    [actors.caseOfficer, { type: 'returnEvidence', ...m1, reason: '缺盖章页' }, '2022-03-02T10:00'],
  ];
  for (const [actor, command, now] of given) {
    await submitted(base.db, { plan: 'returned', item, actor, command, now: at(now) });
    await base.db.asActor(engine, (tx) => settleItems(tx, [item], at(now)));
  }
  await base.sql(`ALTER TABLE milestones DROP COLUMN returned_at`);
  await base.sql(
    `UPDATE items SET snapshot = jsonb_set(snapshot, '{milestones}',
       (SELECT jsonb_agg(m - 'returned') FROM jsonb_array_elements(snapshot->'milestones') AS m))`,
  );
  const before = await base.db.asReader(engine, (tx) => compareWithLog(tx, 'returned'));
  expect(before).toEqual([{ itemId: item, differs: ['milestones'] }]);
  await base.sql(`DELETE FROM knex_migrations WHERE name = '20261124t1110-say-returned'`);
  await migrate(base.url);
  const after = await base.db.asReader(engine, (tx) => compareWithLog(tx, 'returned'));
  expect(after).toEqual([{ itemId: item, differs: [] }]);
  expect(await base.sql(`SELECT id FROM milestones WHERE returned_at IS NOT NULL`)).toEqual([{ id: 'M1' }]);
});
