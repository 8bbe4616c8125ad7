import type { z } from 'zod';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { desk } from '../../src/api/contract/desk.js';
import type { documentEntry } from '../../src/api/contract/documents.js';
import type { itemCard, itemPage, matter } from '../../src/api/contract/item-shapes.js';
import type { noticeEntry } from '../../src/api/contract/notices.js';
import type { clockPage, planClock, planSummary } from '../../src/api/contract/plans.js';
import type { advance, advanceEntry, listAdvances } from '../../src/api/contract/rehearsal.js';
import { startHouse, type AccountName, type House, type Visitor } from './api-house.js';

type Page<T extends z.ZodType> = { readonly entries: readonly z.output<T>[]; readonly next: string | null };
type Items = Page<typeof itemCard>;
type Notices = Page<typeof noticeEntry>;
type Documents = Page<typeof documentEntry>;
type Advance = z.output<typeof advance>;
type Advances = z.output<typeof listAdvances.answers.ok>;
type Happened = Page<typeof advanceEntry>;

let house: House;
let base: string;
beforeAll(async () => {
  house = await startHouse();
  base = `/api/v1/plans/${house.plan}`;
  await (await house.as('case-officer-1')).command(house.items[0], 'dispatch');
  await (await house.as('head')).command(house.items[0], 'acknowledge');
});
afterAll(() => house.stop());

const advanceTo = (visitor: Visitor, body: object, key = randomUUID()) =>
  visitor.post<Advance>(`${base}/clock/advance`, body, { 'idempotency-key': key });
const numbers = ({ entries }: Items): readonly number[] => entries.map(({ number }) => number);

it('lists what was asked and what became of it, for whoever sees the item', async () => {
  const head = await house.as('head');
  await head.command(house.items[0], 'raiseObstacle', { text: '缺编制', named: 'supervision_head' });
  const path = `/api/v1/items/${house.items[0]}/matters`;
  type Matters = { readonly entries: readonly z.output<typeof matter>[] };
  const open = (await head.get<Matters>(path)).json.entries;
  expect(open).toMatchObject([{ kind: 'obstacle', title: '堵点', open: true, answered: null, files: [] }]);
  const supervision = await house.as('supervision-head');
  await supervision.command(house.items[0], 'answerObstacle', { obstacle: 'obstacle/1', answer: '已协调' });
  const answered = (await head.get<Matters>(path)).json.entries;
  expect(answered).toMatchObject([{ open: false, answered: { type: 'obstacleAnswered' } }]);
  expect((await (await house.as('other-head')).get(path)).status).toBe(404);
});

describe('the register', () => {
  it('pages without gaps or repeats in every order', async () => {
    const director = await house.as('director');
    for (const sort of ['number', 'danger']) {
      const first = await director.get<Items>(`${base}/items?limit=1&sort=${sort}`);
      const second = await director.get<Items>(
        `${base}/items?limit=1&sort=${sort}&cursor=${first.json.next}`,
      );
      expect([...numbers(first.json), ...numbers(second.json)].sort()).toEqual([1, 2]);
      expect(second.json.next).toBeNull();
    }
  });

  it('refuses a cursor that it did not make for this order', async () => {
    const director = await house.as('director');
    const { json } = await director.get<Items>(`${base}/items?limit=1&sort=danger`);
    for (const cursor of [
      json.next,
      'x',
      'bnVsbA',
      Buffer.from('["number",["2021-02-30"]]').toString('base64url'),
    ])
      expect((await director.get(`${base}/items?cursor=${cursor}`)).json.code).toBe('invalid_query');
  });

  it.each([
    ['lifecycle=in_progress', [1]],
    ['lifecycle=registered', [2]],
    ['lifecycle=registered&lifecycle=in_progress', [1, 2]],
    ['unit=lawyers', [2]],
    ['coUnit=dinghai', [1]],
    ['light=grey', [2]],
    ['overdue=true', []],
    ['section=1', [1, 2]],
    ['section=9', []],
    ['dueBy=2021-11-30', [2]],
    ['search=2', [2]],
    ['search=律师', [2]],
    [`search=${encodeURIComponent('%')}`, []],
  ])('finds by %s', async (query, expected) => {
    const { json } = await (await house.as('director')).get<Items>(`${base}/items?${query}`);
    expect(numbers(json)).toEqual(expected);
  });

  it('finds what the viewer owes, and says who owes what since when', async () => {
    const { json } = await (await house.as('case-officer-2')).get<Items>(`${base}/items?owedByMe=true`);
    expect(numbers(json)).toEqual([2]);
    expect(json.entries[0]?.owing).toMatchObject([
      { kind: 'handing_out', title: '交办', by: 'case_officer', over: false },
    ]);
    const none = await (await house.as('director')).get<Items>(`${base}/items?owedByMe=true`);
    expect(numbers(none.json)).toEqual([]);
  });

  it('names what is wrong with a filter', async () => {
    const { status, json } = await (
      await house.as('director')
    ).get(`${base}/items?light=pink&limit=0&colour=red`);
    expect(status).toBe(400);
    expect(json).toMatchObject({ code: 'invalid_query' });
    expect((json as { faults: { path: string }[] }).faults.map(({ path }) => path).sort()).toEqual([
      '',
      '/light/0',
      '/limit',
    ]);
  });
});

