import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { historyEntry, itemPage } from '../../src/api/contract/item-shapes.js';
import { startHouse, type House, type Submission, type Visitor } from './api-house.js';

type Item = z.output<typeof itemPage>;
type History = { readonly entries: readonly z.output<typeof historyEntry>[]; readonly next: string | null };

let house: House;
let item: string;
beforeAll(async () => {
  house = await startHouse();
  item = house.items[0];
});
afterAll(() => house.stop());

const pathOf = (id: string): string => `/api/v1/items/${id}`;
const versionOf = async (visitor: Visitor): Promise<number> =>
  (await visitor.get<Item>(pathOf(item))).json.version;
const submissionsOf = (id: string): Promise<{ readonly type: string }[]> =>
  house.stack.sql('SELECT type FROM submissions WHERE item_id = $1', [id]);

describe('a command', () => {
  it('is decided, answered 201 with the version it made, and read back by who gave it', async () => {
    const officer = await house.as('case-officer-1');
    const given = await officer.command(item, 'dispatch');
    expect(given.status).toBe(201);
    expect(given.json).toMatchObject({ command: 'dispatch', state: 'done', item });
    expect(given.headers.get('etag')).toBe(`"${given.json.version}"`);
    const again = await officer.get<Submission>(given.headers.get('location') ?? '');
    expect(again.json).toEqual(given.json);
    const shown = await officer.get<Item>(pathOf(item));
    expect(shown.json).toMatchObject({ lifecycle: 'dispatched', version: given.json.version });
    expect(shown.headers.get('etag')).toBe(given.headers.get('etag'));
  });

  it('that cannot be is refused with its code, and leaves nothing behind', async () => {
    const before = await submissionsOf(item);
    const refused = await (await house.as('case-officer-1')).command(item, 'dispatch');
    expect(refused.status).toBe(409);
    expect(refused.headers.get('content-type')).toMatch('application/problem+json');
    expect(refused.json).toMatchObject({
      code: 'wrong_state',
      detail: '事项现在处于“已交办”阶段，不能办这一步。',
    });
    expect(await submissionsOf(item)).toEqual(before);
  });

  it('is refused in English to who reads English', async () => {
    const officer = await house.as('case-officer-1');
    const refused = await officer.command(item, 'dispatch', {}, { 'accept-language': 'en-GB, en;q=0.9' });
    expect(refused.json).toMatchObject({ title: 'Not possible in this state' });
    expect(refused.headers.get('content-language')).toBe('en');
  });

  it('of another post is refused by the domain, of an item out of sight answers as if there were none', async () => {
    expect((await (await house.as('officer')).command(item, 'issueLetter', { note: '' })).json.code).toBe(
      'not_allowed',
    );
    const unseen = await (await house.as('other-head')).command(item, 'acknowledge');
    const absent = await (await house.as('other-head')).command(`${house.plan}-999`, 'acknowledge');
    expect([unseen.status, unseen.json.code]).toEqual([404, 'not_found']);
    expect({ ...absent.json, instance: '', requestId: '' }).toEqual({
      ...unseen.json,
      instance: '',
      requestId: '',
    });
  });

  it('may name the version it was given for, and is refused when there is a newer one', async () => {
    const officer = await house.as('officer');
    const version = await versionOf(officer);
    const stale = await officer.command(item, 'acknowledge', {}, { 'if-match': `"${version - 1}"` });
    expect([stale.status, stale.json.code]).toEqual([412, 'stale_version']);
    expect(stale.json).toMatchObject({ version });
    expect((await officer.command(item, 'acknowledge', {}, { 'if-match': 'W/"3"' })).json.code).toBe(
      'precondition_malformed',
    );
    expect((await officer.command(item, 'acknowledge', {}, { 'if-match': `"${version}"` })).status).toBe(201);
  });

  it('needs a key of 1 to 200 printable characters', async () => {
    const officer = await house.as('officer');
    for (const key of ['', 'x'.repeat(201), 'schlüssel'])
      expect(
        (await officer.command(item, 'comment', { text: '一' }, { 'idempotency-key': key })).json.code,
      ).toBe('idempotency_key_missing');
    const none = await officer.post(`${pathOf(item)}/commands/comment`, { text: '一' });
    expect([none.status, none.json.code]).toEqual([400, 'idempotency_key_missing']);
  });
});

