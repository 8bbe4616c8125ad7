import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute, select } from '../../src/store/rows.js';
import { receive } from '../../src/store/submissions.js';
import { importPlan } from '../../src/store/import-plan.js';
import { actors, givenPlan, planDocument, submitted } from '../support/builders.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

let base: TestDatabase;
beforeAll(async () => {
  base = await cloneDatabase();
});
afterAll(() => base.drop());

const engine = { system: 'engine' } as const;

test.each([
  'UPDATE events SET at = 0',
  'DELETE FROM events',
  'TRUNCATE events',
  'UPDATE audit SET action = action',
  'DELETE FROM audit',
  'DELETE FROM submissions',
  'UPDATE documents SET number = 9',
])('the writer may not %s', async (sql) => {
  await expect(base.db.asActor(engine, (tx) => execute(tx, sql))).rejects.toThrow(/permission denied/);
});

test('the reader may not write, nor see a password', async () => {
  await expect(base.db.asReader(engine, (tx) => execute(tx, 'DELETE FROM cases'))).rejects.toThrow(
    /permission denied|read-only/,
  );
  await expect(
    base.db.asReader(engine, (tx) => select(tx, 'SELECT password_hash FROM people')),
  ).rejects.toThrow(/permission denied/);
});

test('a role taken on for a transaction ends with it', async () => {
  await base.db.asReader(engine, (tx) => select(tx, 'SELECT 1'));
  await expect(base.db.asActor(engine, (tx) => execute(tx, 'DELETE FROM cases'))).resolves.toBeUndefined();
});

test('the audit says whom the database was told acts', async () => {
  await givenPlan(base.db, planDocument({ id: 'audited' }), { kind: 'live', now: Date.now() });
  const rows = await base.db.asReader(engine, (tx) =>
    select<{ actedBy: string }>(tx, `SELECT acted_by FROM audit WHERE plan_id = 'audited'`),
  );
  expect(rows.map(({ actedBy }) => actedBy)).toEqual(['system:import']);
});

test('a plan comes in once', async () => {
  const document = planDocument({ id: 'once' });
  await givenPlan(base.db, document, { kind: 'live', now: Date.now() });
  const again = await base.db.asActor({ system: 'import' }, (tx) =>
    importPlan(tx, document, { kind: 'live', now: Date.now() }),
  );
  expect(again).toEqual({ kind: 'refused', code: 'plan_exists' });
});

test('a key used again is the same submission, with another body it is refused', async () => {
  const [item = ''] = await givenPlan(base.db, planDocument({ id: 'keyed' }), {
    kind: 'live',
    now: Date.now(),
  });
  const first = await submitted(base.db, {
    plan: 'keyed',
    item,
    actor: actors.officer,
    command: { type: 'comment', text: 'one' },
    now: Date.now(),
  });
  const again = (text: string) =>
    base.db.asActor(actors.officer, (tx) =>
      receive(tx, {
        id: '00000000-0000-4000-8000-000000000000',
        key: first.key,
        actor: actors.officer,
        planId: 'keyed',
        itemId: item,
        command: { type: 'comment', text },
        expectedVersion: null,
        now: Date.now(),
      }),
    );
  expect(await again('one')).toMatchObject({ kind: 'same', submission: { id: first.id } });
  expect(await again('two')).toEqual({ kind: 'other_body' });
});

test('one process at a time holds a lock', async () => {
  const inner = await base.db.alone('watch', () => base.db.alone('watch', () => Promise.resolve('both')));
  expect(inner).toBeNull();
  expect(await base.db.alone('watch', () => Promise.resolve('later'))).toBe('later');
});

test('statements asked side by side see one transaction, in their order', async () => {
  const [first, second] = await base.db.asReader(engine, (tx) =>
    Promise.all([
      select<{ n: number }>(tx, 'SELECT ?::int AS n', [1]),
      select<{ theirs: string }>(tx, `SELECT current_setting('duzhan.actor') AS theirs`),
    ]),
  );
  expect([first, second]).toEqual([[{ n: 1 }], [{ theirs: 'system:engine' }]]);
});

test('a statement that comes after its transaction is refused', async () => {
  const kept = await base.db.asActor(engine, (tx) => Promise.resolve({ tx }));
  await expect(select(kept.tx, 'SELECT 1')).rejects.toThrow(/is over/);
});

test('a failure that was passed over is not taken for a commit', async () => {
  const passedOver = base.db.asActor(engine, (tx) => select(tx, 'SELECT 1/0').catch(() => 'passed over'));
  await expect(passedOver).rejects.toThrow(/rolled back/);
});

test('a value that is missing is a mistake, not a null', async () => {
  await expect(base.db.asReader(engine, (tx) => select(tx, 'SELECT ?', [undefined]))).rejects.toThrow(
    /value 1 is missing/,
  );
});
