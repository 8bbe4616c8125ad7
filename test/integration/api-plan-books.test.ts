import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  calendarInForce,
  listOutages,
  listPolicies,
  movesPreview,
} from '../../src/api/contract/plan-books.js';
import { defaultPolicy } from '../../src/domain/policy.js';
import type { AccountName, House, Submission } from './api-house.js';
import { startHouse } from './api-house.js';

type Preview = z.output<typeof movesPreview>;

let house: House;
let item: string;
beforeAll(async () => {
  house = await startHouse();
  item = house.items[0];
  await (await house.as('case-officer-1')).command(item, 'dispatch');
  await (await house.as('head')).command(item, 'acknowledge');
});
afterAll(() => house.stop());

const path = (rest: string): string => `/api/v1/plans/${house.plan}/${rest}`;
const get = async <T>(account: AccountName, rest: string) =>
  (await (await house.as(account)).get<T>(path(rest))).json;
const ask = async <T = Submission>(account: AccountName, rest: string, body: object = {}) =>
  (await house.as(account)).post<T>(path(rest), body, { 'idempotency-key': randomUUID() });
const factsOf = async (id: string): Promise<readonly string[]> => {
  const rows = await house.stack.sql<{ type: string }>(
    'SELECT type FROM events WHERE item_id = $1 ORDER BY seq',
    [id],
  );
  return rows.map(({ type }) => type);
};
const advance = (to: string) => ask('director', 'clock/advance', { to });

/** Its version is given when it is published; what is undefined is not sent. */
const stricter = { ...defaultPolicy, version: undefined, rungs: { ...defaultPolicy.rungs, letter: 4 } };

describe('a policy', () => {
  it('is published by the supervision head and by nobody else', async () => {
    const refused = await ask('case-officer-1', 'policies', { policy: stricter });
    expect([refused.status, refused.json.code]).toEqual([403, 'not_allowed']);
    const published = await ask('supervision-head', 'policies', { policy: stricter });
    expect([published.status, published.json.version]).toEqual([201, 2]);
    expect(
      (await get<z.output<typeof listPolicies.answers.ok>>('officer', 'policies')).entries,
    ).toMatchObject([
      { version: 1, inForce: true, items: 2 },
      { version: 2, inForce: false, signedAt: null, items: 0, policy: { rungs: { letter: 4 } } },
    ]);
  });

  it('without a signature reaches nobody, by the plan or by the item', async () => {
    const byPlan = await ask('supervision-head', 'policies/2/adoption');
    expect([byPlan.status, byPlan.json.code]).toEqual([409, 'no_such_case']);
    expect((byPlan.json as { detail?: string }).detail).toContain('督办规则的签署');
    const head = await house.as('supervision-head');
    expect((await head.command(item, 'adoptPolicy', { version: 2 })).json.code).toBe('no_such_case');
    expect((await head.command(item, 'adoptPolicy', { version: 9 })).json.code).toBe('no_such_case');
  });

  it('is signed by a leader, and then later hand-outs are under it while running items keep theirs', async () => {
    expect((await ask('supervision-head', 'policies/2/signature')).json.code).toBe('not_allowed');
    expect((await ask('deputy-security', 'policies/2/signature')).status).toBe(201);
    expect((await ask('director', 'policies/2/signature')).json.code).toBe('already_done');
    await (await house.as('case-officer-2')).command(house.items[1], 'dispatch');
    const { entries } = await get<z.output<typeof listPolicies.answers.ok>>('director', 'policies');
    expect(entries).toMatchObject([
      { version: 1, inForce: false, items: 1 },
      { version: 2, inForce: true, items: 1 },
    ]);
  });

  it('shows what it would move before anybody adopts it, to the office and leaders only', async () => {
    expect((await ask('head', 'policies/2/adoption/preview')).status).toBe(403);
    await advance('2022-01-04T09:00');
    const { json } = await ask<Preview>('case-officer-1', 'policies/2/adoption/preview');
    expect(json.items).toHaveLength(1);
    expect(json.items[0]?.item.id).toBe(item);
    expect(json.items[0]?.moves).toEqual([
      {
        kind: 'rung',
        subject: 'M1',
        title: expect.stringContaining('督办函') as string,
        from: '2022-01-07T08:30:00.000+08:00',
        to: '2022-01-06T08:30:00.000+08:00',
      },
    ]);
    expect(await factsOf(item)).not.toContain('policyAdopted');
  });

  it('is adopted by the items named, as a submission each', async () => {
    const wrong = await ask('supervision-head', 'policies/2/adoption', { items: ['house-77'] });
    expect(wrong.json.code).toBe('invalid');
    expect((await ask('supervision-head', 'policies/2/adoption', { items: [item] })).status).toBe(201);
    expect((await factsOf(item)).filter((type) => type === 'policyAdopted')).toHaveLength(1);
    expect(await factsOf(house.items[1])).not.toContain('policyAdopted');
  });

  it('is doubted where it makes no sense, before anybody signs it, and may be tried all the same', async () => {
    const policy = { ...stricter, rungs: { ...defaultPolicy.rungs, urge2: 1 } };
    const { version } = (await ask('supervision-head', 'policies', { policy })).json as { version: number };
    const { entries } = await get<z.output<typeof listPolicies.answers.ok>>('director', 'policies');
    const doubts = entries.map((entry) => [entry.version, entry.doubts] as const);
    expect(new Map(doubts).get(1)).toEqual([]);
    expect(new Map(doubts).get(version)).toEqual([
      { path: ['rungs', 'urge2'], text: '须晚于前一级：督办阶梯各级依次递增' },
    ]);
  });
});

