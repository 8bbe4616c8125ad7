/** Taking a plan over: posts filled and items in, or nothing at all. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { takeOver } from '../../src/cli/system/take-over.js';
import { readPack } from '../../src/pack/read.js';
import { everybody } from '../../src/store/people.js';
import { plansOf } from '../../src/store/plans.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

const secrets = { sessionSecret: 'a secret of this test', rehearsalPassword: 'a password of this test' };
const system = { system: 'import' } as const;
let database: TestDatabase;
let home: string;

const take = async (name: string) => {
  const read = await readPack(fileURLToPath(new URL(`../../plans/${name}`, import.meta.url)));
  if ('faults' in read) throw new Error(`${name} is not sound`);
  const mode = { kind: 'rehearsal', from: read.plan.publishedOn } as const;
  return takeOver(database.db, read.plan, mode, { secrets, fresh: false }, home);
};

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'duzhan-take-over-'));
  database = await cloneDatabase();
});
afterAll(async () => {
  await database.drop();
  await rm(home, { recursive: true, force: true });
});

it('fills the posts and brings the items in, once', async () => {
  expect((await take('zhoushan-2021-2025')).items).toBe(36);
  expect((await take('zhoushan-2021-2025')).items).toBeNull();
});

it('takes no plan of another body whose people would be mistaken for those that are there', async () => {
  const before = await database.db.asActor(system, everybody);
  const { items, clashes } = await take('example-county');
  expect(items).toBeNull();
  expect(clashes).toContain('director');
  expect(await database.db.asActor(system, everybody)).toEqual(before);
  expect(await database.db.asReader(system, plansOf)).toHaveLength(1);
});
