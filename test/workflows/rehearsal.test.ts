import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountsOf } from '../../src/intake/accounts.js';
import type { Actor } from '../../src/domain/people.js';
import { readPack } from '../../src/pack/read.js';
import { itemsOf } from '../../src/store/items.js';
import { importPlan } from '../../src/store/import-plan.js';
import { addPeople } from '../../src/store/people.js';
import { actors, at, submitted } from '../support/builders.js';
import { startStack, type Stack } from '../support/stack.js';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const packDir = fileURLToPath(new URL('../../plans/zhoushan-2021-2025', import.meta.url));

test('the whole plan, handed out and never worked on, is red and listed throughout a year later', async () => {
  const pack = await readPack(packDir);
  if (!('plan' in pack)) throw new Error('the pack is faulty');
  const document = pack.plan;
  const now = Date.now();
  const imported = await stack.db.asActor({ system: 'import' }, async (tx) => {
    const people = accountsOf(document).map(({ login, name, role, rank, unit, post }) => ({
      ...{ id: login, login, name, role, rank, unitId: unit, postId: post },
      ...{ passwordHash: 'none', email: null, planId: null },
    }));
    await addPeople(tx, people, now);
    return importPlan(tx, document, { kind: 'rehearsal', now });
  });
  if (imported.kind !== 'imported') throw new Error(imported.code);
  const { plan, items } = imported;
  const office: Actor = { ...actors.supervisionHead };
  const outcomes = await Promise.all(
    items.map(async (item) =>
      stack.push(
        await submitted(stack.db, {
          plan: plan.id,
          item,
          actor: office,
          command: { type: 'dispatch' },
          now: Date.now(),
        }),
        'rehearsal',
      ),
    ),
  );
  expect(new Set(outcomes.map((outcome) => outcome?.kind))).toEqual(new Set(['done']));
  const jump = await submitted(stack.db, {
    plan: plan.id,
    actor: office,
    command: { type: 'advanceClock', to: at('2022-11-01T09:00') },
    now: Date.now(),
  });
  const outcome = await stack.push(jump, 'rehearsal');
  const rows = await stack.db.asReader({ system: 'engine' }, (tx) => itemsOf(tx, plan.id));
  expect(outcome).toMatchObject({ kind: 'done', report: { counts: { listed: rows.length } } });
  expect(rows.map(({ light, level }) => [light, level])).toEqual(rows.map(() => ['red', 'listed_1']));
});
