import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { commandPreview } from '../../src/api/contract/preview.js';
import { startHouse, type House } from './api-house.js';

type Preview = z.output<typeof commandPreview>;

let house: House;
const previewOf = (item: string, command: string): string =>
  `/api/v1/items/${item}/commands/${command}/preview`;

beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

describe('a command looked at before it is given', () => {
  it('says what it would bring about, whom it would tell and on which paper, and writes nothing', async () => {
    const head = await house.as('supervision-head');
    const written = () =>
      house.stack.sql('SELECT (SELECT count(*) FROM events) + (SELECT count(*) FROM submissions) AS rows');
    const before = await written();
    const { status, json } = await head.post<Preview>(previewOf(house.items[0], 'dispatch'), {});
    expect(status).toBe(200);
    expect(json.happens.find(({ type }) => type === 'dispatched')).toMatchObject({
      told: ['unit_officer', 'unit_head'],
      document: 'dispatch_notice',
    });
    expect(json.happens.map(({ type }) => type)).toContain('caseOpened');
    expect(await written()).toEqual(before);
  });

  it('foretells exactly the facts the command then brings about', async () => {
    const head = await house.as('supervision-head');
    const [, item] = house.items;
    const { json } = await head.post<Preview>(previewOf(item, 'dispatch'), {});
    await head.command(item, 'dispatch');
    const history = await head.get<{ entries: { seq: number; type: string }[] }>(
      `/api/v1/items/${item}/history?order=oldest&limit=200`,
    );
    const later = history.json.entries.filter(({ seq }) => seq > json.version);
    expect(json.happens.map(({ type }) => type)).toEqual(later.map(({ type }) => type));
  });

  it('refuses what the command would refuse, in the same words', async () => {
    const director = await house.as('director');
    const [item] = house.items;
    const preview = await director.post<{ code: string; title: string }>(previewOf(item, 'signListing'), {});
    const given = await director.command(item, 'signListing');
    expect([preview.status, preview.json.code]).toEqual([given.status, given.json.code]);
  });

  it('wants the particulars of the command', async () => {
    const head = await house.as('supervision-head');
    const { status, json } = await head.post<{ code: string }>(
      previewOf(house.items[0], 'returnEvidence'),
      {},
    );
    expect([status, json.code]).toEqual([422, 'invalid_body']);
  });
});
