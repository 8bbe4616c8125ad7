/** The first of the years that `npm run scenario` plays, on the real stack, with what it must come to. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type RunningApi } from '../../src/api/server.js';
import { Client } from '../../src/cli/scenario/client.js';
import { Player, type Outcome } from '../../src/cli/scenario/play.js';
import { yearsOf } from '../../src/cli/scenario/years.js';
import { takeOver } from '../../src/cli/system/take-over.js';
import { readPack } from '../../src/pack/read.js';
import type { PlanDocument } from '../../src/domain/plan.js';
import { Rehearsal } from '../support/rehearsal.js';
import { startStack, type Stack } from '../support/stack.js';

const rehearsalPassword = 'a password of this test';
const pack = fileURLToPath(new URL('../../plans/zhoushan-2021-2025', import.meta.url));

const until = '2022-09-12';

interface Card {
  readonly number: number;
  readonly lifecycle: string;
  readonly light: string;
  readonly level: string;
  readonly version: number;
}

describe('a year of the Zhoushan plan, played through the API', () => {
  let stack: Stack;
  let api: RunningApi;
  let home: string;
  let outcome: Outcome;
  const parts = { listed: 34, reopened: 25 };
  let client: Client;
  let plan: PlanDocument;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'duzhan-scenario-'));
    stack = await startStack();
    const read = await readPack(pack);
    if ('faults' in read) throw new Error('the pack is not sound');
    ({ plan } = read);
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
    client = new Client(api.url, rehearsalPassword);
    outcome = await new Player(client, plan.id).play(yearsOf(plan, until), () => undefined);
  }, 600_000);

  afterAll(async () => {
    await api?.stop(1_000);
    await stack?.stop();
    await rm(home, { recursive: true, force: true });
  });

  it('refuses none of its acts', () => {
    expect(outcome.refused).toEqual([]);
    expect(outcome.played).toBe(412);
  });

  it('leaves every item as the rules alone would have it', async () => {
    const { acts, end } = yearsOf(plan, until);
    const rehearsal = new Rehearsal(plan);
    for (const act of acts) rehearsal.give(act);
    rehearsal.until(end);
    const { entries } = await client.get<{ entries: Card[] }>(
      'supervision-head',
      `/plans/${plan.id}/items?limit=200`,
    );
    const shown = entries.map(({ number, lifecycle, light, level, version }) => ({
      number,
      lifecycle,
      light,
      level,
      version,
    }));
    const expected = plan.items.map(({ number }) => {
      const { lifecycle, light, level, version } = rehearsal.standing(number, end);
      return { number, lifecycle, light, level, version };
    });
    expect(shown).toEqual(expected);
  });

  it('has told everyone what the rules say', () => {
    expect(outcome.notices).toMatchObject({
      // 36 items and the declined one again, two persons each.
      dispatched: 74,
      dispatchDeclined: 2,
      reassigned: 2,
      // 35 running items, three persons each.
      policyAdopted: 105,
      // Nine listings end: unit head, case officer, supervision head, leader in charge.
      delisted: 36,
      // Eight silent items reach +30, two persons each.
      interviewCalled: 16,
      rectificationPlanAccepted: 18,
      rectificationPlanReturned: 2,
      obstacleAnswered: 2,
      instructed: 3,
      struckOff: 3,
      // The same item, closed twice.
      closingApproved: 8,
      reopened: 2,
    });
  });

  it('lists one item up to level 2 and delists it', async () => {
    const history = await client.get<{ entries: { type: string; fact: { level?: number } }[] }>(
      'supervision-head',
      `/items/zhoushan-2021-2025-${parts.listed}/history?limit=200&order=oldest`,
    );
    const story = history.entries
      .filter(({ type }) => ['listed', 'listingProposed', 'delisted'].includes(type))
      .map(({ type, fact }) => (fact.level === undefined ? type : `${type} ${fact.level}`));
    expect(story).toEqual(['listed 1', 'listingProposed 2', 'listed 2', 'delisted']);
  });

  it('closes one item early, strikes all of its measures off, and closes it again after it was reopened', async () => {
    const path = `/items/zhoushan-2021-2025-${parts.reopened}`;
    const item = await client.get<{ lifecycle: string; measures: { total: number; struckOff: number } }>(
      'supervision-head',
      path,
    );
    expect(item.lifecycle).toBe('closed');
    expect(item.measures.struckOff).toBe(item.measures.total);
    const { entries } = await client.get<{ entries: { type: string }[] }>(
      'supervision-head',
      `${path}/history?limit=200&order=oldest`,
    );
    const ends = entries.map(({ type }) => type).filter((type) => /^(closingApproved|reopened)$/.test(type));
    expect(ends).toEqual(['closingApproved', 'reopened', 'closingApproved']);
  });
});
