/** Promise: a running API over the real stack, with a small plan and one account for every role; gone when stopped. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { pino } from 'pino';
import type { z } from 'zod';
import type { Limits } from '../../src/api/deps.js';
import type { uploadedFiles } from '../../src/api/contract/files.js';
import type { submission } from '../../src/api/contract/submissions.js';
import { startApi, type RunningApi } from '../../src/api/server.js';
import type { Rank, Role } from '../../src/domain/people.js';
import type { PlanDocument } from '../../src/domain/plan.js';
import { importPlan } from '../../src/store/import-plan.js';
import { addPeople } from '../../src/store/people.js';
import { milestone, planDocument, planItem } from '../support/builders.js';
import { startStack, type Stack } from '../support/stack.js';

export const password = '督战-rehearsal-1';

interface Account {
  readonly role: Role;
  readonly unit?: string;
  readonly rank?: Rank;
}

/** One of each, and for those whose view depends on a relation, one inside and one outside of it. */
export const accounts = {
  officer: { role: 'unit_officer', unit: 'corrections' },
  head: { role: 'unit_head', unit: 'corrections' },
  'co-head': { role: 'unit_head', unit: 'dinghai' },
  'other-officer': { role: 'unit_officer', unit: 'lawyers' },
  'other-head': { role: 'unit_head', unit: 'lawyers' },
  'case-officer-1': { role: 'case_officer' },
  'case-officer-2': { role: 'case_officer' },
  'supervision-head': { role: 'supervision_head' },
  'deputy-security': { role: 'leader', rank: 'deputy' },
  'deputy-services': { role: 'leader', rank: 'deputy' },
  director: { role: 'leader', rank: 'director' },
  system: { role: 'system_admin' },
  security: { role: 'security_admin' },
  audit: { role: 'audit_admin' },
} as const satisfies Readonly<Record<string, Account>>;
export type AccountName = keyof typeof accounts;
export const accountNames = Object.keys(accounts) as readonly AccountName[];

const unit = (
  id: string,
  name: string,
  caseOfficer: string,
  leaderInCharge: string,
): PlanDocument['units'][number] => ({
  id,
  name,
  gloss: id,
  kind: 'division',
  leaderInCharge,
  caseOfficer,
  basis: 'proposed',
});

/** Item 1 is corrections' with dinghai assisting, item 2 lawyers'. */
const housePlan = (id: string): PlanDocument =>
  planDocument({
    id,
    leaders: [
      { id: 'director', rank: 'director', title: '局长' },
      { id: 'deputy-security', rank: 'deputy', title: '副局长' },
      { id: 'deputy-services', rank: 'deputy', title: '副局长' },
    ],
    caseOfficers: [
      { id: 'case-officer-1', title: '督办员(一)' },
      { id: 'case-officer-2', title: '督办员(二)' },
    ],
    units: [
      unit('corrections', '社区矫正管理处', 'case-officer-1', 'deputy-security'),
      unit('dinghai', '定海区司法局', 'case-officer-1', 'deputy-security'),
      unit('lawyers', '律师工作处', 'case-officer-2', 'deputy-services'),
    ],
    items: [
      planItem(1, {
        coUnits: ['dinghai'],
        milestones: [milestone('M1', '2021-12-31'), milestone('M2', '2022-12-31', { measures: [] })],
      }),
      planItem(2, { lead: 'lawyers', milestones: [milestone('M1', '2021-11-30')] }),
    ],
  });

/** `T`: what the contract says the body is; a problem has a code. */
export interface Answer<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; null where there is none. */
  readonly json: T & { readonly code?: string };
}

export type Submission = z.output<typeof submission>;

