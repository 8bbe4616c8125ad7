import { randomBytes } from 'node:crypto';
import { get } from 'node:http';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { createCalendarFeed, getCalendarFeed } from '../../src/api/contract/calendar-feed.js';
import { startApi } from '../../src/api/server.js';
import { writeRole } from '../../src/store/people.js';
import { parseCalendar, type ParsedCalendar } from '../support/icalendar.js';
import {
  signedIn,
  startHouse,
  visitor,
  type AccountName,
  type Answer,
  type House,
  type Visitor,
} from './api-house.js';

type Created = z.output<typeof createCalendarFeed.answers.created>;
type Known = z.output<typeof getCalendarFeed.answers.ok>;

const own = '/api/v1/me/calendar-feed';

let house: House;
beforeAll(async () => {
  house = await startHouse();
  const caseOfficer = await house.as('case-officer-1');
  await caseOfficer.command(house.items[0], 'dispatch');
  const head = await house.as('head');
  await head.command(house.items[0], 'acknowledge');
  await head.command(house.items[0], 'raiseObstacle', { text: '缺场地', named: 'co_unit', unit: 'dinghai' });
});
afterAll(() => house.stop());

const create = async (visitor: Visitor): Promise<string> => {
  const { status, json } = await visitor.post<Created>(own);
  expect(status).toBe(201);
  return new URL(json.url).pathname;
};

const read = (path: string): Promise<Answer> => house.nobody.get(path);

/** `fetch` asks caches not to answer where a condition is set; calendar programs do not. */
const statusWith = (path: string, headers: Readonly<Record<string, string>>): Promise<number> =>
  new Promise((resolve, reject) => {
    get(`${house.api.url}${path}`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    }).on('error', reject);
  });

const calendarOf = async (account: AccountName, query = ''): Promise<ParsedCalendar> => {
  const { status, text } = await read(`${await create(await house.as(account))}${query}`);
  expect(status).toBe(200);
  return parseCalendar(text);
};

const idsOf = ({ events }: ParsedCalendar): readonly string[] =>
  events.map(({ UID = '' }) => UID.replace('@duzhan', '')).sort();

