/** What the office works through when something is late: the climb, the unit's answer, and what may be sent up. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import type { desk } from '../../src/api/contract/desk.js';
import type { documentEntry } from '../../src/api/contract/documents.js';
import type { itemPage } from '../../src/api/contract/item-shapes.js';
import type { pressedPage } from '../../src/api/contract/pressed.js';
import { startHouse, type House } from './api-house.js';

let house: House;
let base: string;
beforeAll(async () => {
  house = await startHouse();
  base = `/api/v1/plans/${house.plan}`;
  for (const [item, officer, head] of [
    [house.items[0], 'case-officer-1', 'head'],
    [house.items[1], 'case-officer-2', 'other-head'],
  ] as const) {
    await (await house.as(officer)).command(item, 'dispatch');
    await (await house.as(head)).command(item, 'acknowledge');
  }
  // Item 2 is due on 2021-11-30, item 1 on 2021-12-31.
  await advanceTo('2022-01-04T09:00');
});
afterAll(() => house.stop());

const advanceTo = async (to: string): Promise<void> => {
  const director = await house.as('director');
  const { status } = await director.post(
    `${base}/clock/advance`,
    { to },
    { 'idempotency-key': randomUUID() },
  );
  expect(status).toBeLessThan(300);
};
const pressed = async (account: 'case-officer-1' | 'supervision-head' | 'head', query = '') =>
  (await (await house.as(account)).get<z.output<typeof pressedPage>>(`${base}/pressed${query}`)).json;

it('lists what is overdue, worst first, with every rung and the one that comes next', async () => {
  const { entries, counts } = await pressed('supervision-head');
  expect(entries.map(({ number, level }) => [number, level])).toEqual([
    [2, 'listed_1'],
    [1, 'urged'],
  ]);
  expect(entries[0]?.waiting).toMatchObject({ kind: 'listing_signature', by: 'leader_in_charge' });
  expect(counts).toEqual({ overdue: 2, unanswered: 2 });
  const urged = entries.find(({ number }) => number === 1);
  expect(urged?.milestone).toMatchObject({ id: 'M1', due: '2021-12-31', urges: 1 });
  expect(urged?.climb.map(({ state }) => state)).toEqual(['done', 'done', ...Array<string>(6).fill('ahead')]);
  expect(urged?.next).toMatchObject({ rung: 'urge2', at: '2022-01-05T08:30:00.000+08:00' });
  expect(urged?.answer).toMatchObject({ answered: { text: '签收任务' }, demands: 1, unread: 1 });
});

it('shows everybody only what they may see', async () => {
  expect((await pressed('case-officer-1')).entries.map(({ number }) => number)).toEqual([1]);
  expect((await pressed('head')).counts).toEqual({ overdue: 1, unanswered: 1 });
});

it('an urge is answered by what the unit says, not by reading it', async () => {
  const head = await house.as('head');
  const inbox = (await head.get<{ entries: { id: string }[] }>('/api/v1/inbox?limit=200')).json;
  await head.post('/api/v1/inbox/read', { ids: inbox.entries.map(({ id }) => id) });
  const unanswered = async () => (await pressed('case-officer-1', '?only=unanswered')).entries;
  expect((await unanswered())[0]?.answer).toMatchObject({ demands: 1, unread: 0 });

  await head.command(house.items[0], 'reportProgress', { text: '本周上线' });
  expect(await unanswered()).toEqual([]);
  expect((await pressed('case-officer-1')).entries[0]?.answer).toMatchObject({
    answered: { text: '填报进展：本周上线' },
    demands: 0,
  });
});

it('says of a listing what its end still waits for', async () => {
  const officer = await house.as('case-officer-2');
  const { listing } = (await officer.get<z.output<typeof itemPage>>(`/api/v1/items/${house.items[1]}`)).json;
  expect(listing).toMatchObject({
    level: 1,
    planAccepted: false,
    obstacles: [
      { code: 'milestone_overdue', detail: 'M1“里程碑 M1” 逾期未验收。' },
      { code: 'plan_not_accepted' },
      { code: 'case_open' },
    ],
  });
});

it('says on the desk which letter may be issued and when the clock issues it', async () => {
  const officer = await house.as('case-officer-1');
  const { sendUp } = (await officer.get<z.output<typeof desk>>(`${base}/desk`)).json;
  expect(sendUp).toMatchObject([
    { command: 'issueLetter', item: { number: 1 }, at: '2022-01-07T08:30:00.000+08:00' },
  ]);
  const head = await house.as('head');
  expect((await head.get<z.output<typeof desk>>(`${base}/desk`)).json.sendUp).toEqual([]);
});

it('finds documents by the number on paper, the item and the unit', async () => {
  const head = await house.as('supervision-head');
  const found = async (search: string) =>
    (
      await head.get<{ entries: z.output<typeof documentEntry>[] }>(
        `${base}/documents?search=${encodeURIComponent(search)}`,
      )
    ).json.entries.map(({ mark }) => mark);
  expect(await found('督函〔2021〕1号')).toEqual(['督函〔2021〕1号']);
  expect(await found('督函〔2021〕9号')).toEqual([]);
  expect(await found('律师')).toContain('督函〔2021〕1号');
  expect(await found('律师')).not.toContain('督催〔2022〕1号');
});
