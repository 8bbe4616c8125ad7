import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi } from '../../src/api/server.js';
import { channelOf } from '../../src/store/channels.js';
import { accountNames, signedIn, startHouse, type House, type Visitor } from './api-house.js';

let house: House;
let admin: Visitor;
beforeAll(async () => {
  house = await startHouse();
  admin = await house.as('system');
});
afterAll(() => house.stop());

const path = '/api/v1/people/head/channel';
const url = 'https://oapi.dingtalk.com/robot/send?access_token=token-of-the-group';
const given = { kind: 'dingtalk', url, secret: 'SEC-of-the-group' };

const put = (visitor: Visitor, body: object, of = path, language = 'zh') =>
  visitor.send<{ readonly detail?: string }>(of, {
    method: 'PUT',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'accept-language': language },
  });

it('a robot is given, shown without its secrets, and taken away', async () => {
  expect((await admin.get(path)).json).toEqual({ channel: null });
  const set = await put(admin, given);
  const shown = { channel: { kind: 'dingtalk', host: 'oapi.dingtalk.com', signed: true } };
  expect([set.status, set.json]).toEqual([200, shown]);
  expect((await admin.get(path)).json).toEqual(shown);
  const kept = await house.stack.db.asActor({ system: 'mailbox' }, (tx) => channelOf(tx, 'head'));
  expect(kept).toEqual(given);
  expect((await admin.send(path, { method: 'DELETE' })).status).toBe(204);
  expect((await admin.get(path)).json).toEqual({ channel: null });
});

it('another one takes the place of the first', async () => {
  await put(admin, given);
  await put(admin, { kind: 'wecom', url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k' });
  expect((await admin.get(path)).json).toEqual({
    channel: { kind: 'wecom', host: 'qyapi.weixin.qq.com', signed: false },
  });
});

it('every change is in the audit, and no secret is', async () => {
  await put(admin, given);
  await admin.send(path, { method: 'DELETE' });
  const entries = await house.stack.sql<{ action: string; text: string }>(
    `SELECT action, audit::text AS text FROM audit WHERE action IN ('setChannel', 'removeChannel')`,
  );
  expect(entries.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['setChannel', 'removeChannel']),
  );
  for (const { text } of entries) expect(text).not.toMatch(/-of-the-group/);
});

it('a reader of the database cannot see address and secret', async () => {
  await put(admin, given);
  const read = house.stack.db.asReader({ system: 'mailbox' }, (tx) => channelOf(tx, 'head'));
  await expect(read).rejects.toThrow('permission denied');
});

it.each([
  [{ ...given, url: 'https://example.org/robot' }, 'channel_host_refused', /example\.org.*允许/],
  [{ ...given, url: 'https://oapi.dingtalk.com:8443/robot' }, 'channel_host_refused', /8443/],
  [{ ...given, url: 'http://oapi.dingtalk.com/robot' }, 'channel_not_secure', /https/],
  [{ ...given, url: 'https://user:x@oapi.dingtalk.com/' }, 'invalid_body', /改正/],
  [{ ...given, kind: 'feishu' }, 'invalid_body', /改正/],
  [{ ...given, kind: 'wecom' }, 'invalid_body', /改正/],
  [{ kind: 'dingtalk' }, 'invalid_body', /改正/],
])('%j is refused with %s, and changes nothing', async (body, code, detail) => {
  await admin.send(path, { method: 'DELETE' });
  const { status, json } = await put(admin, body);
  expect([status, json.code]).toEqual([422, code]);
  expect(json.detail).toMatch(detail);
  expect((await admin.get(path)).json).toEqual({ channel: null });
});

it('says in English what is not allowed to those who read English', async () => {
  const { json } = await put(admin, { ...given, url: 'https://example.org/' }, path, 'en');
  expect(json.detail).toBe('example.org is not among the hosts the settings allow.');
});

it('of nobody it is not found', async () => {
  expect((await put(admin, given, '/api/v1/people/nobody/channel')).status).toBe(404);
  expect((await admin.send('/api/v1/people/nobody/channel', { method: 'DELETE' })).status).toBe(404);
});

it('is the system administrator’s alone to give and to take', async () => {
  for (const account of accountNames.filter((name) => name !== 'system')) {
    const visitor = await house.as(account);
    const taken = await visitor.send(path, { method: 'DELETE' });
    expect([account, (await put(visitor, given)).status, taken.status]).toEqual([account, 403, 403]);
  }
});

it('where no host is allowed there are no robots', async () => {
  const api = await startApi({
    databaseUrl: house.stack.url,
    courier: house.stack.courier,
    filesDir: house.filesDir,
    host: '127.0.0.1',
    port: 0,
    logger: pino({ level: 'silent' }),
    sessionSecret: 'another secret',
  });
  const { status, json } = await put(await signedIn(api.url, 'system'), given);
  await api.stop(1_000);
  expect([status, json.code]).toEqual([409, 'channels_off']);
});