describe('a calendar feed', () => {
  it('is read without signing in, by its address alone, and kept by nobody in between', async () => {
    const path = await create(await house.as('head'));
    const { status, headers, text } = await read(path);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'private, max-age=300',
    ]);
    expect(headers.get('set-cookie')).toBeNull();
    expect(parseCalendar(text).properties['X-WR-CALNAME']).toMatch(/（演练）$/);
    const etag = headers.get('etag') ?? '';
    expect([await statusWith(path, { 'if-none-match': etag }), await statusWith(path, {})]).toEqual([
      304, 200,
    ]);
  });

  it('tells a unit its milestones and what it owes', async () => {
    const [item] = house.items;
    const head = await calendarOf('head');
    expect(idsOf(head)).toEqual([`${item}/M1`, `${item}/M2`]);
    expect(head.events.map((event) => event['DTSTART;VALUE=DATE'])).toEqual(['20211231', '20221231']);
    expect(idsOf(await calendarOf('officer'))).toEqual(idsOf(head));
  });

  it('tells a co-unit, the office and leaders the terms of the cases they owe', async () => {
    const [item, other] = house.items;
    expect(idsOf(await calendarOf('co-head'))).toEqual([`${item}/obstacle/1`]);
    expect(idsOf(await calendarOf('case-officer-2'))).toEqual([`${other}/handing_out/1`]);
    for (const account of ['case-officer-1', 'supervision-head', 'director', 'other-officer'] as const)
      expect(idsOf(await calendarOf(account))).toEqual([]);
    await (await house.as('supervision-head')).command(item, 'proposeListing', { level: 1 });
    expect(idsOf(await calendarOf('deputy-security'))).toEqual([`${item}/listing_signature/L1/1`]);
    expect(idsOf(await calendarOf('deputy-services'))).toEqual([]);
  });

  it('speaks Chinese unless English is asked for', async () => {
    expect((await calendarOf('case-officer-2')).events[0]?.['SUMMARY']).toBe('【演练】第2项 交办 到期');
    expect((await calendarOf('case-officer-2', '?lang=en')).events[0]?.['SUMMARY']).toBe(
      '[Rehearsal] Item 2: Handing out due',
    );
  });

  it('says whether there is one and since when, and its address never again', async () => {
    const director = await signedIn(house.api.url, 'other-head');
    expect((await director.get<Known>(own)).json.since).toBeNull();
    const { json } = await director.post<Created>(own);
    const known = await director.get<Known>(own);
    expect(known.json).toEqual({ since: json.since });
  });

  it('is kept as a hash, so that who reads the database reads no calendar', async () => {
    const path = await create(await house.as('head'));
    const token = path.split('/').at(-1)?.replace('.ics', '') ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const rows = await house.stack.sql('SELECT * FROM calendar_feeds');
    expect(JSON.stringify(rows)).not.toContain(token);
    const audit = await house.stack.sql(`SELECT * FROM audit WHERE action LIKE '%CalendarFeed'`);
    expect(audit.length).toBeGreaterThan(0);
    expect(JSON.stringify(audit)).not.toContain(token);
  });

  it('leaves no trace of its address in the log', async () => {
    const logged: string[] = [];
    const logger = pino({ level: 'debug' }, { write: (line) => void logged.push(line) });
    const { stack, filesDir } = house;
    const api = await startApi({
      databaseUrl: stack.url,
      courier: stack.courier,
      filesDir,
      host: '127.0.0.1',
      port: 0,
      logger,
      sessionSecret: 'a secret of this test',
    });
    const path = await create(await house.as('head'));
    expect((await visitor(api.url).get(path)).status).toBe(200);
    await api.stop();
    expect(logged.join('')).toContain('/calendar/…');
    expect(logged.join('')).not.toContain(path.split('/').at(-1));
  });

  it('answers nobody once it is replaced or revoked, as if it had never been', async () => {
    const head = await house.as('head');
    const first = await create(head);
    const second = await create(head);
    expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
    expect((await head.send(own, { method: 'DELETE' })).status).toBe(204);
    expect((await head.get<Known>(own)).json.since).toBeNull();
    const unknown = `/api/v1/calendar/${randomBytes(32).toString('base64url')}.ics`;
    for (const path of [first, second, unknown, '/api/v1/calendar/x.ics']) {
      const { status, json } = await read(path);
      expect([path, status, json.code]).toEqual([path, 404, 'not_found']);
    }
  });

  it('is one a person: that of another stays', async () => {
    const [mine, theirs] = [await create(await house.as('officer')), await create(await house.as('co-head'))];
    await (await house.as('officer')).send(own, { method: 'DELETE' });
    expect([(await read(mine)).status, (await read(theirs)).status]).toEqual([404, 200]);
  });

  it('is not for those who have no business with items', async () => {
    for (const account of ['system', 'security', 'audit'] as const)
      expect((await (await house.as(account)).post(own)).json.code).toBe('forbidden');
  });

  it('ends with the account', async () => {
    const path = await create(await house.as('other-officer'));
    const inactive = {
      role: 'unit_officer',
      rank: null,
      unitId: 'lawyers',
      postId: null,
      active: false,
    } as const;
    await house.stack.db.asActor({ system: 'administration' }, (tx) =>
      writeRole(tx, 'other-officer', inactive, Date.now()),
    );
    expect((await read(path)).status).toBe(404);
  });

  it('forgets a milestone that is accepted, and everything of an item that is terminated', async () => {
    const [item] = house.items;
    const head = await house.as('head');
    const { json } = await head.upload([{ name: '证明.pdf', bytes: Buffer.from('%PDF-1.7\n证明') }]);
    const files = json.files.map(({ id }) => id);
    await head.command(item, 'submitEvidence', { milestone: 'M1', files });
    expect(idsOf(await calendarOf('case-officer-1'))).toEqual([`${item}/evidence_review/M1/1`]);
    await (await house.as('supervision-head')).command(item, 'acceptEvidence', { milestone: 'M1' });
    expect(idsOf(await calendarOf('head'))).toEqual([`${item}/M2`]);
    await (await house.as('director')).command(item, 'terminate', { reason: '不再需要' });
    for (const account of ['head', 'co-head', 'deputy-security', 'case-officer-1'] as const)
      expect(idsOf(await calendarOf(account))).toEqual([]);
  });
});