describe('a key', () => {
  const comment = async (visitor: Visitor, key: string, text: string) =>
    visitor.command(item, 'comment', { text }, { 'idempotency-key': key });

  it('sent again with the same body is the same submission with the same answer, and has one effect', async () => {
    const officer = await house.as('officer');
    const key = randomUUID();
    const first = await comment(officer, key, '同一件事');
    const before = await versionOf(officer);
    const second = await comment(officer, key, '同一件事');
    expect([second.status, second.json, second.headers.get('etag')]).toEqual([
      first.status,
      first.json,
      first.headers.get('etag'),
    ]);
    expect(await versionOf(officer)).toBe(before);
  });

  it('sent many times at once has one effect and one answer', async () => {
    const officer = await house.as('officer');
    const key = randomUUID();
    const before = await versionOf(officer);
    const answers = await Promise.all(Array.from({ length: 8 }, () => comment(officer, key, '并发')));
    expect(new Set(answers.map(({ status, json }) => `${status} ${json.id} ${json.version}`)).size).toBe(1);
    expect(await versionOf(officer)).toBe(before + 1);
  });

  it('sent with another body is refused', async () => {
    const officer = await house.as('officer');
    const key = randomUUID();
    await comment(officer, key, '一');
    const other = await comment(officer, key, '二');
    expect([other.status, other.json.code]).toEqual([422, 'idempotency_key_reused']);
  });

  it('of one person is not that of another', async () => {
    const key = randomUUID();
    const mine = await comment(await house.as('officer'), key, '我的');
    const theirs = await comment(await house.as('head'), key, '他的');
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    const peek = await (await house.as('head')).get(`/api/v1/submissions/${mine.json.id}`);
    expect(peek.status).toBe(404);
  });

  it('whose submission was refused late answers that refusal again', async () => {
    const officer = await house.as('officer');
    const [key, other] = [randomUUID(), randomUUID()];
    const version = await versionOf(officer);
    const given = (each: string) =>
      officer.command(
        item,
        'comment',
        { text: '抢' },
        { 'idempotency-key': each, 'if-match': `"${version}"` },
      );
    const answers = await Promise.all([given(key), given(other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
    const again = await Promise.all([given(key), given(other)]);
    expect(again.map(({ status }) => status).sort()).toEqual([201, 412]);
  });
});

describe('an item', () => {
  it('says which commands the viewer may give now, and why not the others', async () => {
    const { available } = (await (await house.as('head')).get<Item>(pathOf(item))).json;
    const byName = new Map(available.map((one) => [one.command, one]));
    expect(byName.get('submitEvidence')).toMatchObject({ allowed: true, reason: null, title: '提交佐证' });
    expect(byName.get('acknowledge')).toMatchObject({ allowed: false, reason: { code: 'wrong_state' } });
    expect(byName.has('approveClosing')).toBe(false);
  });

  it('tells its history in words, a page at a time, both ways', async () => {
    const director = await house.as('director');
    const newest = await director.get<History>(`${pathOf(item)}/history?limit=3`);
    const next = await director.get<History>(`${pathOf(item)}/history?limit=3&cursor=${newest.json.next}`);
    const seqs = [...newest.json.entries, ...next.json.entries].map(({ seq }) => seq);
    const version = await versionOf(director);
    expect(seqs).toEqual(Array.from({ length: 6 }, (_, index) => version - index));
    const oldest = await director.get<History>(`${pathOf(item)}/history?order=oldest&limit=200`);
    expect(oldest.json.entries.map(({ seq }) => seq)).toEqual(
      Array.from({ length: version }, (_, index) => index + 1),
    );
    expect(oldest.json.entries[0]).toMatchObject({ type: 'registered', who: '系统按规则', actor: null });
    expect(oldest.json.entries.find(({ type }) => type === 'dispatched')).toMatchObject({
      text: '交办社区矫正管理处',
      who: '姓名 case-officer-1',
    });
    const byUnit = await director.get<History>(`${pathOf(item)}/history?by=unit&limit=200`);
    expect(new Set(byUnit.json.entries.map(({ actor }) => actor?.unit?.name))).toEqual(
      new Set(['社区矫正管理处']),
    );
  });
});

it('a date set on a day off is taken as it is, and said in the answer', async () => {
  const director = await house.as('director');
  const onSaturday = { text: '批示', demand: { title: '办', due: '2022-06-25', evidence: '材料' } };
  const given = await director.command(item, 'instruct', onSaturday);
  expect(given.json.warnings).toEqual([
    { code: 'day_off', date: '2022-06-25', text: expect.stringContaining('不是工作日') as string },
  ]);
  const onFriday = { text: '批示', demand: { title: '办', due: '2022-06-24', evidence: '材料' } };
  expect((await director.command(item, 'instruct', onFriday)).json.warnings).toBeUndefined();
});
