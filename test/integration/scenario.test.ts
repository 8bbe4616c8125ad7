/** The year that `npm run scenario` plays, on the real stack, with what it must come to. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type RunningApi } from '../../src/api/server.js';
import { Client } from '../../src/cli/scenario/client.js';
import { Player, type Outcome } from '../../src/cli/scenario/play.js';
import { yearOf } from '../../src/cli/scenario/year.js';
import { takeOver } from '../../src/cli/system/take-over.js';
import { readPack } from '../../src/pack/read.js';
import { startStack, type Stack } from '../support/stack.js';

const rehearsalPassword = 'a password of this test';
const pack = fileURLToPath(new URL('../../plans/zhoushan-2021-2025', import.meta.url));

describe('a year of the Zhoushan plan, played through the API', () => {
  let stack: Stack;
  let api: RunningApi;
  let home: string;
  let outcome: Outcome;
  let listed: number;
  let closed: number;
  let client: Client;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'duzhan-scenario-'));
    stack = await startStack();
    const read = await readPack(pack);
    if ('faults' in read) throw new Error('the pack is not sound');
    const { plan } = read;
    const secrets = { sessionSecret: 'a secret of this test', rehearsalPassword };
    await takeOver(
      stack.db,
      plan,
      { kind: 'rehearsal', from: plan.publishedOn },
      { secrets, fresh: false },
      home,
    );
    api = await startApi({
      databaseUrl: stack.url,
      courier: stack.courier,
      filesDir: home,
      host: '127.0.0.1',
      port: 0,
      logger: pino({ level: 'silent' }),
      sessionSecret: secrets.sessionSecret,
      limits: { commandWaitMs: 30_000 },
    });
    const year = yearOf(plan, plan.publishedOn);
    ({ listed, closed } = year);
    client = new Client(api.url, rehearsalPassword);
    outcome = await new Player(client, plan.id).play(year, () => undefined);
  }, 600_000);

  afterAll(async () => {
    await api?.stop(1_000);
    await stack?.stop();
    await rm(home, { recursive: true, force: true });
  });

  it('refuses none of its acts', () => {
    expect(outcome.refused).toEqual([]);
    expect(outcome.played).toBe(237);
  });

  it('leaves the silent items listed, one closed, and the rest on track', () => {
    expect(outcome.board).toEqual({
      red: { listed_1: 9 },
      yellow: { none: 1 },
      green: { none: 25 },
      blue: { none: 1 },
    });
  });

  it('has told everyone what the rules say', () => {
    expect(outcome.notices).toEqual({
      becameOverdue: 144,
      caseBecameOverdue: 249,
      caseEscalated: 1437,
      caseOpened: 84,
      closingApproved: 4,
      // To the unit's head, case officer, supervision head and leader in charge, once.
      delisted: 4,
      dispatched: 72,
      evidenceAccepted: 110,
      evidenceReturned: 28,
      // Nine silent items, two persons each.
      interviewCalled: 18,
      letterIssued: 54,
      // Ten items at level 1 (four persons), one of them at level 2 (eight).
      listed: 48,
      // Ten proposals of level 2 and nine of level 3, eight persons each.
      listingProposed: 152,
      rectificationPlanAccepted: 2,
      reminded: 194,
      reportAsked: 80,
      standingReported: 2296,
      struckOff: 3,
      urged: 164,
    });
  });

  it('lists one item up to level 2 and delists it', async () => {
    const history = await client.get<{ entries: { type: string; fact: { level?: number } }[] }>(
      'supervision-head',
      `/items/zhoushan-2021-2025-${listed}/history?limit=200&order=oldest`,
    );
    const story = history.entries
      .filter(({ type }) => ['listed', 'listingProposed', 'delisted'].includes(type))
      .map(({ type, fact }) => (fact.level === undefined ? type : `${type} ${fact.level}`));
    expect(story).toEqual(['listed 1', 'listingProposed 2', 'listed 2', 'delisted']);
  });

  it('closes one item and strikes all of its measures off', async () => {
    const item = await client.get<{ lifecycle: string; measures: { total: number; struckOff: number } }>(
      'supervision-head',
      `/items/zhoushan-2021-2025-${closed}`,
    );
    expect(item.lifecycle).toBe('closed');
    expect(item.measures.struckOff).toBe(item.measures.total);
  });
});