describe('the summary', () => {
  it('counts what the viewer may see, each item once', async () => {
    const all = await (await house.as('director')).get<z.output<typeof planSummary>>(`${base}/summary`);
    expect(all.json.total).toMatchObject({
      items: 2,
      light: { grey: 1, green: 1 },
      lifecycle: { registered: 1 },
    });
    expect(all.json.units.map(({ unit }) => unit.id)).toEqual(['corrections', 'lawyers']);
    const own = await (await house.as('other-head')).get<z.output<typeof planSummary>>(`${base}/summary`);
    expect(own.json.total.items).toBe(1);
  });
});

describe("a rehearsal's clock", () => {
  it('goes to the next event and says what that made happen', async () => {
    const director = await house.as('director');
    const before = (await director.get<z.output<typeof planClock>>(`${base}/clock`)).json;
    const { status, json } = await advanceTo(director, { by: 'next_event' });
    expect(status).toBe(201);
    expect(json).toMatchObject({ state: 'done', to: before.nextAlarmAt });
    expect(json.happened.length).toBeGreaterThan(0);
    expect(Object.values(json.counts).reduce((sum, n) => sum + n, 0)).toBe(json.happened.length);
  });

  it('names what comes next to whoever may see it', async () => {
    const seen = async (account: AccountName) =>
      (await (await house.as(account)).get<z.output<typeof clockPage>>(`${base}/clock`)).json;
    const { nextAlarmAt, nextEvent } = await seen('director');
    expect(nextEvent).toMatchObject({ item: { number: 2 } });
    expect((await seen('other-head')).nextEvent).toEqual(nextEvent);
    expect((await seen('head')).nextEvent).toBeNull();
    const { json } = await advanceTo(await house.as('director'), { by: 'next_event' });
    expect(json.happened).toContainEqual(expect.objectContaining({ at: nextAlarmAt, text: nextEvent?.text }));
  });

  it('keeps who moved it and what that brought, for everybody to look up', async () => {
    const moved = await advanceTo(await house.as('director'), { to: '2021-11-30T09:00' });
    const { id, from, to, happened } = moved.json;
    const unit = await house.as('other-head');
    const { entries } = (await unit.get<Advances>(`${base}/clock/advances`)).json;
    expect(entries[0]).toMatchObject({ id, from, to, state: 'done', by: { id: 'director' } });

    const all: unknown[] = [];
    for (let next: string | null = ''; next !== null;) {
      const cursor: string = next === '' ? '' : `&cursor=${next}`;
      const page: { readonly json: Happened } = await unit.get<Happened>(
        `${base}/clock/advances/${id}/happened?limit=2${cursor}`,
      );
      all.push(...page.json.entries);
      next = page.json.next;
    }
    const own = happened.filter(({ item }) => item.number === 2);
    expect(own.length).toBeGreaterThan(0);
    expect(all).toEqual(own);
  });

  it('goes forward only', async () => {
    const { json } = await advanceTo(await house.as('director'), { to: '2021-01-01' });
    expect(json.code).toBe('clock_only_forward');
    expect((await advanceTo(await house.as('director'), { to: '2030-01-01', by: 'day' })).json.code).toBe(
      'invalid_body',
    );
  });

  it('moves once for one key, however often it is sent', async () => {
    const director = await house.as('director');
    const key = randomUUID();
    const first = await advanceTo(director, { by: 'week' }, key);
    const again = await advanceTo(director, { by: 'week' }, key);
    expect([again.status, again.json.to]).toEqual([201, first.json.to]);
  });

  it('puts on the desk what presses already, with what follows and who may settle it', async () => {
    await advanceTo(await house.as('director'), { to: '2021-12-20T09:00' });
    const of = async (account: AccountName) =>
      (await (await house.as(account)).get<z.output<typeof desk>>(`${base}/desk`)).json;
    const { owed, upcoming } = await of('head');
    const pressing = owed.find(({ kind }) => kind === 'milestone');
    expect(pressing).toMatchObject({ id: 'M1', light: 'yellow', over: false });
    expect(pressing?.ahead.map(({ rung }) => rung)).toEqual(['reminder2', 'overdue']);
    expect(pressing?.available).toMatchObject([
      { command: 'submitEvidence', allowed: true },
      { command: 'requestExtension' },
    ]);
    expect(upcoming.map(({ id }) => id)).not.toContain('M1');
    const prepared = (await of('officer')).owed.find(({ kind }) => kind === 'milestone');
    expect(prepared?.available[0]).toMatchObject({ allowed: false, reason: { code: 'rank_too_low' } });
  });

  it('brings an item past its date to red, with notices, documents and a desk that says so', async () => {
    const director = await house.as('director');
    const { json } = await advanceTo(director, { to: '2022-01-10T09:00' });
    expect(json.counts).toMatchObject({ becameOverdue: 1, urged: 2, letterIssued: 1 });
    expect(json.happened.find(({ type }) => type === 'becameOverdue')).toMatchObject({
      at: '2022-01-01T00:00:00.000+08:00',
      text: 'M1“里程碑 M1”逾期',
    });

    const item = (await director.get<z.output<typeof itemPage>>(`/api/v1/items/${house.items[0]}`)).json;
    expect(item).toMatchObject({ light: 'red', level: 'lettered', milestones: { overdue: 1 } });
    expect(item.explanation).toMatchObject({
      rule: 'overdue',
      milestone: 'M1',
      wayBack: [{ step: 'submit_evidence' }],
    });
    expect(item.milestoneList[0]).toMatchObject({
      ...{ overdue: true, daysOverdue: 10, light: 'red', workingDays: { left: 0, over: 6 } },
    });
    expect(item.staircase).toMatchObject({
      milestone: 'M1',
      overdue: true,
      tally: { days: 10, counted: 6, off: 4, held: 0 },
    });
    const letterRung = item.staircase?.rungs.find(({ rung }) => rung === 'letter');
    expect(letterRung).toMatchObject({ mark: 5, state: 'done', document: { mark: '督函〔2022〕1号' } });
    expect(item.staircase?.rungs.find(({ rung }) => rung === 'listing1')).toMatchObject({
      state: 'ahead',
      at: '2022-01-14T08:30:00.000+08:00',
    });
    expect(item).toMatchObject({ previous: null, following: { number: 2 } });
    expect(item.stages.map(({ lifecycle }) => lifecycle)).toEqual([
      'registered',
      'dispatched',
      'in_progress',
    ]);
    expect(item.steps.find(({ kind }) => kind === 'evidence')?.commands).toContain('submitEvidence');

    const head = await house.as('head');
    const mine = (await head.get<z.output<typeof desk>>(`${base}/desk`)).json;
    expect(mine.owed[0]).toMatchObject({ kind: 'milestone', id: 'M1', over: true, daysOver: 10 });
    expect(mine.owed[0]?.commands).toContain('submitEvidence');

    const inbox = (await head.get<Notices>('/api/v1/inbox?limit=200')).json;
    expect(inbox.entries.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['letterIssued', 'urged', 'becameOverdue']),
    );
    const documents = (await head.get<Documents>(`${base}/documents`)).json;
    expect(documents.entries.map(({ mark }) => mark)).toContain('督函〔2022〕1号');
    const letter = documents.entries.find(({ kind }) => kind === 'supervision_letter');
    expect((await head.get(`/api/v1/documents/${letter?.id}`)).json).toMatchObject({ title: '督办函' });
    const unseen = await (await house.as('other-head')).get(`/api/v1/documents/${letter?.id}`);
    expect(unseen.status).toBe(404);
  });

  it('shows what would have been mailed, and sends none of it', async () => {
    const { json } = await (
      await house.as('director')
    ).get<{ entries: { outgoing: string }[] }>(`${base}/outgoing`);
    expect(json.entries.length).toBeGreaterThan(3);
    expect(new Set(json.entries.map(({ outgoing }) => outgoing))).toEqual(new Set(['suppressed']));
  });
});

