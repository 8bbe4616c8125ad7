/** What administrators see and do: plans by name, accounts and their locks, new passwords, findings, and who may what in a plan's books. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { health, listPeople, resetPassword } from '../../src/api/contract/admin.js';
import type { getOutgoing } from '../../src/api/contract/notices.js';
import type { getCalendar, listPolicies } from '../../src/api/contract/plan-books.js';
import type { me } from '../../src/api/contract/sign-in.js';
import { password, signedIn, startHouse, visitor, type AccountName, type House } from './api-house.js';

type People = z.output<(typeof listPeople)['answers']['ok']>;
type Health = z.output<typeof health>;

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

const get = async <T>(account: AccountName, path: string) =>
  (await house.as(account)).get<T>(`/api/v1${path}`);

describe.each(['system', 'security', 'audit'] as const)('the administrator %s', (account) => {
  it('learns which plans there are, and sees nothing of them', async () => {
    const { json } = await get<z.output<typeof me>>(account, '/me');
    expect(json.plans.map(({ id, kind }) => [id, kind])).toEqual([[house.plan, 'rehearsal']]);
    expect((await get(account, `/plans/${house.plan}`)).status).toBe(403);
  });
});

describe('an account', () => {
  const personOf = async (id: string) => {
    const { json } = await get<People>('security', `/plans/${house.plan}/people`);
    return json.entries.find((entry) => entry.id === id);
  };

  it('is shown as locked after too many wrong passwords, until it is unlocked', async () => {
    expect(await personOf('other-head')).toMatchObject({ locked: false, reachedBy: null });
    for (let n = 0; n < 6; n += 1)
      await visitor(house.api.url).post('/api/v1/sessions', { account: 'other-head', password: 'wrong' });
    expect(await personOf('other-head')).toMatchObject({ locked: true });
    const guard = await house.as('security');
    expect((await guard.send('/api/v1/accounts/other-head/lock', { method: 'DELETE' })).status).toBe(204);
    expect(await personOf('other-head')).toMatchObject({ locked: false });
  });

  it('gets a new password that ends the old one and every session', async () => {
    const before = await signedIn(house.api.url, 'co-head');
    const admin = await house.as('system');
    const path = '/api/v1/people/co-head/password';
    const { status, json } = await admin.post<z.output<(typeof resetPassword)['answers']['created']>>(path);
    expect(status).toBe(201);
    expect((await before.get('/api/v1/me')).status).toBe(401);
    await expect(signedIn(house.api.url, 'co-head', password)).rejects.toThrow('401');
    expect((await signedIn(house.api.url, 'co-head', json.password)).cookie).not.toBe('');
  });

  it('gets it from nobody else, and nobody gets one who is not there', async () => {
    const path = '/api/v1/people/co-head/password';
    expect((await (await house.as('security')).post(path)).status).toBe(403);
    expect((await (await house.as('system')).post('/api/v1/people/stranger/password')).status).toBe(404);
  });

  it('leaves a trace of its new password without the password', async () => {
    const admin = await house.as('system');
    const { json } = await admin.post<{ password: string }>('/api/v1/people/co-head/password');
    const [entry] = await house.stack.sql<{ text: string }>(
      `SELECT audit::text AS text FROM audit WHERE action = 'resetPassword' ORDER BY id DESC LIMIT 1`,
    );
    expect(entry?.text).toContain('co-head');
    expect(entry?.text).not.toContain(json.password);
  });
});

describe('the health of the machine', () => {
  it('says of every part whether somebody must act', async () => {
    const { json } = await get<Health>('system', '/health');
    const stateOf = (part: string) => json.findings.find((finding) => finding.part === part)?.state;
    expect([stateOf('postgres'), stateOf('temporal'), stateOf('mail_failed')]).toEqual([
      'well',
      'well',
      'well',
    ]);
    // Nobody keeps watch in this house.
    expect(stateOf('watch')).toBe('ill');
  });
});

describe('outgoing mail', () => {
  it('is told by what became of it', async () => {
    await (await house.as('case-officer-1')).command(house.items[0], 'dispatch');
    type Outgoing = z.output<(typeof getOutgoing)['answers']['ok']>;
    const path = `/plans/${house.plan}/outgoing`;
    const all = (await get<Outgoing>('system', path)).json.entries;
    expect(all.length).toBeGreaterThan(0);
    const state = all[0]?.outgoing ?? '';
    const some = (await get<Outgoing>('system', `${path}?state=${state}`)).json.entries;
    expect(new Set(some.map(({ outgoing }) => outgoing))).toEqual(new Set([state]));
    expect((await get<Outgoing>('system', `${path}?state=sending`)).json.entries).toEqual([]);
  });
});

describe('the books of a plan', () => {
  const mayIn = async (account: AccountName) => {
    const calendar = await get<z.output<(typeof getCalendar)['answers']['ok']>>(
      account,
      `/plans/${house.plan}/calendar`,
    );
    const policies = await get<z.output<(typeof listPolicies)['answers']['ok']>>(
      account,
      `/plans/${house.plan}/policies`,
    );
    const all = [...calendar.json.available, ...policies.json.available];
    return all.map(({ command, allowed, reason }) => [command, allowed, reason?.code ?? null]);
  };

  it('say to the supervision head that he may change them', async () => {
    expect(await mayIn('supervision-head')).toEqual([
      ['updateCalendar', true, null],
      ['publishPolicy', true, null],
    ]);
  });

  it('say to everybody else why not', async () => {
    expect(await mayIn('officer')).toEqual([
      ['updateCalendar', false, 'not_allowed'],
      ['publishPolicy', false, 'not_allowed'],
    ]);
  });

  it('say of a version in force that it is signed already', async () => {
    const { json } = await get<z.output<(typeof listPolicies)['answers']['ok']>>(
      'director',
      `/plans/${house.plan}/policies`,
    );
    const sign = json.entries[0]?.available.find(({ command }) => command === 'signPolicy');
    expect([sign?.allowed, sign?.reason?.code]).toEqual([false, 'already_done']);
    expect(sign?.reason?.detail).toContain('督办规则');
  });
});
