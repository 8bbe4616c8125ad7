/**
 * `npm run screenshots`: every page for every role, on a desk and on a phone, in Chinese, and the leaders' pages in
 * English too, into `web/screenshots`; against a system to be thrown away, on a day on which much is red.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { layGround } from '../../src/cli/simulation/ground.js';
import { openStage, type Stage } from '../../src/cli/simulation/stage.js';
import { Player } from '../../src/cli/scenario/play.js';
import { yearsOf } from '../../src/cli/scenario/years.js';
import { ensurePages } from '../../src/cli/system/pages.js';
import { installRuntime, stopAll } from '../../src/cli/system/working.js';
import { loadConfig } from '../../src/config.js';
import { parseInstant } from '../../src/domain/instants.js';
import { findBrowser, launch } from './support/browser.js';
import { settled } from './support/acts.js';
import { zhoushan } from './support/plan.js';
import { roundsOf, type Round } from './support/tour.js';

const until = '2022-01-14';
const into = fileURLToPath(new URL('../../web/screenshots', import.meta.url));

interface Sight {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly language: 'zh-CN' | 'en-GB';
}

const desk: Sight = { name: '1440', width: 1440, height: 900, language: 'zh-CN' };
const phone: Sight = { name: '390', width: 390, height: 844, language: 'zh-CN' };
const english: Sight = { ...desk, name: '1440-en', language: 'en-GB' };

const sightsOf = ({ account }: Round): readonly Sight[] =>
  /^(director|deputy)/.test(account) ? [desk, phone, english] : [desk, phone];

const played = async (stage: Stage): Promise<readonly Round[]> => {
  const plan = await zhoushan();
  await stage.take(plan, parseInstant(`${plan.publishedOn}T08:30`) ?? 0);
  await new Player(stage.client, plan.id).play(yearsOf(plan, until), ({ done, of }) => {
    if (done % 100 === 0 || done === of) console.log(`playing up to ${until}: ${done} of ${of} acts`);
  });
  return roundsOf(stage.client, plan.id);
};

const opened = async (
  browser: Browser,
  { url, password }: Stage,
  account: string | null,
  { width, height, language }: Sight,
): Promise<Page> => {
  const viewport = { width, height };
  const context = await browser.newContext({
    baseURL: url,
    viewport,
    locale: language,
    reducedMotion: 'reduce',
  });
  if (account !== null) await context.request.post('/api/v1/sessions', { data: { account, password } });
  return context.newPage();
};

const take = async (page: Page, path: string, picture: string): Promise<void> => {
  await page.goto(path);
  await settled(page);
  await page.screenshot({ path: picture, fullPage: true });
};

const takeRound = async (browser: Browser, stage: Stage, round: Round): Promise<number> => {
  let taken = 0;
  for (const sight of sightsOf(round)) {
    const page = await opened(browser, stage, round.account, sight);
    for (const { name, path } of round.stops) {
      await take(page, path, join(into, round.account, `${name}-${sight.name}.png`)).catch((error: unknown) =>
        console.log(`no picture of ${path}: ${String(error).split('\n')[0]}`),
      );
      taken += 1;
    }
    await page.context().close();
  }
  console.log(`${round.account}: ${taken} pictures`);
  return taken;
};

const takePublic = async (browser: Browser, stage: Stage): Promise<void> => {
  for (const sight of [desk, phone, english]) {
    const page = await opened(browser, stage, null, sight);
    await take(page, '/sign-in', join(into, 'nobody', `sign-in-${sight.name}.png`));
    await take(page, '/guide', join(into, 'nobody', `guide-${sight.name}.png`));
    await page.context().close();
  }
};

const run = async (executable: string, stops: (() => Promise<void>)[]): Promise<void> => {
  const config = loadConfig();
  const webDir = await ensurePages({ environment: config.environment, log: console.log });
  const logger = pino({ level: 'silent' });
  installRuntime(logger, false);
  const ground = await layGround(config, console.log);
  stops.push(() => ground.clear());
  const stage = await openStage({ ...ground, logger, webDir });
  stops.push(() => stage.close());
  const rounds = await played(stage);
  const browser = await launch(executable);
  stops.push(() => browser.close());
  await rm(into, { recursive: true, force: true });
  await mkdir(into, { recursive: true });
  await takePublic(browser, stage);
  for (const round of rounds) await takeRound(browser, stage, round);
  console.log(`all pictures are in ${into}`);
};

const executable = findBrowser();
if (executable === null) {
  console.error('No Chromium. Install it, or name one in CHROMIUM.');
  process.exit(1);
}
const stops: (() => Promise<void>)[] = [];
try {
  await run(executable, stops);
} finally {
  await stopAll(stops);
}
process.exit();
