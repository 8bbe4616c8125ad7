/** Packs over HTTP: a dry run says everything and writes nothing; a plan comes in with its accounts, once. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hash } from '@node-rs/argon2';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { importPack, packVerdict } from '../../src/api/contract/plan-packs.js';
import { startApi, type RunningApi } from '../../src/api/server.js';
import { addPeople, everybody, type PersonSeed } from '../../src/store/people.js';
import { plansOf } from '../../src/store/plans.js';
import { lineOf, sampleFiles, spoil, type PackText } from '../pack/sample-plan.js';
import { startStack, type Stack } from '../support/stack.js';
import { zipOf } from './api-zips.js';
import { password, signedIn, type Visitor } from './api-house.js';

type Verdict = z.output<typeof packVerdict>;
type Imported = z.output<(typeof importPack)['answers']['created']>;

const system = { system: 'import' } as const;
let stack: Stack;
let api: RunningApi;
let filesDir: string;
let admin: Visitor;

const person = (id: string, role: PersonSeed['role'], passwordHash: string): PersonSeed => ({
  ...{ id, login: id, passwordHash, name: id, email: null, role },
  ...{ rank: null, unitId: null, postId: null, planId: null },
});

beforeAll(async () => {
  stack = await startStack();
  filesDir = await mkdtemp(join(tmpdir(), 'duzhan-packs-'));
  const known = await hash(password, { memoryCost: 64, timeCost: 1 });
  const people = [person('keeper', 'system_admin', known), person('guard', 'security_admin', known)];
  await stack.db.asActor(system, (tx) => addPeople(tx, people, Date.now()));
  api = await startApi({
    ...{ databaseUrl: stack.url, courier: stack.courier, filesDir, host: '127.0.0.1', port: 0 },
    ...{ logger: pino({ level: 'silent' }), sessionSecret: 'a secret of this test' },
  });
  admin = await signedIn(api.url, 'keeper');
});
afterAll(async () => {
  await api.stop(1_000);
  await stack.stop();
  await rm(filesDir, { recursive: true, force: true });
});

const send = <T>(
  visitor: Visitor,
  to: string,
  files: PackText,
  folder = 'sample/',
  headers: Readonly<Record<string, string>> = {},
) => {
  const form = new FormData();
  for (const [path, bytes] of files) form.append('files', new Blob([bytes]), `${folder}${path}`);
  return visitor.send<T>(`/api/v1/plan-packs${to}`, { method: 'POST', body: form, headers });
};

const zipped = (files: PackText): PackText => {
  const entries = [...files].map(([path, content]) => ({ name: `sample/${path}`, content }));
  return new Map([['pack.zip', zipOf(entries)]]);
};

/** The sample under another id. */
const named = (id: string): PackText => {
  const files = sampleFiles();
  spoil(files, 'plan.yaml', 'id: sample', `id: ${id}`);
  return files;
};

const written = async () => ({
  people: (await stack.db.asActor(system, everybody)).length,
  plans: (await stack.db.asReader(system, plansOf)).map(({ id }) => id),
});

describe('a dry run', () => {
  it('says what would come in, and writes nothing', async () => {
    const before = await written();
    const { status, json } = await send<Verdict>(admin, '/check', named('dry'));
    expect([status, json.importable, json.faults]).toEqual([200, true, []]);
    expect(json.plan).toMatchObject({
      id: 'dry',
      exists: false,
      items: 3,
      measures: 6,
      indicators: 2,
      units: 3,
    });
    expect(json.accounts?.made).toContainEqual({
      id: 'roads.head',
      name: '单位roads负责人',
      role: 'unit_head',
    });
    expect(json.accounts?.clashes).toEqual([]);
    expect(await written()).toEqual(before);
  });

  it('names file, line and place of every fault', async () => {
    const files = sampleFiles();
    spoil(files, 'items/02.yaml', 'lead: roads', 'lead: railways');
    const { status, json } = await send<Verdict>(admin, '/check', files);
    expect([status, json.importable, json.plan]).toEqual([200, false, null]);
    const line = lineOf(files, 'items/02.yaml', 'lead:');
    expect(json.faults[0]).toMatchObject({ file: 'items/02.yaml', line, path: 'lead' });
    expect(json.faults[0]?.message).toMatch(/railways/);
  });

  it.each([
    ['zh', '各里程碑权重之和为 101，应为 100', '日历没有 2022 年：该年按周末休息计，日期为暂定'],
    ['en', 'the weights sum to 101; they must sum to 100', 'the calendar has no 2022: its days count as'],
  ])('says faults and warnings to a reader of %s', async (language, fault, warning) => {
    const ask = (files: PackText) =>
      send<Verdict>(admin, '/check', files, 'sample/', { 'accept-language': language });
    const files = named('dry');
    files.delete('calendar.yaml');
    const warned = await ask(files);
    expect(warned.json.warnings[0]?.message).toContain(warning);
    spoil(files, 'items/01.yaml', 'weight: 40', 'weight: 41');
    const faulty = await ask(files);
    expect(faulty.json.faults.map(({ message }) => message)).toEqual([fault]);
  });

  it('takes a zip as it takes the files in it', async () => {
    const files = await send<Verdict>(admin, '/check', named('dry'));
    const zip = await send<Verdict>(admin, '/check', zipped(named('dry')), '');
    expect(zip.json).toEqual(files.json);
  });

  it('says so of what lies beside the pack, and not of what systems leave behind', async () => {
    const files = new Map([...sampleFiles(), ['.DS_Store', 'x']]);
    const form = new FormData();
    for (const [path, bytes] of files) form.append('files', new Blob([bytes]), `a/b/${path}`);
    form.append('files', new Blob(['x']), 'a/other.yaml');
    const { json } = await admin.send<Verdict>('/api/v1/plan-packs/check', { method: 'POST', body: form });
    expect(json.faults.map(({ file }) => file)).toEqual(['a/other.yaml']);
  });

  it.each(['../plan.yaml', '/etc/plan.yaml', 'C:/plan.yaml'])('refuses the path %s', async (path) => {
    const { status, json } = await send(admin, '/check', new Map([[path, 'x']]), '');
    expect([status, json.code]).toEqual([422, 'file_name_refused']);
  });

  it('refuses what is no zip, and what is nothing', async () => {
    const broken = await send(admin, '/check', new Map([['pack.zip', 'PK nothing']]), '');
    expect([broken.status, broken.json.code]).toEqual([415, 'file_content_mismatch']);
    const nothing = await send(admin, '/check', new Map(), '');
    expect([nothing.status, nothing.json.code]).toEqual([400, 'upload_incomplete']);
  });

  it('refuses a zip that would swell beyond all bounds', async () => {
    const swelling = zipOf([{ name: 'plan.yaml', content: Buffer.alloc(40 * 1024 * 1024) }]);
    const { status, json } = await send(admin, '/check', new Map([['pack.zip', swelling]]), '');
    expect([status, json.code]).toEqual([415, 'file_content_mismatch']);
  });
});