describe('the inbox', () => {
  it('is read notice by notice, and only by whom it is for', async () => {
    const head = await house.as('head');
    const { unread } = (await head.get<{ unread: number }>('/api/v1/inbox/unread')).json;
    const [first] = (await head.get<Notices>('/api/v1/inbox?limit=1')).json.entries;
    const stranger = await (await house.as('other-head')).post('/api/v1/inbox/read', { ids: [first?.id] });
    expect(stranger.status).toBe(200);
    expect((await head.get<{ unread: number }>('/api/v1/inbox/unread')).json.unread).toBe(unread);
    expect((await head.post('/api/v1/inbox/read', { ids: [first?.id] })).json).toEqual({
      unread: unread - 1,
    });
    expect((await head.post('/api/v1/inbox/read', { ids: [first?.id] })).json).toEqual({
      unread: unread - 1,
    });
  });

  it('says which notices reach a person as one message, on whatever page they are', async () => {
    const head = await house.as('head');
    const all = (await head.get<Notices>('/api/v1/inbox?limit=200')).json.entries;
    const messages = new Map<string, Notices['entries'][number][]>();
    for (const entry of all) messages.set(entry.message, [...(messages.get(entry.message) ?? []), entry]);
    expect(messages.size).toBeLessThan(all.length);
    for (const together of messages.values()) {
      expect(new Set(together.map(({ deliverAt }) => deliverAt)).size).toBe(1);
      const isOfOneItem = new Set(together.map(({ item }) => item.id)).size === 1;
      expect(isOfOneItem || together.every((entry) => entry.class === 'reminder')).toBe(true);
    }
    const [first] = (await head.get<Notices>('/api/v1/inbox?limit=1')).json.entries;
    expect(first?.message).toBe(all[0]?.message);
  });

  it('pages through everything once', async () => {
    const head = await house.as('head');
    const ids: string[] = [];
    for (let cursor = ''; ;) {
      const page: Notices = (await head.get<Notices>(`/api/v1/inbox?limit=2${cursor}`)).json;
      ids.push(...page.entries.map(({ id }) => id));
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    const all = (await head.get<Notices>('/api/v1/inbox?limit=200')).json.entries.map(({ id }) => id);
    expect(ids).toEqual(all);
  });
});

it('the health page tells of Temporal, the watch and what waits', async () => {
  const { json } = await (await house.as('system')).get('/api/v1/health');
  expect(json).toMatchObject({
    postgres: { reachable: true },
    temporal: { reachable: true },
    submissions: { undecided: 0 },
  });
});
