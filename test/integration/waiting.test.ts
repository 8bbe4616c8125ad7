/** Who owes the next step, in whose hands everything lay, and what a unit still sees of an item it has lost. */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { desk } from '../../src/api/contract/desk.js';
import type { historyEntry, itemCard, itemPage } from '../../src/api/contract/item-shapes.js';
import type { itemWaiting, planWaiting } from '../../src/api/contract/waiting.js';
import { startHouse, type AccountName, type House } from './api-house.js';

type Item = z.output<typeof itemPage>;
type Cards = { readonly entries: readonly z.output<typeof itemCard>[] };
type History = { readonly entries: readonly z.output<typeof historyEntry>[] };
type Desk = z.output<typeof desk>;
type ItemWaiting = z.output<typeof itemWaiting>;
type PlanWaiting = z.output<typeof planWaiting>;

let house: House;
let plan: string;
let item: string;
beforeAll(async () => {
  house = await startHouse();
  plan = `/api/v1/plans/${house.plan}`;
  item = `/api/v1/items/${house.items[0]}`;
  await given('case-officer-1', 'dispatch');
  await given('head', 'acknowledge');
});
afterAll(() => house.stop());

const given = async (account: AccountName, command: string, body: object = {}): Promise<void> => {
  const { status, text } = await (await house.as(account)).command(house.items[0], command, body);
  if (status !== 201) throw new Error(`${command}: ${status} ${text}`);
};
const read = async <T>(account: AccountName, path: string): Promise<T> =>
  (await (await house.as(account)).get<T>(path)).json;
const statusOf = async (account: AccountName, path: string): Promise<number> =>
  (await (await house.as(account)).get(path)).status;
const advanced = async (to: string): Promise<void> => {
  const visitor = await house.as('director');
  const key = { 'idempotency-key': randomUUID() };
  const { status, text } = await visitor.post(`${plan}/clock/advance`, { to }, key);
  if (status !== 201) throw new Error(text);
};
const submitted = async (): Promise<void> => {
  const head = await house.as('head');
  const { json } = await head.upload([{ name: '证明.pdf', bytes: Buffer.from('%PDF-1.7\n证明') }]);
  await given('head', 'submitEvidence', { milestone: 'M1', files: [json.files[0]?.id], note: '' });
};
const sums = (shares: ItemWaiting['shares']) =>
  Object.fromEntries(
    shares.map(({ with: party, unit, workingDays, workingDaysOver }) => [
      [party, ...(unit === null ? [] : [unit.id])].join(' '),
      [workingDays, workingDaysOver],
    ]),
  );

describe('the next step', () => {
  it('is the unit’s: its persons, its days and what happens otherwise', async () => {
    const { next, steps } = await read<Item>('director', item);
    expect(steps[0]).toEqual(next);
    expect(next).toMatchObject({
      kind: 'evidence',
      title: 'M1“里程碑 M1”提交佐证',
      milestone: 'M1',
      by: 'unit',
      unit: { id: 'corrections', name: '社区矫正管理处' },
      holders: [{ id: 'head', name: '姓名 head' }, { id: 'officer' }],
      until: '2021-12-31',
      over: false,
      otherwise: { type: 'reminded', key: 'M1:reminder1:1', told: ['unit_officer'] },
    });
    expect(steps.map(({ milestone }) => milestone)).toEqual(['M1', 'M2']);
  });

  it('stands in every row of the register, the case officer’s where nothing is handed out', async () => {
    const { entries } = await read<Cards>('director', `${plan}/items`);
    expect(entries.map(({ next }) => [next?.kind, next?.holders.map(({ id }) => id)])).toEqual([
      ['evidence', ['head', 'officer']],
      ['handing_out', ['case-officer-2']],
    ]);
    expect(entries[1]?.next?.otherwise).toMatchObject({
      type: 'caseBecameOverdue',
      told: ['case_officer', 'supervision_head'],
    });
  });

  it('stands on the desk, with the load of each person of the office', async () => {
    const mine = await read<Desk>('supervision-head', `${plan}/desk`);
    expect(mine.withOthers[0]).toMatchObject({
      case: 'handing_out',
      holders: [{ id: 'case-officer-2' }],
      workingDays: { over: 0 },
      otherwise: { type: 'caseBecameOverdue' },
    });
    expect(mine.load.map(({ person, open, over }) => [person.id, open, over])).toEqual([
      ['case-officer-1', 0, 0],
      ['case-officer-2', 1, 0],
      ['supervision-head', 0, 0],
    ]);
    const own = await read<Desk>('case-officer-2', `${plan}/desk`);
    expect(own.load).toMatchObject([{ person: { id: 'case-officer-2' }, open: 1 }]);
    expect((await read<Desk>('head', `${plan}/desk`)).load).toEqual([]);
  });
});