describe('taking over', () => {
  it('brings in a rehearsal whose new accounts can sign in with the password told', async () => {
    const { status, json } = await send<Imported>(admin, '?kind=rehearsal&from=2022-03-01', named('first'));
    expect([status, json.plan.kind, json.items]).toEqual([201, 'rehearsal', 3]);
    const head = json.accounts.find(({ id }) => id === 'roads.head');
    expect(new Set(json.accounts.map((account) => account.password)).size).toBe(1);
    const visitor = await signedIn(api.url, 'roads.head', head?.password);
    const clock = await visitor.get<{ now: string }>('/api/v1/plans/first/clock');
    expect(clock.json.now).toMatch(/^2022-03-01T08:3/);
    const me = await admin.get<{ plans: unknown }>('/api/v1/me');
    expect(me.json.plans).toContainEqual({ id: 'first', short: '样本计划', kind: 'rehearsal' });
  });

  it('takes no plan twice', async () => {
    await send(admin, '?kind=rehearsal', named('twice'));
    const again = await send<Verdict>(admin, '?kind=rehearsal', named('twice'));
    expect([again.status, again.json.code]).toEqual([409, 'plan_exists']);
    const { json } = await send<Verdict>(admin, '/check', named('twice'));
    expect([json.importable, json.plan?.exists]).toEqual([false, true]);
  });

  it('leaves those who have an account as they are, and writes down who brought the plan', async () => {
    const { json } = await send<Imported>(admin, '?kind=live', named('live'));
    expect([json.plan.kind, json.accounts]).toEqual(['live', []]);
    const entries = await stack.sql<{ person: string }>(
      `SELECT actor->>'person' AS person FROM audit WHERE action = 'importPlan' AND plan_id = 'live'`,
    );
    expect(entries).toEqual([{ person: 'keeper' }]);
  });

  it('gives every new account of a live plan a password of its own', async () => {
    const files = named('more');
    spoil(files, 'units.yaml', 'id: water', 'id: canals');
    for (const [file, text] of files) files.set(file, String(text).replaceAll(/\bwater\b/g, 'canals'));
    const { json } = await send<Imported>(admin, '?kind=live', files);
    expect(json.accounts.map(({ id }) => id).sort()).toEqual(['canals.head', 'canals.officer']);
    expect(new Set(json.accounts.map((account) => account.password)).size).toBe(2);
  });

  it('refuses a plan whose people would be mistaken for others, before and after', async () => {
    const files = named('foreign');
    spoil(files, 'units.yaml', 'title: 局长', 'title: 县长');
    const { json } = await send<Verdict>(admin, '/check', files);
    expect([json.importable, json.accounts?.clashes]).toEqual([false, ['director']]);
    const before = await written();
    const taken = await send(admin, '?kind=rehearsal', files);
    expect([taken.status, taken.json.code]).toEqual([409, 'accounts_clash']);
    expect(await written()).toEqual(before);
  });

  it('refuses a pack with faults, with the faults', async () => {
    const files = named('faulty');
    spoil(files, 'units.yaml', 'rank: director', 'rank: deputy');
    type Unsound = { faults: { path: string; message: string }[] };
    const { status, json } = await send<Unsound>(admin, '?kind=rehearsal', files);
    expect([status, json.code]).toEqual([422, 'pack_unsound']);
    expect(json.faults[0]?.path).toMatch(/^units\.yaml:\d+ leaders/);
    expect(json.faults[0]?.message).toBe('职级为 director 的领导有 0 位；须恰有一位');
  });

  it('gives a live plan no first day', async () => {
    const { status, json } = await send(admin, '?kind=live&from=2022-01-01', named('never'));
    expect([status, json.code]).toEqual([400, 'invalid_query']);
  });

  it('is not for others', async () => {
    const guard = await signedIn(api.url, 'guard');
    expect((await send(guard, '/check', named('never'))).status).toBe(403);
    expect((await send(guard, '?kind=live', named('never'))).status).toBe(403);
  });
});
