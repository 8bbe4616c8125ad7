import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemCommandTypes } from '../../src/api/contract/commands.js';
import { endpoints } from '../../src/api/contract/index.js';
import type { Endpoint } from '../../src/api/contract/endpoint.js';
import { version } from '../../src/version.js';
import { sampleBody } from './api-samples.js';
import { startHouse, type Answer, type House, type Visitor } from './api-house.js';

let house: House;
let visitors: readonly Visitor[];
beforeAll(async () => {
  house = await startHouse({ bodyBytes: 64 * 1024 });
  await (await house.as('case-officer-1')).command(house.items[0], 'dispatch');
  await (await house.as('head')).command(house.items[0], 'acknowledge');
  visitors = [
    await house.as('head'),
    await house.as('supervision-head'),
    await house.as('director'),
    await house.as('system'),
  ];
});
afterAll(() => house.stop());

interface Faults {
  readonly code: string;
  readonly faults?: readonly { readonly path: string; readonly message: string }[];
}
const faultsOf = ({ json }: Answer): Faults => json as Faults;

const naughty: readonly string[] = [
  '',
  ' ',
  '\u3000',
  '\0',
  'a\0b',
  '\ud800',
  '\udfff\ud800',
  '\u202e\u2066',
  '\ufeff',
  '\u200b',
  '👩‍👩‍👧‍👦🇨🇳',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢',
  `'; DROP TABLE items; --`,
  '"}],"x":[{',
  '<script>alert(1)</script>',
  '{{7*7}}${7*7}#{7*7}',
  '../../../etc/passwd',
  '%00%ff',
  '\\u0000',
  'NaN',
  'null',
  '1e400',
  '__proto__',
  'constructor',
  '2021-02-30',
  '9999-99-99',
  '-1',
  'x'.repeat(30_000),
  '\r\nSet-Cookie: a=b',
];

/** Every way to put a value in the place of one leaf. */
const withLeaf = (value: unknown, put: unknown): unknown[] => {
  if (Array.isArray(value))
    return [
      [put],
      ...(value as unknown[]).flatMap((entry, index) =>
        withLeaf(entry, put).map((changed): unknown[] => (value as unknown[]).with(index, changed)),
      ),
    ];
  if (typeof value !== 'object' || value === null) return [put];
  return Object.entries(value).flatMap(([key, entry]) =>
    withLeaf(entry, put).map((changed) => ({ ...value, [key]: changed })),
  );
};

const otherTypes: readonly unknown[] = [7, -1.5, 1e308, true, null, [], {}, [[[[]]]]];

/** How many changed bodies of a command are tried; a long run sets more. */
const bodiesOfEach = Number(process.env['API_BODIES_OF_EACH'] ?? 120);
const spread = <T>(all: readonly T[]): readonly T[] => {
  const step = Math.max(1, all.length / bodiesOfEach);
  return Array.from({ length: Math.min(all.length, bodiesOfEach) }, (_, n) => all[Math.floor(n * step)] as T);
};

/** A version long gone, so that what happens to be valid has no effect. */
const longGone = { 'if-match': '"0"' };

describe.each(itemCommandTypes)('%s', (command) => {
  it('survives every naughty string and type in every field, with a refusal in words', async () => {
    const head = await house.as('director');
    const sample = sampleBody(command, randomUUID());
    for (const body of spread([...naughty, ...otherTypes].flatMap((put) => withLeaf(sample, put)))) {
      const answer = await head.command(house.items[0], command, body as object, longGone);
      const seen = [JSON.stringify(body).slice(0, 200), answer.text.slice(0, 300)];
      expect([answer.status >= 400 && answer.status < 500, ...seen]).toEqual([true, ...seen]);
    }
  });

  it('refuses fields it does not know', async () => {
    const body = { ...sampleBody(command, randomUUID()), colour: 'red' };
    const answer = await (await house.as('director')).command(house.items[0], command, body);
    expect(faultsOf(answer)).toMatchObject({
      code: 'invalid_body',
      faults: [{ path: '', message: '没有这个字段：colour' }],
    });
  });
});

