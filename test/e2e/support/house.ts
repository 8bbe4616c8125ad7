/** Promise: the real system with the built pages, a plan in it, and people at their browsers; gone when the file is done. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Connection } from '@temporalio/client';
import { pino } from 'pino';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, inject } from 'vitest';
import { openStage, type Stage } from '../../../src/cli/simulation/stage.js';
import { parseInstant } from '../../../src/domain/instants.js';
import type { PlanDocument } from '../../../src/domain/plan.js';
import { cloneDatabase } from '../../support/database.js';
import { createNamespace } from '../../support/stack.js';
import { launch } from './browser.js';

/** How somebody looks at the pages. */
export interface Sight {
  readonly width?: number;
  readonly height?: number;
  readonly language?: 'zh-CN' | 'en-GB';
  /** Touch, and a screen that is dense. */
  readonly phone?: boolean;
}

const failures = fileURLToPath(new URL('../../../web/screenshots/failed', import.meta.url));

const desk = { width: 1440, height: 900 };
const hand = { width: 390, height: 844 };

export class House {
  private readonly contexts: BrowserContext[] = [];

  constructor(
    readonly stage: Stage,
    readonly plan: PlanDocument,
    private readonly browser: Browser,
  ) {}

  /** A browser of its own in which nobody has signed in. */
  async stranger({ phone = false, language = 'zh-CN', ...size }: Sight = {}): Promise<Page> {
    const context = await this.browser.newContext({
      baseURL: this.stage.url,
      viewport: { ...(phone ? hand : desk), ...size },
      locale: language,
      reducedMotion: 'reduce',
      ...(phone ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
    });
    this.contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    return page;
  }

  /** Somebody who is signed in already. */
  async visitor(account: string, sight: Sight = {}): Promise<Page> {
    const page = await this.stranger(sight);
    const answer = await page.request.post('/api/v1/sessions', {
      data: { account, password: this.stage.password },
    });
    if (!answer.ok()) throw new Error(`${account} could not sign in: ${answer.status()}`);
    return page;
  }

  /** Address of a page of the plan. */
  at(page: string): string {
    return `/plans/${this.plan.id}/${page}`;
  }

  item(number: number): string {
    return `${this.plan.id}-${number}`;
  }

  /** What everybody sees, for whoever has to find out why a test failed. */
  async picture(name: string): Promise<void> {
    const pages = this.contexts.flatMap((context) => context.pages());
    for (const [index, page] of pages.entries())
      await page.screenshot({ path: join(failures, `${name} ${index}.png`) }).catch(() => undefined);
  }

  /** Everybody goes home. */
  async clear(): Promise<void> {
    await Promise.all(this.contexts.splice(0).map((context) => context.close()));
  }
}

const theatre = inject('theatre');

/** Tests in a browser, skipped where there is none. */
export const inBrowser = describe.skipIf(theatre === null);

export interface Visit {
  /** What happened in the house before the tests begin. */
  readonly before?: (house: House) => Promise<void>;
  /** People stay at their browsers from one test to the next. */
  readonly stay?: boolean;
}

/** A house for the tests of one file. */
export const useHouse = (
  plan: () => Promise<PlanDocument>,
  { before, stay = false }: Visit = {},
): { readonly house: House } => {
  const closing: (() => Promise<unknown>)[] = [];
  const held: { house: House | null } = { house: null };
  beforeAll(async () => {
    if (theatre === null) return;
    const filesDir = await mkdtemp(join(tmpdir(), 'duzhan-e2e-'));
    closing.push(() => rm(filesDir, { recursive: true, force: true }));
    const { temporalAddress: address, bundlePath } = inject('services');
    const connection = await Connection.connect({ address });
    closing.push(() => connection.close());
    const database = await cloneDatabase();
    closing.push(() => database.drop());
    const stage = await openStage({
      ...{ databaseUrl: database.url, address, namespace: await createNamespace(connection), filesDir },
      logger: pino({ level: 'silent' }),
      bundle: { codePath: bundlePath },
      webDir: theatre.webDir,
    });
    closing.push(() => stage.close());
    const document = await plan();
    await stage.take(document, parseInstant(`${document.publishedOn}T08:30`) ?? 0);
    const browser = await launch(theatre.browser);
    closing.push(() => browser.close());
    const house = new House(stage, document, browser);
    closing.push(() => house.clear());
    held.house = house;
    await before?.(house);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await held.house?.picture(task.name);
    if (!stay) await held.house?.clear();
  });
  afterAll(async () => {
    for (let close = closing.pop(); close; close = closing.pop()) await close();
  });
  return {
    get house() {
      if (held.house === null) throw new Error('the house is not open');
      return held.house;
    },
  };
};
