/** A rehearsal played day by day, looked at each evening: later every one of those evenings is shown as it was. */
import type { z } from 'zod';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { board, trend } from '../../src/api/contract/board.js';
import type { planSummary } from '../../src/api/contract/plans.js';
import { startHouse, type AccountName, type House } from './api-house.js';
import { sampleBody } from './api-samples.js';
import type { ItemCommandType } from '../../src/api/contract/commands.js';

type Board = z.output<typeof board>;
type Summary = z.output<typeof planSummary>;

let house: House;
let base: string;
let file: string;

const lookers = [
  'director',
  'deputy-services',
  'supervision-head',
  'case-officer-2',
  'co-head',
  'other-head',
] as const;

/** By day and account, as it was answered on that day. */
const seen = new Map<string, Board>();
const summaries = new Map<string, Summary>();

const advanceTo = async (to: string): Promise<void> => {
  const visitor = await house.as('director');
  const { json } = await visitor.post(
    `${base}/clock/advance`,
    { to },
    { 'idempotency-key': randomUUID(), prefer: 'wait=60' },
  );
  expect(json).toMatchObject({ state: 'done' });
};

const give = async (
  who: AccountName,
  item: 0 | 1,
  command: ItemCommandType,
  more: object = {},
): Promise<void> => {
  const visitor = await house.as(who);
  const answer = await visitor.command(house.items[item], command, { ...sampleBody(command, file), ...more });
  expect([command, answer.status, answer.text]).toEqual([command, 201, answer.text]);
};

const boardOf = async (who: AccountName): Promise<Board> =>
  (await (await house.as(who)).get<Board>(`${base}/board`)).json;
const asOf = async (who: AccountName, date: string): Promise<Board> =>
  (await (await house.as(who)).get<Board>(`${base}/as-of/${date}`)).json;

const without = <T extends object, K extends keyof T>(whole: T, ...fields: readonly K[]): Omit<T, K> =>
  Object.fromEntries(Object.entries(whole).filter(([field]) => !fields.includes(field as K))) as Omit<T, K>;

/** What an evening has in common with what is shown of it later. */
const timeless = (shown: Board) => ({
  ...without(shown, 'asOf', 'past'),
  signatures: shown.signatures.map((signature) => without(signature, 'commands')),
});

type Act = readonly [who: AccountName, item: 0 | 1, command: ItemCommandType, more?: object];

/** What is done at nine in the morning of each day; the system adds what falls due. */
const story: Readonly<Record<string, readonly Act[]>> = {
  '2021-09-13': [],
  '2021-09-14': [
    ['case-officer-1', 0, 'dispatch'],
    ['case-officer-2', 1, 'dispatch'],
  ],
  '2021-09-15': [
    ['head', 0, 'acknowledge'],
    ['other-head', 1, 'acknowledge'],
  ],
  '2021-11-26': [['other-head', 1, 'requestExtension', { to: '2021-12-15' }]],
  '2021-12-01': [],
  '2021-12-02': [['deputy-services', 1, 'grantExtension']],
  '2021-12-15': [],
  '2021-12-16': [],
  '2021-12-22': [],
  '2021-12-29': [],
  '2021-12-31': [],
  '2022-01-05': [['supervision-head', 1, 'proposeListing', { level: 3 }]],
  '2022-01-07': [['director', 1, 'signListing']],
  '2022-01-14': [],
  '2022-01-21': [['other-officer', 1, 'reportProgress']],
  '2022-01-24': [['supervision-head', 1, 'reassign', { unit: 'corrections' }]],
  '2022-01-25': [
    ['head', 1, 'acknowledge'],
    ['head', 0, 'submitEvidence'],
  ],
  '2022-01-26': [['case-officer-1', 0, 'returnEvidence']],
  '2022-02-10': [['director', 0, 'suspend', { until: '2022-03-31' }]],
  '2022-02-11': [
    ['director', 0, 'resume'],
    ['head', 0, 'submitEvidence'],
    ['supervision-head', 0, 'acceptEvidence'],
  ],
  '2022-04-01': [],
};
const days = Object.keys(story);
const today = days.at(-1) ?? '';
/** The day on which lawyers lost item 2. */
const lost = '2022-01-24';

const live = async (date: string, acts: readonly Act[]): Promise<void> => {
  await advanceTo(`${date}T09:00`);
  for (const act of acts) await give(...act);
  await advanceTo(`${date}T23:59`);
  for (const who of lookers) seen.set(`${date} ${who}`, await boardOf(who));
  const visitor = await house.as('director');
  summaries.set(date, (await visitor.get<Summary>(`${base}/summary`)).json);
};

beforeAll(async () => {
  house = await startHouse();
  base = `/api/v1/plans/${house.plan}`;
  const upload = await (
    await house.as('head')
  ).upload([{ name: '总结.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') }]);
  file = upload.json.files[0]?.id ?? '';
  for (const [date, acts] of Object.entries(story)) await live(date, acts);
});
afterAll(() => house.stop());

