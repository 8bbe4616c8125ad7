import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { itemForecast, itemWhatIf, planForecast, planWhatIf } from '../../src/api/contract/forecast.js';
import { announce } from '../../src/cli/system/running.js';
import { writeOwn } from '../../src/cli/system/secrets.js';
import { password, startHouse, type House, type Visitor } from './api-house.js';

type ItemForecast = z.output<typeof itemForecast>;
type ItemWhatIf = z.output<typeof itemWhatIf>;
type PlanForecast = z.output<typeof planForecast>;
type PlanWhatIf = z.output<typeof planWhatIf>;

const keysOf = (entries: ItemForecast['entries']): readonly string[] =>
  entries.flatMap(({ at, happens }) => happens.flatMap(({ key }) => (key === null ? [] : [`${at} ${key}`])));

let house: House;
let head: Visitor;
let path: string;
let present: ItemForecast;

/** Everything that is written, as rows. */
const written = async (): Promise<unknown> =>
  house.stack.sql(
    `SELECT (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM submissions) AS submissions,
       (SELECT count(*) FROM notices) AS notices, (SELECT jsonb_agg(snapshot ORDER BY id) FROM items) AS items`,
  );

beforeAll(async () => {
  house = await startHouse();
  for (const item of house.items) await (await house.as('supervision-head')).command(item, 'dispatch');
  head = await house.as('supervision-head');
  path = `/api/v1/items/${house.items[0]}/forecast`;
  present = (await head.get<ItemForecast>(`${path}?days=200`)).json;
});
afterAll(() => house.stop());

describe('the forecast of an item', () => {
  it('is what happens when its clock is moved and nobody acts', async () => {
    const other = await startHouse();
    try {
      const office = await other.as('supervision-head');
      await office.command(other.items[0], 'dispatch');
      const foreseen = await office.get<ItemForecast>(`/api/v1/items/${other.items[0]}/forecast?days=120`);
      const { asOf, until } = foreseen.json;
      await office.post(
        `/api/v1/plans/${other.plan}/clock/advance`,
        { to: until },
        { 'idempotency-key': 'k' },
      );
      const history = await office.get<{ entries: { at: string; fact: { key?: string } }[] }>(
        `/api/v1/items/${other.items[0]}/history?order=oldest&limit=200`,
      );
      const happened = history.json.entries
        .filter(({ at, fact }) => at > asOf && at <= until && fact.key !== undefined)
        .map(({ at, fact }) => `${at} ${fact.key}`);
      expect(happened.length).toBeGreaterThan(5);
      expect(keysOf(foreseen.json.entries)).toEqual(happened);
    } finally {
      await other.stop();
    }
  });

  it('says each step in words, with whom it tells and on which paper', () => {
    const urge = present.entries.flatMap(({ happens }) => happens).find(({ type }) => type === 'urged');
    expect(urge).toEqual({
      type: 'urged',
      key: 'M1:urge1:1',
      text: expect.stringContaining('催办') as string,
      told: ['unit_officer', 'unit_head'],
      class: 'formal',
      document: 'urge_slip',
      documentTitle: '催办单',
    });
  });

  it('says when the colour and the level turn', () => {
    const turns = present.entries.flatMap(({ light, level }) => [light?.to, level?.to].filter(Boolean));
    expect(turns.slice(0, 4)).toEqual(['urged', 'yellow', 'red', 'lettered']);
  });

  it('ends after 30 days unless asked for others', async () => {
    const { json } = await head.get<ItemForecast>(path);
    expect(Date.parse(json.until) - Date.parse(json.asOf)).toBe(30 * 86_400_000);
  });

  it.each(['0', '401', '1.5', 'soon', ''])('is refused for %j days', async (days) => {
    const answer = await head.get(`${path}?days=${days}`);
    expect([answer.status, answer.json.code]).toEqual([400, 'invalid_query']);
  });
});

describe('what if', () => {
  const sooner = { policy: { rungs: { letter: 2 } } };

  it('shows both courses side by side and writes nothing', async () => {
    const before = await written();
    const { json } = await head.post<ItemWhatIf>(`${path}?days=200`, sooner);
    expect(json.present).toEqual(present.entries);
    const letterOf = (entries: ItemForecast['entries']) =>
      keysOf(entries).find((key) => key.endsWith('M1:letter:1'));
    expect([letterOf(json.present), letterOf(json.whatIf)]).toEqual([
      '2022-01-07T08:30:00.000+08:00 M1:letter:1',
      '2022-01-04T08:30:00.000+08:00 M1:letter:1',
    ]);
    expect(await written()).toEqual(before);
  });

  it.each([
    ['a rung the ladder does not have', { rungs: { shouting: 2 } }],
    ['a time that does not exist', { morning: '25:00' }],
    ['a number out of bounds', { terms: { receipt: 0 } }],
    ['a version', { version: 2 }],
  ])('refuses %s', async (_, policy) => {
    const answer = await head.post(path, { policy });
    expect([answer.status, answer.json.code]).toEqual([422, 'invalid_body']);
  });

  it('compares whole plans', async () => {
    const { json } = await head.post<PlanWhatIf>(`/api/v1/plans/${house.plan}/forecast?days=200`, sooner);
    const documents = (course: PlanWhatIf['present']): number =>
      course.load.units.flatMap(({ weeks }) => weeks).reduce((sum, week) => sum + week.documents, 0);
    expect(documents(json.present)).toBeGreaterThan(0);
    expect(json.whatIf.entries.length).toBeGreaterThan(0);
    expect(json.whatIf).not.toEqual(json.present);
  });
});

