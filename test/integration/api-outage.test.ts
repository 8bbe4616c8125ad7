import { randomUUID } from 'node:crypto';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startApi, type RunningApi } from '../../src/api/server.js';
import { createCourier } from '../../src/courier.js';
import { pino } from 'pino';
import { signedIn, startHouse, type House, type Submission, type Visitor } from './api-house.js';

/** A door before Postgres that can be shut, with everyone inside thrown out. */
const openDoor = async (target: URL) => {
  const sockets = new Set<Socket>();
  let isOpen = true;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  };
  const server = createServer((near) => {
    keep(near);
    if (!isOpen) return void near.destroy();
    const far = connect(Number(target.port), target.hostname);
    keep(far);
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(target);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.toString(),
    shut: () => {
      isOpen = false;
      for (const socket of sockets) socket.destroy();
    },
    open: () => {
      isOpen = true;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
};

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

const comment = (visitor: Visitor, key = randomUUID()) =>
  visitor.command(house.items[0], 'comment', { text: '一句话' }, { 'idempotency-key': key });
const comments = async (): Promise<number> =>
  (await house.stack.sql(`SELECT 1 FROM submissions WHERE type = 'comment'`)).length;
const decided = (visitor: Visitor, id: string): Promise<Submission> =>
  vi.waitFor(
    async () => {
      const { json } = await visitor.get<Submission>(`/api/v1/submissions/${id}`);
      expect(json.state).not.toBe('undecided');
      return json;
    },
    { timeout: 60_000, interval: 100 },
  );

describe('while Postgres is out of reach', () => {
  it('reads and writes say 503 and when to come back, nothing is accepted, and service resumes by itself', async () => {
    const door = await openDoor(new URL(house.stack.url));
    const api = await house.startAnother(door.url);
    const officer = await signedIn(api.url, 'case-officer-1');
    expect((await comment(officer)).status).toBe(201);
    const before = await comments();

    door.shut();
    for (const answer of [
      await officer.get('/api/v1/me'),
      await comment(officer),
      await officer.get('/api/v1/health/ready'),
    ]) {
      expect([answer.status, answer.json.code]).toEqual([503, 'unavailable']);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect((await officer.post('/api/v1/sessions', { account: 'head', password: 'x' })).status).toBe(503);
    expect(await comments()).toBe(before);

    door.open();
    expect((await officer.get('/api/v1/me')).status).toBe(200);
    expect((await comment(officer)).status).toBe(201);
    door.close();
  });
});

describe('while no worker runs', () => {
  it('a command is accepted with 202, durable and dated, and decided when one comes back', async () => {
    const api = await house.startAnother(house.stack.url, { commandWaitMs: 300 });
    const officer = await signedIn(api.url, 'case-officer-1');
    await house.stack.stopWorkers();
    const key = randomUUID();
    const given = await comment(officer, key);
    expect(given.status).toBe(202);
    expect(given.json).toMatchObject({ state: 'undecided', version: null, decidedAt: null });
    expect(given.headers.get('location')).toBe(`/api/v1/submissions/${given.json.id}`);
    const again = await comment(officer, key);
    expect([again.status, again.json.id]).toEqual([202, given.json.id]);

    await house.stack.startWorkers();
    expect(await decided(officer, given.json.id)).toMatchObject({
      state: 'done',
      receivedAt: given.json.receivedAt,
    });
    expect((await comment(officer, key)).status).toBe(201);
  });

  it('what would be refused by what waits before it is refused at once', async () => {
    const api = await house.startAnother(house.stack.url, { commandWaitMs: 300 });
    const officer = await signedIn(api.url, 'case-officer-1');
    await house.stack.stopWorkers();
    const first = await officer.command(house.items[0], 'dispatch');
    const second = await officer.command(house.items[0], 'dispatch');
    expect([first.status, second.status, second.json.code]).toEqual([202, 409, 'wrong_state']);
    await house.stack.startWorkers();
    expect(await decided(officer, first.json.id)).toMatchObject({ state: 'done' });
  });
});

describe('while Temporal is out of reach', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi({
      databaseUrl: house.stack.url,
      courier: createCourier({ address: '127.0.0.1:1', namespace: 'none' }),
      filesDir: house.filesDir,
      host: '127.0.0.1',
      port: 0,
      logger: pino({ level: 'silent' }),
      sessionSecret: 'a secret of this test',
      limits: { commandWaitMs: 500 },
    });
  });
  afterAll(() => api.stop(1_000));

  it('reads go on, commands are accepted with 202, and the health page says so', async () => {
    const officer = await signedIn(api.url, 'case-officer-1');
    expect((await officer.get(`/api/v1/items/${house.items[0]}`)).status).toBe(200);
    const given = await comment(officer);
    expect([given.status, given.json.state]).toEqual([202, 'undecided']);
    const system = await signedIn(api.url, 'system');
    const health = (await system.get('/api/v1/health')).json;
    expect(health).toMatchObject({ temporal: { reachable: false } });
  });
});

it('an API that is told to stop answers what it has begun', async () => {
  const api = await house.startAnother(house.stack.url);
  const officer = await signedIn(api.url, 'case-officer-1');
  const before = await comments();
  const begun = Promise.allSettled(Array.from({ length: 5 }, () => comment(officer)));
  await vi.waitFor(async () => expect(await comments()).toBeGreaterThan(before));
  await api.stop();
  const answers = await begun;
  const answered = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value.status] : []));
  expect(answered.length).toBeGreaterThan(0);
  expect(new Set(answered)).toEqual(new Set([201]));
  await expect(officer.get('/api/v1/me')).rejects.toThrow();
});