describe('the wall now', () => {
  it('counts what the tables count', () => {
    for (const day of days) {
      const { total, sections, units } = seen.get(`${day} director`) ?? {};
      const summary = summaries.get(day);
      expect([day, total, sections]).toEqual([day, summary?.total, summary?.sections]);
      expect(units?.map((unit) => without(unit, 'daysOver'))).toEqual(summary?.units);
    }
  });

  it('is what the looks made anew from the log say', async () => {
    const before = await boardOf('director');
    await house.stack.sql('DELETE FROM looks');
    await house.stack.sql('DELETE FROM looks_now');
    await house.stack.sql('INSERT INTO looks_behind SELECT id, plan_id, version, settled_at FROM items');
    expect(timeless(await boardOf('director'))).toEqual(timeless(before));
  });

  it('has seen what it was played for', () => {
    const all = [...seen.values()];
    const levels = new Set(all.flatMap(({ items }) => items.map(({ level }) => level)));
    expect([...levels].sort()).toEqual(['lettered', 'listed_1', 'listed_3', 'none', 'urged']);
    expect(all.some(({ signatures }) => signatures.some(({ mine }) => mine))).toBe(true);
    expect(all.some(({ listings }) => listings.some(({ level }) => level === null))).toBe(true);
    expect(all.some(({ counts }) => counts.suspended > 0)).toBe(true);
    expect(all.some(({ counts }) => counts.underReview > 0)).toBe(true);
    expect(all.some(({ units }) => units.some(({ returned }) => returned > 0))).toBe(true);
  });
});

describe('the wall of a day that is over', () => {
  it('equals what was shown on that day, to everybody who may still see it', async () => {
    for (const [key, then] of seen) {
      const [date = '', who = ''] = key.split(' ');
      const now = await asOf(who as AccountName, date);
      expect([key, now.past, timeless(now)]).toEqual([key, date !== today, timeless(then)]);
    }
  });

  it('is left to a unit for the days it had an item, and no longer', async () => {
    const numbersOn = async (date: string) =>
      (await asOf('other-head', date)).items.map(({ number }) => number);
    expect([await numbersOn('2022-01-21'), await numbersOn(lost), await numbersOn('2022-01-25')]).toEqual([
      [2],
      [],
      [],
    ]);
  });

  it('shows a unit that was given an item how it was before', async () => {
    expect((await asOf('head', '2022-01-21')).items.map(({ number, unit }) => [number, unit.id])).toEqual([
      [1, 'corrections'],
      [2, 'lawyers'],
    ]);
  });

  it('is the present one on the present day', async () => {
    const { past, ...shown } = await asOf('director', today);
    expect([past, timeless({ past, ...shown })]).toEqual([false, timeless(await boardOf('director'))]);
  });

  it('asks nobody to sign', async () => {
    const { signatures } = await asOf('director', '2022-01-05');
    expect(signatures.map(({ kind, mine, commands }) => ({ kind, mine, commands }))).toEqual([
      { kind: 'listing_signature', mine: true, commands: [] },
    ]);
  });

  it('tells of the same items a week before', async () => {
    const { lastWeek } = await asOf('director', '2022-01-21');
    expect(lastWeek).toEqual({ date: '2022-01-14', ...(await asOf('director', '2022-01-14')).counts });
    expect((await asOf('director', '2021-09-14')).lastWeek).toBeNull();
  });

  it('shows one section when asked, and counts all', async () => {
    const visitor = await house.as('director');
    const { json } = await visitor.get<Board>(`${base}/as-of/2022-01-21?section=2`);
    expect([json.items, json.leftOut, json.counts.items]).toEqual([[], 0, 2]);
  });

  it.each([
    ['2022-04-02', 422, 'day_not_come'],
    ['2021-09-12', 422, 'before_the_plan'],
    ['2022-02-30', 404, 'not_found'],
  ])('is refused for %s', async (date, status, code) => {
    const answer = await (await house.as('director')).get(`${base}/as-of/${date}`);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });
});

describe('the trend', () => {
  const entryOn = ({ points }: z.output<typeof trend>, date: string) =>
    points.findLast((point) => point.date <= date);

  it('holds for every day what was counted when it ended', async () => {
    for (const who of ['director', 'case-officer-2'] as const) {
      const { json } = await (await house.as(who)).get<z.output<typeof trend>>(`${base}/trend`);
      expect([json.from, json.to]).toEqual(['2021-09-13', '2022-04-01']);
      for (const date of days) {
        const counts = seen.get(`${date} ${who}`)?.counts;
        const { items, red, yellow, listed, closed } = counts ?? {};
        expect([date, entryOn(json, date)]).toMatchObject([date, { items, red, yellow, listed, closed }]);
      }
    }
  });

  it('ends for a unit when its item went to another', async () => {
    const { json } = await (await house.as('other-head')).get<z.output<typeof trend>>(`${base}/trend`);
    expect([entryOn(json, '2022-01-21')?.items, json.points.at(-1)?.items]).toEqual([1, 0]);
  });
});
