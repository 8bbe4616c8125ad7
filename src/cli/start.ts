/** `duzhan start` (`npm start`): brings up the whole system on this machine and keeps it until told to stop. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { pino, type Logger } from 'pino';
import { ConfigFault, loadConfig, type Config } from '../config.js';
import { ensureFolder } from '../local/folder.js';
import { since, type Log } from '../local/progress.js';
import type { PlanDocument } from '../domain/plan.js';
import { readPack } from '../pack/read.js';
import { migrate, openDatabase, type Database } from '../store/database.js';
import { documentOf, plansOf } from '../store/plans.js';
import { accountsOf, oneOfEachRole } from '../intake/accounts.js';
import { takeOver } from './system/take-over.js';
import { startEngine } from './system/engine.js';
import { ensurePages } from './system/pages.js';
import { announce, withdraw } from './system/running.js';
import { openSecrets, type FoundSecrets } from './system/secrets.js';
import { installRuntime } from './system/working.js';
import { assertApiPortFree, bringUpPostgres, bringUpTemporal } from './system/services.js';

const ownPack = fileURLToPath(new URL('../../plans/zhoushan-2021-2025', import.meta.url));
const system = { system: 'administration' } as const;

interface Asked {
  readonly withoutPages?: boolean;
}

export const configureStart = (command: Command): void => {
  command.option('--without-pages', 'the API alone, for work on the pages with `npm run dev:web`');
  command.action(async ({ withoutPages = false }: Asked) => {
    const begun = performance.now();
    const log: Log = (line) => console.log(`[${since(begun).padStart(6)}] ${line}`);
    try {
      await start(loadConfig(), withoutPages, log);
    } catch (error) {
      console.error(error instanceof ConfigFault ? error.message : `\n${messageOf(error)}`);
      process.exitCode = 1;
    }
    // Native threads of the worker's runtime would keep the process a while.
    process.exit();
  });
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The screen is for people; the machine's talk goes to a file. */
const startLogger = ({ logLevel, home }: Config): Logger => {
  const logger = pino(
    { level: logLevel },
    pino.destination({ dest: join(home, 'duzhan.log'), mode: 0o600, sync: false }),
  );
  installRuntime(logger, false);
  return logger;
};

const start = async (config: Config, withoutPages: boolean, log: Log): Promise<void> => {
  const stops: (() => Promise<void>)[] = [];
  const asked = stopAsked();
  try {
    await assertApiPortFree(config);
    ensureFolder(config.home, 'Duzhan');
    const logger = startLogger(config);
    const found = await openSecrets(config.home);
    const pages = withoutPages ? noPages : beginPages(config, log);
    stops.push(pages.stop);
    const postgres = await bringUpPostgres(config, log);
    stops.push(() => postgres.stop());
    const applied = await migrate(postgres.url);
    log(applied.length > 0 ? `database: ${applied.length} migrations applied` : 'database: up to date');
    const temporal = await bringUpTemporal(config, log);
    stops.push(() => temporal.stop());
    const plan = await firstPlan(postgres.url, found, config, log);
    const { sessionSecret } = found.secrets;
    const engine = await startEngine({
      config,
      databaseUrl: postgres.url,
      temporal,
      sessionSecret,
      webDir: await pages.built,
      logger,
      log,
    });
    stops.push(() => engine.stop());
    await announce(config.home, {
      pid: process.pid,
      apiUrl: engine.apiUrl,
      databaseUrl: postgres.url,
      temporalAddress: temporal.address,
      temporalNamespace: temporal.namespace,
      temporalUi: temporal.uiUrl,
    });
    stops.push(() => withdraw(config.home));
    log('ready');
    logger.info({ api: engine.apiUrl }, 'started');
    console.log(welcome(engine.apiUrl, !withoutPages, temporal.uiUrl, plan, found, config.home));
    const why = await Promise.race([asked, postgres.lost, temporal.lost, engine.lost]);
    log(`stopping: ${why}`);
    logger.info({ why }, 'stopping');
  } finally {
    for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
    log('stopped');
  }
};

interface Pages {
  /** Their folder; null = none are served. */
  readonly built: Promise<string | null>;
  readonly stop: () => Promise<void>;
}

const noPages: Pages = { built: Promise.resolve(null), stop: () => Promise.resolve() };

/** The pages are built while the services come up. */
const beginPages = ({ environment }: Config, log: Log): Pages => {
  const stopping = new AbortController();
  const built = ensurePages({ environment, log, signal: stopping.signal });
  // Whoever waits for the pages hears of it; until then nobody does.
  built.catch(() => undefined);
  return { built, stop: () => Promise.resolve(stopping.abort()) };
};

/** The first signal asks for an orderly end; a second one does not wait for it. */
const stopAsked = (): Promise<string> =>
  new Promise((resolve) => {
    let askedAt: number | null = null;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        // Ctrl-C reaches us from the terminal and again through npm: one wish, not two.
        if (askedAt !== null && performance.now() - askedAt > 2_000) process.exit(130);
        askedAt ??= performance.now();
        resolve(`${signal} received`);
      });
  });

/** The plan shown in the welcome; an empty installation gets the Zhoushan plan as a rehearsal. */
const firstPlan = async (
  url: string,
  found: FoundSecrets,
  config: Config,
  log: Log,
): Promise<PlanDocument | null> => {
  const db = openDatabase({ url, poolMax: 2 });
  try {
    if ((await db.asReader(system, plansOf)).length === 0) await importOwn(db, found, config, log);
    const rehearsal = (await db.asReader(system, plansOf)).find(({ kind }) => kind === 'rehearsal');
    const document = rehearsal ? await db.asReader(system, (tx) => documentOf(tx, rehearsal.id)) : null;
    if (document && found.fresh)
      await takeOver(db, document, { kind: 'rehearsal', from: document.publishedOn }, found, config.home);
    return document;
  } finally {
    await db.close();
  }
};

const importOwn = async (db: Database, found: FoundSecrets, config: Config, log: Log): Promise<void> => {
  const read = await readPack(ownPack);
  if ('faults' in read) throw new Error(`${ownPack} is not sound; see \`npx duzhan plan check\``);
  const mode = { kind: 'rehearsal', from: read.plan.publishedOn } as const;
  const taken = await takeOver(db, read.plan, mode, found, config.home);
  log(`plan: ${read.plan.title}, ${taken.items} items, as a rehearsal from ${mode.from}`);
};

const welcome = (
  api: string,
  hasPages: boolean,
  ui: string | null,
  plan: PlanDocument | null,
  found: FoundSecrets,
  home: string,
): string => {
  const lines = ['', ...(hasPages ? [`  Open         ${api}`] : [])];
  lines.push(`  API          ${api}/api/v1`, `  API docs     ${api}/docs`);
  if (ui !== null) lines.push(`  Temporal UI  ${ui}`);
  lines.push(`  Log          ${join(home, 'duzhan.log')}`);
  if (plan) {
    lines.push('', `  Accounts of the rehearsal, all with the password ${found.secrets.rehearsalPassword}`);
    for (const { login, name, role, rank } of oneOfEachRole(accountsOf(plan)))
      lines.push(`    ${login.padEnd(28)} ${(rank ?? role).padEnd(18)} ${name}`);
    lines.push(
      '    Each unit has UNIT.officer and UNIT.head.',
      '',
      '  Try `npm run scenario` in another terminal: five years of the plan.',
    );
  }
  return [...lines, '  Ctrl-C stops everything.', ''].join('\n');
};
