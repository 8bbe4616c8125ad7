import { createHmac } from 'node:crypto';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { isPublic, type Resolve } from '../../src/activities/public-address.js';
import { createRobots, type RobotsOptions } from '../../src/activities/webhook.js';
import type { Channel } from '../../src/domain/channels.js';
import { saying, startRobotServer, type RobotServer } from '../support/robot.js';

let server: RobotServer;
beforeEach(async () => {
  server = await startRobotServer();
});
afterEach(() => server.stop());

const now = Date.parse('2026-11-24T00:30:00Z');
const letter = {
  subject: '【督战】第 1 项：节点已逾期',
  lines: ['第 1 项 建成中心', '', '· 节点已逾期（M1）'],
};

/** Names that resolve to what a test says; the one thing a test cannot have for real. */
const resolvingTo =
  (...addresses: readonly string[]): Resolve =>
  (_host, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

const robotsOf = (more: Partial<RobotsOptions> = {}) => {
  const robots = createRobots({
    hosts: [`robot.test:${server.port}`, `127.0.0.1:${server.port}`, `[::1]:${server.port}`],
    allowPrivate: true,
    clock: () => now,
    patienceMs: 300,
    resolve: resolvingTo('127.0.0.1'),
    ...more,
  });
  if (!robots) throw new Error('there are no robots');
  return robots;
};
const dingtalk = (more: Partial<Channel> = {}): Channel => ({
  kind: 'dingtalk',
  url: `http://robot.test:${server.port}/robot/send?access_token=token-of-the-group`,
  secret: 'SEC-of-the-group',
  ...more,
});
const wecom = (): Channel => ({
  kind: 'wecom',
  url: `http://robot.test:${server.port}/cgi-bin/webhook/send?key=key-of-the-group`,
  secret: null,
});

describe('a message in the shape of DingTalk', () => {
  it('is markdown with a title, signed with the secret and the time', async () => {
    expect(await robotsOf().send(dingtalk(), letter)).toEqual({ kind: 'sent' });
    const [call] = server.calls;
    expect(call).toMatchObject({
      method: 'POST',
      host: `robot.test:${server.port}`,
      path: '/robot/send',
      body: { msgtype: 'markdown', markdown: { title: letter.subject } },
    });
    expect(call?.body.markdown.text).toBe(
      '#### 【督战】第 1 项：节点已逾期\n\n第 1 项 建成中心\n\n- 节点已逾期（M1）',
    );
    const hmac = createHmac('sha256', 'SEC-of-the-group');
    hmac.update(Buffer.from(`1795480200000\nSEC-of-the-group`, 'utf8'));
    expect(Object.fromEntries(call?.query ?? [])).toEqual({
      access_token: 'token-of-the-group',
      timestamp: '1795480200000',
      sign: hmac.digest('base64'),
    });
  });

  it('is unsigned where there is no secret', async () => {
    await robotsOf().send(dingtalk({ secret: null }), letter);
    expect([...(server.calls[0]?.query.keys() ?? [])]).toEqual(['access_token']);
  });

  it('is at most 20,000 bytes long, cut at a line, and says how many are missing', async () => {
    const lines = Array.from({ length: 900 }, (_, line) => `· 第 ${line} 行说的是一件需要办理的事`);
    await robotsOf().send(dingtalk(), { ...letter, lines });
    const [call] = server.calls;
    const kept = call?.body.markdown.text?.split('\n\n') ?? [];
    expect(call?.bytes).toBeLessThanOrEqual(20_000);
    expect(call?.bytes).toBeGreaterThan(19_800);
    expect(kept.at(-1)).toBe(`…（另有 ${901 - (kept.length - 1)} 行，请登录督战系统查看）`);
    expect(kept.at(-2)).toMatch(/^- 第 \d+ 行说的是一件需要办理的事$/);
  });
});

describe('a message in the shape of WeCom', () => {
  it('is markdown of one text, with the key in the address and no signature', async () => {
    expect(await robotsOf().send(wecom(), letter)).toEqual({ kind: 'sent' });
    const [call] = server.calls;
    expect(call).toMatchObject({
      path: '/cgi-bin/webhook/send',
      body: {
        msgtype: 'markdown',
        markdown: { content: '#### 【督战】第 1 项：节点已逾期\n第 1 项 建成中心\n- 节点已逾期（M1）' },
      },
    });
    expect([...(call?.query.keys() ?? [])]).toEqual(['key']);
  });

  it('has a text of at most 4,096 bytes, cut at a line', async () => {
    const lines = Array.from({ length: 300 }, (_, line) => `· 第 ${line} 行说的是一件需要办理的事`);
    await robotsOf().send(wecom(), { ...letter, lines });
    const content = server.calls[0]?.body.markdown.content ?? '';
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(4_096);
    expect(Buffer.byteLength(content)).toBeGreaterThan(3_980);
    expect(content).toMatch(/\n…（另有 \d+ 行，请登录督战系统查看）$/);
  });

  it('says only how much there is where not even a line fits', async () => {
    await robotsOf().send(wecom(), { subject: '长'.repeat(2_000), lines: ['短'] });
    expect(server.calls[0]?.body.markdown.content).toBe('…（另有 2 行，请登录督战系统查看）');
  });
});

it('a title cannot call persons or hide a link', async () => {
  await robotsOf().send(wecom(), { subject: '<@all>', lines: ['[点这里](http://example.org)'] });
  expect(server.calls[0]?.body.markdown.content).toBe('#### ＜@all＞\n［点这里］(http://example.org)');
});

describe('an answer', () => {
  it.each([
    ['a plain yes', saying(0), { kind: 'sent' }],
    ['too often, of DingTalk', saying(130_101), { kind: 'temporary', reason: 'errcode 130101: said' }],
    ['busy', saying(-1), { kind: 'temporary', reason: 'errcode -1: said' }],
    ['a wrong signature', saying(310_000), { kind: 'permanent', reason: 'errcode 310000: said' }],
    ['HTTP 429', saying(0, 'ok', 429), { kind: 'temporary', reason: 'HTTP 429' }],
    ['HTTP 500', saying(0, 'ok', 500), { kind: 'temporary', reason: 'HTTP 500' }],
    ['HTTP 404', saying(0, 'ok', 404), { kind: 'permanent', reason: 'HTTP 404' }],
    [
      'a yes in no words',
      { status: 200, body: 'ok' },
      { kind: 'unknown', reason: 'the answer cannot be read' },
    ],
    ['a yes of another shape', saying('0'), { kind: 'unknown', reason: 'the answer cannot be read' }],
    ['silence', 'be silent', { kind: 'unknown', reason: 'no answer in time' }],
  ] as const)('%s is told as what it is', async (_, behaviour, sent) => {
    server.next(behaviour);
    expect(await robotsOf().send(dingtalk(), letter)).toEqual(sent);
  });

  it.each(['hang up', 'hang up within the answer'] as const)(
    'that would %s leaves the fate unknown',
    async (behaviour) => {
      server.next(behaviour);
      expect(await robotsOf().send(dingtalk(), letter)).toMatchObject({ kind: 'unknown' });
      expect(server.calls).toHaveLength(1);
    },
  );

  it('too often, of WeCom, is one of its own', async () => {
    server.next(saying(45_009), saying(45_009));
    expect(await robotsOf().send(wecom(), letter)).toMatchObject({ kind: 'temporary' });
    expect(await robotsOf().send(dingtalk(), letter)).toMatchObject({ kind: 'permanent' });
  });

  it('that points elsewhere is not followed', async () => {
    const other = await startRobotServer();
    server.next({ status: 307, body: '', location: `http://127.0.0.1:${other.port}/` });
    expect(await robotsOf().send(dingtalk(), letter)).toEqual({ kind: 'permanent', reason: 'HTTP 307' });
    expect(other.connections()).toBe(0);
    await other.stop();
  });

  it('that quotes the keys of the group is recorded without them', async () => {
    server.next(saying(310_000, `token-of-the-group and SEC-of-the-group are wrong ${'x'.repeat(1_000)}`));
    const sent = await robotsOf().send(dingtalk(), letter);
    expect(sent).toMatchObject({ reason: expect.stringContaining('… and … are wrong') as string });
    expect(JSON.stringify(sent)).not.toMatch(/token-of|SEC-of/);
    expect('reason' in sent && sent.reason.length).toBeLessThanOrEqual(300);
  });
});

describe('nothing has been sent, and it is tried again,', () => {
  test('where nobody listens', async () => {
    await server.stop();
    const sent = await robotsOf().send(dingtalk(), letter);
    expect(sent).toMatchObject({
      kind: 'temporary',
      reason: expect.stringContaining('ECONNREFUSED') as string,
    });
    expect(JSON.stringify(sent)).not.toMatch(/token-of|SEC-of/);
    server = await startRobotServer();
  });

  test('where the name means nothing', async () => {
    const resolve: Resolve = (_host, _options, callback) =>
      callback(Object.assign(new Error('no such host'), { code: 'ENOTFOUND' }), []);
    expect(await robotsOf({ resolve }).send(dingtalk(), letter)).toMatchObject({ kind: 'temporary' });
  });

  test('where the other side does not speak TLS', async () => {
    const url = `https://robot.test:${server.port}/robot/send?access_token=token-of-the-group`;
    expect(await robotsOf().send(dingtalk({ url }), letter)).toMatchObject({ kind: 'temporary' });
    expect(server.calls).toHaveLength(0);
  });

  test('where somebody listens and never answers the greeting', async () => {
    const mute = createServer().listen(0, '127.0.0.1');
    await once(mute, 'listening');
    const { port } = mute.address() as AddressInfo;
    const url = `https://robot.test:${port}/robot/send?access_token=token-of-the-group`;
    const robots = robotsOf({ hosts: [`robot.test:${port}`] });
    expect(await robots.send(dingtalk({ url }), letter)).toEqual({
      kind: 'temporary',
      reason: 'no answer in time',
    });
    mute.close();
  });
});

describe('nothing is connected to', () => {
  const secureAt = (host: string): Channel =>
    dingtalk({ url: `https://${host}:${server.port}/robot/send?access_token=token-of-the-group` });
  const closed = { allowPrivate: false } as const;

  it.each(['127.0.0.1', '10.1.2.3', '169.254.169.254', '::1', '::ffff:127.0.0.1', 'fd00::1'])(
    'where the name means %s',
    async (address) => {
      const robots = robotsOf({ ...closed, resolve: resolvingTo(address) });
      expect(await robots.send(secureAt('robot.test'), letter)).toEqual({
        kind: 'permanent',
        reason: 'robot.test lies in a private network',
      });
      expect(server.connections()).toBe(0);
    },
  );

  it('where one of the addresses is private', async () => {
    const robots = robotsOf({ ...closed, resolve: resolvingTo('93.184.215.14', '127.0.0.1') });
    expect(await robots.send(secureAt('robot.test'), letter)).toMatchObject({ kind: 'permanent' });
    expect(server.connections()).toBe(0);
  });

  it.each(['127.0.0.1', '[::1]'])('where the address itself, %s, is in the URL', async (host) => {
    expect(await robotsOf(closed).send(secureAt(host), letter)).toMatchObject({ kind: 'permanent' });
    expect(server.connections()).toBe(0);
  });

  it('where the host is not among those allowed, even if it was once', async () => {
    const robots = robotsOf({ hosts: ['oapi.dingtalk.com'] });
    expect(await robots.send(dingtalk(), letter)).toEqual({
      kind: 'permanent',
      reason: 'channel_host_refused',
    });
    expect(server.connections()).toBe(0);
  });

  it('without HTTPS, unless private networks are allowed', async () => {
    expect(await robotsOf(closed).send(dingtalk(), letter)).toEqual({
      kind: 'permanent',
      reason: 'channel_not_secure',
    });
    expect(server.connections()).toBe(0);
  });
});

it('a name is looked up once a message, so that it cannot change its mind after it was checked', async () => {
  const answers = ['127.0.0.1', '192.0.2.1'];
  const asked: string[] = [];
  const resolve: Resolve = (host, options, callback) => {
    asked.push(host);
    resolvingTo(answers.shift() ?? '192.0.2.1')(host, options, callback);
  };
  expect(await robotsOf({ resolve }).send(dingtalk(), letter)).toEqual({ kind: 'sent' });
  expect(asked).toEqual(['robot.test']);
});

it('there are no robots where no host is named', () => {
  expect(createRobots({ hosts: [], allowPrivate: true, clock: () => now })).toBeNull();
});

describe('an address is public', () => {
  it.each([
    '1.1.1.1',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '203.119.0.1',
    '2400:3200::1',
  ])('as %s is', (address) => expect(isPublic(address)).toBe(true));

  it.each([
    ...[
      '0.0.0.0',
      '10.0.0.0',
      '10.255.255.255',
      '100.64.0.0',
      '100.127.255.255',
      '127.0.0.1',
      '127.255.255.255',
    ],
    ...[
      '169.254.0.1',
      '172.16.0.0',
      '172.31.255.255',
      '192.0.0.1',
      '192.168.0.1',
      '198.18.0.1',
      '198.19.255.255',
    ],
    ...['224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
    ...[
      '::',
      '::1',
      '::ffff:8.8.8.8',
      '64:ff9b::7f00:1',
      'fc00::1',
      'fdff::1',
      'fe80::1',
      'fec0::1',
      'ff02::1',
    ],
    ...['2001:db8::1', '2001::1', '2002:7f00:1::', '100::1', 'localhost', ''],
  ])('as %s is not', (address) => expect(isPublic(address)).toBe(false));
});
