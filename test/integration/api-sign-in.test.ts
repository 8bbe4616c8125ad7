import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { me } from '../../src/api/contract/sign-in.js';
import { addDeputy, writeRole } from '../../src/store/people.js';
import { password, signedIn, startHouse, visitor, type House } from './api-house.js';

type Me = z.output<typeof me>;

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

const administration = { system: 'administration' } as const;
const attempt = (account: string, secret: string) =>
  house.nobody.post('/api/v1/sessions', { account, password: secret });

describe('signing in', () => {
  it('sets a cookie that scripts cannot read and other sites do not send, and says who came', async () => {
    const answer = await house.nobody.post<Me>('/api/v1/sessions', { account: 'head', password });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('set-cookie')).toMatch(/^duzhan\.sid=.+; Path=\/; .*HttpOnly; SameSite=Strict/);
    expect(answer.json).toMatchObject({
      person: { id: 'head', unit: { name: '社区矫正管理处' } },
      actingFor: null,
    });
    expect(answer.text).not.toMatch(/argon2|passwordHash/);
  });

  it('makes a new session each time, and a session ends when told to', async () => {
    const [first, second] = [await signedIn(house.api.url, 'head'), await signedIn(house.api.url, 'head')];
    expect(first.cookie).not.toBe(second.cookie);
    expect((await first.send('/api/v1/sessions/current', { method: 'DELETE' })).status).toBe(204);
    expect((await first.get('/api/v1/me')).status).toBe(401);
    expect((await second.get('/api/v1/me')).status).toBe(200);
  });

  it('says the same of a wrong password and of an account there is not', async () => {
    const wrong = await attempt('co-head', 'wrong');
    const absent = await attempt('nobody-at-all', 'wrong');
    expect([wrong.status, wrong.json.code]).toEqual([401, 'wrong_credentials']);
    expect({ ...absent.json, requestId: '' }).toEqual({ ...wrong.json, requestId: '' });
  });

  it('leaves a trace, whether it succeeded or was refused', async () => {
    await attempt('director', 'wrong');
    await attempt('director', password);
    const rows = await house.stack.sql<{ action: string }>(
      `SELECT action FROM audit WHERE actor->>'person' = 'director' OR detail->>'person' = 'director' ORDER BY id`,
    );
    expect(rows.map(({ action }) => action)).toEqual(['signInRefused', 'signIn']);
  });

  it('locks an account after five wrong passwords, even for the right one, until it is unlocked', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => attempt('officer', 'wrong')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    const locked = await attempt('officer', password);
    expect([locked.status, locked.json.code]).toEqual([429, 'locked_out']);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(60);
    const path = '/api/v1/accounts/officer/lock';
    expect((await (await house.as('system')).send(path, { method: 'DELETE' })).status).toBe(403);
    expect((await (await house.as('security')).send(path, { method: 'DELETE' })).status).toBe(204);
    expect((await attempt('officer', password)).status).toBe(201);
  });

  it('forgets wrong passwords once the right one came', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let n = 0; n < 4; n += 1) expect((await attempt('audit', 'wrong')).status).toBe(401);
      expect((await attempt('audit', password)).status).toBe(201);
    }
  });
});

describe('a session', () => {
  it('ends when its person becomes something else', async () => {
    const before = await signedIn(house.api.url, 'other-officer');
    expect((await before.get('/api/v1/me')).status).toBe(200);
    const change = { role: 'unit_head', rank: null, unitId: 'lawyers', postId: null, active: true } as const;
    await house.stack.db.asActor(administration, (tx) =>
      writeRole(tx, 'other-officer', change, Date.now() + 1),
    );
    expect((await before.get('/api/v1/me')).json.code).toBe('unauthenticated');
  });

  it('of a disabled account is worth nothing', async () => {
    const before = await signedIn(house.api.url, 'deputy-services');
    const change = { role: 'leader', rank: 'deputy', unitId: null, postId: null, active: false } as const;
    await house.stack.db.asActor(administration, (tx) =>
      writeRole(tx, 'deputy-services', change, Date.now()),
    );
    expect((await before.get('/api/v1/me')).status).toBe(401);
    expect((await attempt('deputy-services', password)).json.code).toBe('wrong_credentials');
  });

  it('cannot be forged', async () => {
    const forged = visitor(house.api.url, 'duzhan.sid=s%3Aforged.signature');
    expect((await forged.get('/api/v1/me')).status).toBe(401);
  });
});

