import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasRight } from '../../src/api/access.js';
import { commandBodies, itemCommandTypes, type ItemCommandType } from '../../src/api/contract/commands.js';
import { endpoints } from '../../src/api/contract/index.js';
import type { Endpoint } from '../../src/api/contract/endpoint.js';
import type { Actor } from '../../src/domain/people.js';
import { can, maySee, type Belonging } from '../../src/domain/rights.js';
import { itemOf } from '../../src/store/items.js';
import { itemPage } from '../../src/store/views/board.js';
import { sampleBody } from './api-samples.js';
import { accountNames, accounts, startHouse, type AccountName, type House } from './api-house.js';

let house: House;
let belongings: readonly Belonging[];
let parameters: Readonly<Record<string, string>>;

const engine = { system: 'engine' } as const;
const belongingOf = async (id: string): Promise<Belonging> => {
  const row = await house.stack.db.asReader(engine, (tx) => itemOf(tx, id));
  if (!row) throw new Error(id);
  return row.snapshot;
};

const feedToken = async (): Promise<string> => {
  const { json } = await (await house.as('head')).post<{ readonly url: string }>('/api/v1/me/calendar-feed');
  return /([^/]+)\.ics$/.exec(json.url)?.[1] ?? 'none';
};

beforeAll(async () => {
  house = await startHouse();
  const officer = await house.as('case-officer-1');
  const given = await officer.command(house.items[0], 'dispatch');
  const [document] = await house.stack.sql<{ id: string }>(
    `SELECT plan_id || '.' || kind || '.' || year || '.' || number AS id FROM documents WHERE item_id = $1`,
    [house.items[0]],
  );
  const uploaded = await (
    await house.as('head')
  ).upload([{ name: '证明.pdf', bytes: Buffer.from('%PDF-1.7\n证明') }]);
  belongings = await Promise.all(house.items.map(belongingOf));
  parameters = {
    plan: house.plan,
    item: house.items[0],
    submission: given.json.id,
    document: document?.id ?? 'none',
    file: uploaded.json.files[0]?.id ?? randomUUID(),
    account: 'officer',
    person: 'officer',
    token: await feedToken(),
    date: '2021-09-13',
  };
});
afterAll(() => house.stop());

const actorOf = (account: AccountName): Actor => {
  const {
    role,
    unit = null,
    rank = null,
  } = { unit: null, rank: null, ...accounts[account] } as Pick<Actor, 'role' | 'unit' | 'rank'>;
  return { person: account, role, unit, rank, onBehalfOf: null };
};

const pathOf = ({ path }: Endpoint): string =>
  `/api/v1${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? name)}`;

const sees = (account: AccountName, item = 0): boolean => {
  const belonging = belongings[item];
  return belonging !== undefined && maySee(actorOf(account), belonging);
};

/** What reading must answer, from the domain's rules and the table of rights alone. */
const expectedStatus = (endpoint: Endpoint, account: AccountName): number => {
  const { access, path } = endpoint;
  if (access !== 'public' && access !== 'signed_in' && !hasRight(actorOf(account), access)) return 403;
  if (path.startsWith('/items/') || path.startsWith('/documents/')) return sees(account) ? 200 : 404;
  if (path === '/submissions/{submission}') return account === 'case-officer-1' ? 200 : 404;
  if (path === '/files/{file}') return ['head', 'officer'].includes(account) ? 200 : 404;
  if (path.startsWith('/plans/{plan}/clock/advances/{submission}')) return 404; // the submission is no advance
  return 200;
};

const reads = endpoints.filter(({ method }) => method === 'get');
const closed = endpoints.filter(({ access }) => access !== 'public');

describe.each(reads.map((endpoint) => [endpoint.path, endpoint] as const))('reading %s', (_, endpoint) => {
  it.each(accountNames)('answers %s as the rules say, in the shape of the contract', async (account) => {
    const answer = await (await house.as(account)).get(pathOf(endpoint));
    expect([answer.status, answer.text.slice(0, 300)]).toEqual([
      expectedStatus(endpoint, account),
      answer.text.slice(0, 300),
    ]);
    const schema = endpoint.answers.ok;
    if (answer.status === 200 && schema && schema !== 'file')
      expect(schema.safeParse(answer.json).error).toBeUndefined();
  });
});

describe('nobody', () => {
  it.each(closed.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
    'is told to sign in at %s',
    async (_, endpoint) => {
      const answer = await house.nobody.send(pathOf(endpoint), { method: endpoint.method.toUpperCase() });
      expect([answer.status, (answer.json as { code: string }).code]).toEqual([401, 'unauthenticated']);
    },
  );
});

/** What the domain alone says: the right, then sight, then the post, then the version that is gone. */
const expectedCode = (account: AccountName, index: number, command: ItemCommandType): string => {
  const actor = actorOf(account);
  const belonging = belongings[index];
  if (!hasRight(actor, 'see_plans')) return 'forbidden';
  if (!belonging || !sees(account, index)) return 'not_found';
  return can(actor, command, belonging)?.refused ?? 'stale_version';
};

/** A version long gone: whoever may give the command learns that, and nothing happens. */
const longGone = { 'if-match': '"0"' };

describe.each(itemCommandTypes)('giving %s', (command) => {
  it('takes the sample body', () => {
    expect(commandBodies[command].safeParse(sampleBody(command, randomUUID())).error).toBeUndefined();
  });

  it.each(accountNames)('is answered to %s as the domain decides', async (account) => {
    for (const [index, item] of house.items.entries()) {
      const answer = await (
        await house.as(account)
      ).command(item, command, sampleBody(command, parameters['file'] ?? ''), longGone);
      const expected = expectedCode(account, index, command);
      // Proof is handed in by the unit that brought it.
      const foreignFile = command === 'submitEvidence' && expected === 'stale_version' && index === 1;
      expect([item, answer.json.code]).toEqual([item, foreignFile ? 'no_such_file' : expected]);
    }
  });
});

it('lists hold exactly the items that the domain lets each account see', async () => {
  for (const account of accountNames) {
    const viewer = { actor: actorOf(account), planId: null, post: account };
    const request = { filter: { planId: house.plan }, order: 'number', after: null, limit: 50 } as const;
    const rows = await house.stack.db.asReader(engine, (tx) => itemPage(tx, viewer, request));
    expect([account, rows.map(({ id }) => id)]).toEqual([
      account,
      house.items.filter((_, index) => sees(account, index)),
    ]);
  }
});