export interface Visitor {
  readonly cookie: string;
  get<T = unknown>(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer<T>>;
  post<T = unknown>(
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer<T>>;
  command(
    item: string,
    command: string,
    body?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer<Submission>>;
  upload(files: readonly NamedBytes[]): Promise<Answer<z.output<typeof uploadedFiles>>>;
  send<T = unknown>(path: string, init: RequestInit): Promise<Answer<T>>;
}

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Buffer;
}

const answerOf = async <T>(response: Response): Promise<Answer<T>> => {
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  const json = (isJson ? JSON.parse(text) : null) as Answer<T>['json'];
  return { status: response.status, headers: response.headers, text, json };
};

export const visitor = (url: string, cookie = ''): Visitor => {
  const send = async <T>(path: string, init: RequestInit = {}): Promise<Answer<T>> => {
    const headers = new Headers(init.headers);
    if (cookie !== '') headers.set('cookie', cookie);
    return answerOf<T>(await fetch(`${url}${path}`, { ...init, headers, redirect: 'manual' }));
  };
  const post = <T>(
    path: string,
    body: unknown = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<T>> =>
    send(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  return {
    cookie,
    send,
    get: <T>(path: string, headers = {}) => send<T>(path, { headers }),
    post,
    command: (item, command, body = {}, headers = {}) =>
      post(`/api/v1/items/${item}/commands/${command}`, body, {
        'idempotency-key': randomUUID(),
        ...headers,
      }),
    upload: (files) => {
      const form = new FormData();
      for (const { name, bytes } of files) form.append('files', new Blob([new Uint8Array(bytes)]), name);
      return send('/api/v1/files', { method: 'POST', body: form });
    },
  };
};

export interface House {
  readonly stack: Stack;
  readonly api: RunningApi;
  readonly plan: string;
  readonly items: readonly [string, string];
  readonly filesDir: string;
  readonly nobody: Visitor;
  as(account: AccountName): Promise<Visitor>;
  startAnother(databaseUrl: string, limits?: Partial<Limits>): Promise<RunningApi>;
  stop(): Promise<void>;
}

const givenPeople = async (stack: Stack): Promise<void> => {
  const passwordHash = await hash(password, { memoryCost: 64, timeCost: 1 });
  const people = Object.entries(accounts as Readonly<Record<string, Account>>).map(
    ([id, { role, unit: unitId, rank }]) => ({
      id,
      login: id,
      passwordHash,
      name: `姓名 ${id}`,
      email: null,
      role,
      rank: rank ?? null,
      unitId: unitId ?? null,
      postId: role === 'leader' || role === 'case_officer' ? id : null,
      planId: null,
    }),
  );
  await stack.db.asActor({ system: 'import' }, (tx) => addPeople(tx, people, Date.now()));
};

const givenPlan = async (stack: Stack, plan: string): Promise<readonly [string, string]> => {
  const result = await stack.db.asActor({ system: 'import' }, (tx) =>
    importPlan(tx, housePlan(plan), { kind: 'rehearsal', now: Date.now() }),
  );
  if (result.kind !== 'imported') throw new Error(result.code);
  const [first = '', second = ''] = result.items;
  return [first, second];
};

export const signedIn = async (url: string, account: string, secret = password): Promise<Visitor> => {
  const answer = await visitor(url).post('/api/v1/sessions', { account, password: secret });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (answer.status !== 201 || cookie === undefined)
    throw new Error(`sign-in of ${account}: ${answer.status} ${answer.text}`);
  return visitor(url, cookie);
};

export const startHouse = async (limits: Partial<Limits> = {}): Promise<House> => {
  const stack = await startStack();
  const plan = 'house';
  await givenPeople(stack);
  const items = await givenPlan(stack, plan);
  const filesDir = await mkdtemp(join(tmpdir(), 'duzhan-files-'));
  const start = (databaseUrl: string, more: Partial<Limits>): Promise<RunningApi> =>
    startApi({
      databaseUrl,
      courier: stack.courier,
      filesDir,
      host: '127.0.0.1',
      port: 0,
      logger: pino({ level: process.env['API_LOG'] ?? 'silent' }),
      sessionSecret: 'a secret of this test',
      channels: { hosts: ['oapi.dingtalk.com', 'qyapi.weixin.qq.com'], allowPrivate: false },
      limits: { commandWaitMs: 30_000, ...limits, ...more },
    });
  const api = await start(stack.url, {});
  const known = new Map<AccountName, Promise<Visitor>>();
  const running: RunningApi[] = [];
  return {
    stack,
    api,
    plan,
    items,
    filesDir,
    nobody: visitor(api.url),
    as: (account) => {
      const found = known.get(account) ?? signedIn(api.url, account);
      known.set(account, found);
      return found;
    },
    startAnother: async (databaseUrl, more = {}) => {
      const another = await start(databaseUrl, more);
      running.push(another);
      return another;
    },
    stop: async () => {
      await Promise.all([api, ...running].map((one) => one.stop(1_000)));
      await stack.stop();
      await rm(filesDir, { recursive: true, force: true });
    },
  };
};