describe('a year of the calendar', () => {
  const edit = {
    year: 2022,
    notice: '国办发明电〔2021〕11号（更正）',
    off: ['2022-01-05', '2022-01-06'],
    on: [],
  };

  it('that contradicts itself is refused, in the preview too', async () => {
    const wrong = { ...edit, on: ['2022-01-05'] };
    expect((await ask('case-officer-1', 'calendar/preview', wrong)).json.code).toBe('invalid');
    expect((await ask('supervision-head', 'calendar', wrong)).json.code).toBe('invalid');
  });

  it('shows what it would move, and moves it for every running item', async () => {
    const { json } = await ask<Preview>('case-officer-1', 'calendar/preview', edit);
    const moved = json.items
      .find(({ item: { id } }) => id === item)
      ?.moves.find(({ title }) => title.includes('督办函'));
    expect(moved).toMatchObject({
      from: '2022-01-06T08:30:00.000+08:00',
      to: '2022-01-10T08:30:00.000+08:00',
    });
    expect((await ask('case-officer-1', 'calendar', edit)).json.code).toBe('not_allowed');
    expect((await ask('supervision-head', 'calendar', edit)).json).toMatchObject({
      state: 'done',
      version: 2,
    });
    for (const each of house.items) expect(await factsOf(each)).toContain('calendarAdopted');
    const inForce = await get<z.output<typeof calendarInForce>>('officer', 'calendar');
    expect(inForce.version).toBe(2);
    expect(inForce.years.find(({ year }) => year === 2022)).toEqual(edit);
  });
});

describe('an outage', () => {
  const span = { from: '2022-01-04T08:00', to: '2022-01-04T08:30' };

  it('is recorded by one of the office, never in advance', async () => {
    const ahead = { from: '2022-01-04T08:00', to: '2022-12-04T12:00', reason: '停电' };
    expect((await ask('case-officer-1', 'outages', ahead)).json.code).toBe('invalid');
    expect((await ask('director', 'outages', { ...span, reason: '停电' })).json.code).toBe('not_allowed');
    const recorded = await ask('case-officer-1', 'outages', { ...span, reason: '停电' });
    expect(recorded.json).toMatchObject({ state: 'done', version: 1 });
  });

  it('counts only once another of the office has confirmed it', async () => {
    expect((await ask('case-officer-1', 'outages/1/confirmation')).json.code).toBe('same_person');
    expect((await ask('supervision-head', 'outages/1/confirmation')).status).toBe(201);
    expect((await ask('case-officer-2', 'outages/1/confirmation')).json.code).toBe('already_done');
    const { entries } = await get<z.output<typeof listOutages.answers.ok>>('head', 'outages');
    expect(entries).toMatchObject([
      {
        outage: 1,
        reason: '停电',
        recordedBy: ['姓名 case-officer-1'],
        confirmedBy: '姓名 supervision-head',
      },
    ]);
  });

  it('on the last day of a milestone moves the end of its date', async () => {
    await advance('2022-12-31T20:00');
    const onLastDay = { from: '2022-12-31T10:00', to: '2022-12-31T18:00' };
    const { json } = await ask<Preview>('case-officer-1', 'outages/preview', onLastDay);
    const due = json.items.find(({ item: { id } }) => id === item)?.moves.find(({ kind }) => kind === 'due');
    expect(due).toMatchObject({ subject: 'M2', from: '2023-01-01T00:00:00.000+08:00' });
    await ask('supervision-head', 'outages', { ...onLastDay, reason: '断网' });
    await ask('case-officer-2', 'outages/2/confirmation');
    expect(await factsOf(item)).toContain('outageAdopted');
  });
});