describe('the forecast of a plan', () => {
  it('holds the moments of all its items in the order of time', async () => {
    const { json } = await head.get<PlanForecast>(`/api/v1/plans/${house.plan}/forecast?days=200`);
    expect(new Set(json.entries.map(({ item }) => item.number))).toEqual(new Set([1, 2]));
    const instants = json.entries.map(({ at }) => at);
    expect(instants).toEqual([...instants].sort());
    expect(json.truncated).toBe(0);
    expect(json.items).toEqual({ looked: 2, leftOut: 0 });
  });

  it('sums what each unit will hear, week by week', async () => {
    const { json } = await head.get<PlanForecast>(`/api/v1/plans/${house.plan}/forecast?days=200`);
    const notices = (unit: string): number =>
      json.load.units
        .filter((one) => one.unit.id === unit)
        .flatMap(({ weeks }) => weeks)
        .reduce((sum, week) => sum + week.notices, 0);
    const told = (number: number): number =>
      json.entries
        .filter(({ item }) => item.number === number)
        .flatMap(({ happens }) => happens.flatMap((one) => one.told))
        .filter((post) => post === 'unit_officer' || post === 'unit_head').length;
    expect([notices('corrections'), notices('lawyers')]).toEqual([told(1), told(2)]);
  });

  it.each([
    ['other-head', [2]],
    ['co-head', [1]],
    ['case-officer-2', [2]],
    ['director', [1, 2]],
  ] as const)('shows %s only what they may see', async (account, numbers) => {
    const visitor = await house.as(account);
    const { json } = await visitor.get<PlanForecast>(`/api/v1/plans/${house.plan}/forecast?days=200`);
    expect([...new Set(json.entries.map(({ item }) => item.number))].sort()).toEqual(numbers);
  });

  it('does not exist for whoever may not see the item', async () => {
    const other = await house.as('other-head');
    expect((await other.get(path)).status).toBe(404);
    expect((await other.post(path, { policy: {} })).status).toBe(404);
  });
});

describe('duzhan forecast', () => {
  const bin = fileURLToPath(new URL('../../bin/duzhan.js', import.meta.url));
  let home: string;

  const duzhan = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise((resolve) => {
      const env = { ...process.env, DUZHAN_HOME: home };
      execFile(process.execPath, [bin, 'forecast', ...args], { env }, (error, out, err) => {
        resolve({ code: error === null ? 0 : Number(error.code), out, err });
      });
    });

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'duzhan-forecast-'));
    await writeOwn(join(home, 'secrets.json'), home, {
      sessionSecret: 'x'.repeat(32),
      rehearsalPassword: password,
    });
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  it('says so when nothing runs', async () => {
    const { code, out, err } = await duzhan(house.items[0]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe(`Nothing runs from ${home}. Start the system first: npm start\n`);
  });

  describe('of a running system', () => {
    beforeAll(() =>
      announce(home, {
        pid: process.pid,
        apiUrl: house.api.url,
        databaseUrl: '',
        temporalAddress: '',
        temporalNamespace: '',
        temporalUi: null,
      }),
    );

    it('prints the moments of an item in Chinese, with whom each tells', async () => {
      const { out } = await duzhan(house.items[0], '--days', '200');
      expect(out).toContain(`${house.items[0]}：自 2021-09-13`);
      expect(out).toMatch(/^2022-01-01 00:00 {2}.*逾期.* \| 告知填报员、单位负责人、督办员$/m);
      expect(out).toContain('亮灯：黄 → 红');
    });

    it('prints them in English when asked', async () => {
      const { out } = await duzhan(house.items[0], '--days', '200', '--language', 'en');
      expect(out).toMatch(/^2022-01-03 08:30 {2}Urged.* \| told: .* \| .*urge/im);
    });

    it('prints what the API answers as JSON', async () => {
      const { out } = await duzhan(house.items[0], '--days', '200', '--language', 'zh', '--json');
      const { entries } = JSON.parse(out) as ItemForecast;
      expect(keysOf(entries)).toEqual(keysOf(present.entries));
    });

    it('prints a plan with its load, beside another policy', async () => {
      const policy = join(home, 'policy.yaml');
      await writeFile(policy, 'rungs: { letter: 2 }');
      const { out } = await duzhan('--plan', house.plan, '--days', '200', '--policy', policy);
      const [before = '', after = ''] = out.split('== 按假设规则');
      expect(before).toMatch(/^2022-01-07 08:30 {4}#1 .*督办函/m);
      expect(after).toMatch(/^2022-01-04 08:30 {4}#1 .*督办函/m);
      expect(after).toContain('2022-W01 通知');
    });

    it.each([
      [['no-such-item-1'], /没有|不存在/],
      [[], /either an item or --plan/],
    ])('tells what it cannot do: %j', async (args, reason) => {
      const { code, err } = await duzhan(...args);
      expect(code).toBe(1);
      expect(err).toMatch(reason);
    });
  });
});