describe('a body', () => {
  const post = (body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
    visitors[0]?.send(`/api/v1/items/${house.items[0]}/commands/comment`, {
      method: 'POST',
      body: body as NonNullable<RequestInit['body']>,
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
    }) ?? Promise.reject(new Error('nobody'));

  it.each([
    ['that is no JSON', '{"text":', 400, 'malformed_json'],
    ['that is a bare string', '"text"', 400, 'malformed_json'],
    ['that is a list', '[]', 422, 'invalid_body'],
    ['of bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 400, 'malformed_text'],
    ['with NUL', '{"text":"a\\u0000b"}', 400, 'malformed_text'],
    ['with half a surrogate pair', '{"text":"\\ud83d"}', 400, 'malformed_text'],
    ['with NUL in a key', '{"a\\u0000b":1}', 400, 'malformed_text'],
    ['nested beyond reason', `{"text":${'['.repeat(20)}${']'.repeat(20)}}`, 422, 'invalid_body'],
    ['nested beyond all reason', `{"text":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, 422, 'invalid_body'],
    ['that is too large', JSON.stringify({ text: 'x'.repeat(70_000) }), 413, 'body_too_large'],
    ['that pollutes', '{"__proto__":{"text":"x"},"text":"x"}', 422, 'invalid_body'],
  ])('%s is refused', async (_, body, status, code) => {
    const answer = await post(body);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });

  it('of another media type or encoding is refused', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=gbk'])
      expect([type, (await post('{"text":"x"}', { 'content-type': type })).json.code]).toEqual([
        type,
        'unsupported_media',
      ]);
    expect((await post('x', { 'content-encoding': 'gzip' })).status).toBe(400);
    expect((await post('x', { 'content-encoding': 'rot13' })).json.code).toBe('unsupported_media');
  });

  it('names each wrong field by its path, in the reader’s language', async () => {
    const body = {
      milestones: [
        { id: 'N1', title: ' ', due: '2022-02-30', basis: 'unit', weight: 101, measures: ['a', 'a'] },
      ],
    };
    const head = await house.as('head');
    const faults = faultsOf(await head.command(house.items[0], 'proposeMilestones', body)).faults ?? [];
    expect(Object.fromEntries(faults.map(({ path, message }) => [path, message]))).toMatchObject({
      '/milestones/0/title': '不能只有空格',
      '/milestones/0/due': '须是存在的日期，例如 2023-03-31',
      '/milestones/0/evidence': '必填',
      '/milestones/0/measures': '不能重复',
      '/replaces': '必填',
    });
    const english = await head.command(house.items[0], 'proposeMilestones', body, {
      'accept-language': 'en',
    });
    expect(faultsOf(english).faults).toContainEqual({ path: '/milestones/0/evidence', message: 'required' });
  });
});

describe('a text', () => {
  const comment = async (text: string) =>
    (await house.as('director')).command(house.items[0], 'comment', { text });

  it('with a character nobody sees is refused by field and character', async () => {
    for (const [text, list] of [
      ['铃\x07', 'U+0007'],
      ['证明\u202efdp.exe', 'U+202E'],
      ['零\u200b宽', 'U+200B'],
    ] as const) {
      const answer = await comment(text);
      expect(answer.status).toBe(400);
      expect(faultsOf(answer)).toMatchObject({ code: 'malformed_text', faults: [{ path: '/text' }] });
      expect(faultsOf(answer).faults?.[0]?.message).toContain(list);
    }
  });

  it('of several lines is taken, however its lines end', async () => {
    const director = await house.as('director');
    expect((await comment('一\r\n二\t三\n四')).status).toBe(201);
    const { json } = await director.get<{ entries: readonly { fact: { text: string } }[] }>(
      `/api/v1/items/${house.items[0]}/history?limit=1`,
    );
    expect(json.entries[0]?.fact.text).toBe('一\n二\t三\n四');
  });
});

it('a refusal names what stands in the way, wherever it is read', async () => {
  const head = await house.as('head');
  const [item] = house.items;
  const inTheWay = 'M1“里程碑 M1” 还没有验收或取消。';
  const answer = await head.command(item, 'requestClosing', { text: '申请' });
  expect((answer.json as { detail?: string }).detail).toBe(inTheWay);
  const { json } = await head.get<{
    available: readonly { command: string; reason: { detail: string } | null }[];
  }>(`/api/v1/items/${item}`);
  expect(json.available.find(({ command }) => command === 'requestClosing')?.reason?.detail).toBe(inTheWay);
});

describe('the way in', () => {
  it('says what this is and where to go, and every link answers', async () => {
    const { status, json } = await house.nobody.get<{ links: Readonly<Record<string, string>> }>('/api/v1');
    expect([status, json]).toMatchObject([200, { name: 'Duzhan 督战', version }]);
    for (const link of Object.values(json.links)) {
      const answer = await (await house.as('director')).get(link);
      expect([link, answer.status]).not.toEqual([link, 404]);
    }
  });

  it('leads from the root to the document while there are no pages', async () => {
    const { status, headers } = await house.nobody.get('/');
    expect([status, headers.get('location')]).toEqual([302, '/docs']);
  });
});

describe('an address', () => {
  it.each([
    ['/api/v1/items/%00', 400],
    ['/api/v1/items/%ff', 400],
    ['/api/v1/items/%ED%A0%80', 400],
    ['/api/v1/items/a%2F..%2Fb', 404],
    ['/api/v1/items/zhoushan-1', 404],
    ['/api/v1/items/ZHOUSHAN', 404],
    ["/api/v1/items/'%20OR%201=1", 404],
    ['/api/v1/files/not-a-uuid', 404],
    ['/api/v1/documents/a.b.c.d', 404],
    ['/api/v1/plans/%E8%88%9F/items', 404],
    ['/api/v1/nowhere', 404],
    ['/api/v1/me/', 404],
    ['/api/v1/me?x=1', 400],
    ['/api/v1?x=1', 400],
    ['/api/v1/plans/house/items?colour=red', 400],
    ['/api/v1/plans/house/items?search=%E2%80%AE', 400],
    ['/api/v1/inbox?limit=5x', 400],
    ['/api/v1/me/extra', 404],
    ['/api/v1/me?x=%00', 400],
    ['/api/v1/inbox?limit=1&limit=2', 400],
    ['/api/v1/inbox?limit[]=1', 400],
    ['/api/v1/inbox?limit=1e9', 400],
    ['/api/v1/inbox?cursor=%00', 400],
    ['/nowhere', 404],
  ])('%s answers %d as a problem', async (path, status) => {
    const answer = await (await house.as('director')).get(path);
    expect([path, answer.status]).toEqual([path, status]);
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
  });

  it('that takes other methods says which', async () => {
    const answer = await (
      await house.as('director')
    ).send(`/api/v1/items/${house.items[0]}`, { method: 'PUT' });
    expect([answer.status, answer.json.code, answer.headers.get('allow')]).toEqual([
      405,
      'method_not_allowed',
      'GET',
    ]);
  });
});

it('bytes that are no HTTP are answered 400 and harm nobody', async () => {
  const { hostname, port } = new URL(house.api.url);
  for (const bytes of [
    '\x16\x03\x01\x02',
    'GET / HTTP/9.9\r\n\r\n',
    `GET /${'x'.repeat(20_000)} HTTP/1.1\r\n\r\n`,
  ]) {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.end(bytes));
      let heard = '';
      socket.on('data', (chunk) => (heard += chunk.toString()));
      socket.on('close', () => resolve(heard));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d/);
  }
  expect((await house.nobody.get('/api/v1/health/ready')).status).toBe(200);
});

/** How many generated requests; a long run sets more. */
const runs = Number(process.env['API_FUZZ_RUNS'] ?? 600);
const seed = Number(process.env['API_FUZZ_SEED'] ?? 20_211_008);

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(...naughty),
  fc.string({ unit: 'grapheme' }),
);
const anyJson = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.dictionary(anyText, fc.oneof(anyText, fc.jsonValue({ maxDepth: 2 }))),
);
const anyQuery = fc.array(
  fc.tuple(fc.oneof(anyText, fc.constantFrom('cursor', 'limit', 'light', 'search', 'sort')), anyText),
  {
    maxLength: 4,
  },
);

const pathOf = ({ path }: Endpoint, texts: readonly string[]): string => {
  let n = 0;
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const text = texts[(n += 1)] ?? '';
    const known = name === 'plan' ? house.plan : name === 'item' ? house.items[0] : text;
    return encodeURIComponent((text.length % 3 === 0 ? known : text).replaceAll(/\p{Surrogate}/gu, '?'));
  });
};

it('no generated request is answered with a 5xx', async () => {
  const request = fc.record({
    endpoint: fc.constantFrom(
      ...endpoints.filter(({ id }) => id !== 'signIn' && id !== 'signOut' && id !== 'advanceClock'),
    ),
    who: fc.nat({ max: 3 }),
    texts: fc.array(anyText, { minLength: 4, maxLength: 4 }),
    query: anyQuery,
    body: anyJson,
    key: fc.option(fc.string({ maxLength: 10 })),
  });
  await fc.assert(
    fc.asyncProperty(request, async ({ endpoint, who, texts, query, body, key }) => {
      const search = query.map((pair) =>
        pair.map((text) => encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '?'))).join('='),
      );
      const answer = await visitors[who]?.send(
        `/api/v1${pathOf(endpoint, texts)}${search.length > 0 ? `?${search.join('&')}` : ''}`,
        {
          method: endpoint.method.toUpperCase(),
          headers: {
            'content-type': 'application/json',
            'if-match': '"0"',
            ...(key === null ? {} : { 'idempotency-key': key.replaceAll(/[^\x20-\x7e]/g, '') }),
          },
          ...(endpoint.method === 'get' ? {} : { body: JSON.stringify(body) }),
        },
      );
      return answer !== undefined && answer.status < 500;
    }),
    { numRuns: runs, seed },
  );
});