describe('the waiting ledger', () => {
  it('books the review to the office, and what was before it to the unit', async () => {
    await advanced('2021-10-12T10:00');
    await submitted();
    await advanced('2021-10-20T10:00');
    const ledger = await read<ItemWaiting>('head', `${item}/waiting`);
    expect(ledger.milestones[0]).toMatchObject({
      id: 'M1',
      title: '里程碑 M1',
      stretches: [
        { with: 'unit', units: [{ id: 'corrections' }], title: '提交佐证' },
        { with: 'office', units: [], why: 'evidence_review', title: '佐证审核', to: null, workingDays: 6 },
      ],
    });
    // Within five working days of 12 October; 20 October is the first morning past it.
    expect(ledger.cases.find(({ kind }) => kind === 'evidence_review')?.stretches).toMatchObject([
      { with: 'office', workingDays: 6, workingDaysOver: 1, to: null },
    ]);
  });

  it('sums up a plan by item and by whoever had it', async () => {
    const all = await read<PlanWaiting>('director', `${plan}/waiting`);
    expect(all.items.map(({ number }) => number)).toEqual([1, 2]);
    expect(all.leftOut).toBe(0);
    const office = all.shares.find((share) => share.with === 'office');
    expect(office).toMatchObject({
      title: '督办机构',
      unit: null,
      cases: { total: 3, open: 2, workingDaysOver: expect.any(Number) as number },
    });
    const whole = sums(
      all.items.flatMap(({ shares }) => shares.filter(({ with: party }) => party === 'unit')),
    );
    expect(sums(all.shares)['unit corrections']).toEqual(whole['unit corrections']);
  });

  it('is of what the caller may see only', async () => {
    const own = await read<PlanWaiting>('other-head', `${plan}/waiting`);
    expect(own.items.map(({ number }) => number)).toEqual([2]);
    expect(own.shares.some(({ unit }) => unit?.id === 'corrections')).toBe(false);
    expect(await statusOf('other-head', `${item}/waiting`)).toBe(404);
  });
});

describe('evidence that was returned', () => {
  it('is on the unit’s desk at once with what is missing, however far its date is', async () => {
    expect((await read<Desk>('head', `${plan}/desk`)).owed).toEqual([]);
    await given('case-officer-1', 'returnEvidence', { milestone: 'M1', reason: '缺盖章页' });
    const { owed, upcoming } = await read<Desk>('head', `${plan}/desk`);
    expect(owed).toMatchObject([{ id: 'M1', light: 'green', over: false, returned: { reason: '缺盖章页' } }]);
    expect(upcoming.map(({ id }) => id)).not.toContain('M1');
    const { milestoneList } = await read<Item>('head', item);
    expect(milestoneList.map(({ returned }) => returned?.reason ?? null)).toEqual(['缺盖章页', null]);
  });
});

describe('a unit from which an item was taken', () => {
  const secret = '只给新单位看的话';
  let before: Item;
  beforeAll(async () => {
    before = await read<Item>('head', item);
    await given('case-officer-1', 'reassign', { unit: 'lawyers', reason: '职责调整' });
    await given('case-officer-1', 'comment', { text: secret });
    await advanced('2022-01-20T10:00');
  });

  it('finds it in a list of its own, no longer in the register', async () => {
    expect((await read<Cards>('head', `${plan}/items`)).entries).toEqual([]);
    const former = await read<{ entries: object[] }>('head', `${plan}/items/former`);
    expect(former.entries).toMatchObject([
      { id: house.items[0], number: 1, lifecycle: 'in_progress', light: before.light },
    ]);
    for (const account of ['other-head', 'co-head', 'director'] as const)
      expect(await read(account, `${plan}/items/former`)).toEqual({ entries: [] });
  });

  it('reads it as it last had it, and may do nothing', async () => {
    const past = await read<Item>('head', item);
    expect(past.former?.until).toBe(past.asOf);
    expect(past).toMatchObject({
      version: before.version,
      unit: before.unit,
      light: before.light,
      milestoneList: before.milestoneList,
      documents: before.documents,
      evidence: before.evidence,
      available: [],
    });
    expect(before.former).toBeNull();
    const { status } = await (
      await house.as('head')
    ).command(house.items[0], 'reportProgress', { text: '…' });
    expect(status).toBe(404);
  });

  it('reads the history up to that moment and nothing after', async () => {
    const { entries } = await read<History>('head', `${item}/history?limit=200`);
    expect(entries[0]?.type).toBe('reassigned');
    expect(JSON.stringify(entries)).not.toContain(secret);
    expect(JSON.stringify(await read('director', `${item}/history?limit=200`))).toContain(secret);
    const oldest = await read<History>('head', `${item}/history?limit=200&order=oldest`);
    expect(oldest.entries.map(({ seq }) => seq)).toEqual(entries.map(({ seq }) => seq).toReversed());
  });

  it.each(['notices', 'documents', 'waiting'])('does not see its %s', async (what) => {
    expect(await statusOf('head', `${item}/${what}`)).toBe(404);
  });

  it('keeps the waiting it caused', async () => {
    const shares = sums((await read<PlanWaiting>('director', `${plan}/waiting`)).shares);
    // The new unit has been late since the turn of the year, the old one never was.
    expect(shares['unit corrections']?.[1]).toBe(0);
    expect(shares['unit lawyers']?.[1]).toBeGreaterThan(0);
  });
});