describe('another site', () => {
  it.each([
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('cannot act for who is signed in here: %o', async (headers) => {
    const head = await house.as('head');
    const answer = await head.command(house.items[0], 'comment', { text: '伪造' }, headers);
    expect([answer.status, answer.json.code]).toEqual([403, 'foreign_origin']);
  });

  it('is not this one', async () => {
    const answer = await (
      await house.as('head')
    ).command(
      house.items[0],
      'comment',
      { text: '本站' },
      {
        origin: house.api.url,
      },
    );
    expect(answer.json.code).not.toBe('foreign_origin');
  });
});

describe('a deputy', () => {
  it('acts for whom they stand in for, on the days of it, and is recorded as B for A', async () => {
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    await house.stack.db.asActor(administration, async (tx) => {
      await addDeputy(tx, { personId: 'head', deputyId: 'officer', fromDate: today, untilDate: today });
      await addDeputy(tx, {
        personId: 'director',
        deputyId: 'officer',
        fromDate: '2020-01-01',
        untilDate: '2020-12-31',
      });
    });
    const officer = await signedIn(house.api.url, 'officer');
    expect((await officer.get<Me>('/api/v1/me')).json.mayActFor).toEqual([{ id: 'head', name: '姓名 head' }]);
    const acting = { 'acting-for': 'head' };
    expect((await officer.get<Me>('/api/v1/me', acting)).json).toMatchObject({
      person: { id: 'officer' },
      actingFor: { id: 'head', role: 'unit_head' },
    });
    for (const other of ['director', 'supervision-head', 'nobody'])
      expect((await officer.get('/api/v1/me', { 'acting-for': other })).json.code).toBe('not_allowed');

    await (await house.as('case-officer-1')).command(house.items[0], 'dispatch');
    await officer.command(house.items[0], 'acknowledge');
    const note = { text: '代办' };
    const given = await officer.command(house.items[0], 'comment', note, {
      ...acting,
      'idempotency-key': randomUUID(),
    });
    expect(given.status).toBe(201);
    const history = await officer.get<{ entries: { who: string }[] }>(
      `/api/v1/items/${house.items[0]}/history?limit=1`,
    );
    expect(history.json.entries[0]?.who).toBe('姓名 officer（代姓名 head）');
  });
});

it('pages and documents run no inline script and are framed by nobody', async () => {
  for (const path of ['/docs/', '/api/v1/me', '/openapi.json']) {
    const csp = (await house.nobody.get(path)).headers.get('content-security-policy') ?? '';
    expect(csp).toContain("script-src 'self';");
    expect(csp).toContain("frame-ancestors 'none'");
  }
  const page = (await house.nobody.get('/docs/')).text;
  expect(page).not.toMatch(/<script(?![^>]* src=)/);
  for (const [, source] of page.matchAll(/(?:src|href)="([^"]+)"/g))
    expect([source, (await house.nobody.get(source ?? '')).status]).toEqual([source, 200]);
});

it('an address that asks too often is told to wait', async () => {
  const api = await house.startAnother(house.stack.url, { requestsPerMinute: 3 });
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => visitor(api.url).get('/api/v1/health/ready')),
  );
  const slowed = answers.filter(({ status }) => status === 429);
  expect(slowed).toHaveLength(2);
  expect(slowed[0]?.json.code).toBe('too_many_requests');
});
