/** Promise: the whole system as four parts that run, and die, apart from each other, in a folder that goes with the run. */
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import pg from 'pg';
import type { Bench } from '../../bench/support/run.js';
import { tempFolder } from '../../bench/support/services.js';
import { openSecrets } from '../../src/cli/system/secrets.js';
import { takeOver } from '../../src/cli/system/take-over.js';
import { loadConfig } from '../../src/config.js';
import { createCourier } from '../../src/courier.js';
import type { PlanDocument } from '../../src/domain/plan.js';
import { freePort } from '../../src/local/ports.js';
import { startPostgres } from '../../src/local/postgres.js';
import { findTemporalBinary } from '../../src/local/temporal-binary.js';
import { startTemporal } from '../../src/local/temporal.js';
import { readPack } from '../../src/pack/read.js';
import { migrate, openDatabase, type Database } from '../../src/store/database.js';
import { restoreWorkflows } from '../../src/watch/restore.js';
import { workflowsPath } from '../../src/worker.js';
import { searchAttributes } from '../../src/workflows/messages.js';
import { compileInto } from './compiled.js';
import { processPart, serverPart, type Part, type PartName } from './part.js';
import type { Setting } from './processes/start.js';

/** What is asked of the system: a plan under rehearsal, and everybody its posts name. */
export interface Ground {
  readonly document: PlanDocument;
  /** Of every account. */
  readonly password: string;
}

export interface Estate extends Ground {
  readonly dir: string;
  readonly apiUrl: string;
  readonly db: Database;
  /** As the owner of the tables, for looking. */
  readonly owner: pg.Pool;
  readonly parts: Readonly<Record<PartName, Part>>;
  /** Parts that ended without having been killed. */
  readonly lost: readonly PartName[];
}

const namespace = 'duzhan';
const quiet = (): void => undefined;
const pack = fileURLToPath(new URL('../../plans/zhoushan-2021-2025', import.meta.url));

export const bringUp = async (bench: Bench): Promise<Estate> => {
  const dir = await tempFolder(bench);
  bench.progress('starting Postgres and Temporal');
  const { postgres, temporal, address, urlOf } = await startServers(bench, dir);
  const databaseUrl = urlOf();
  await migrate(databaseUrl);
  const db = openDatabase({ url: databaseUrl, poolMax: 4 });
  bench.onStop(() => db.close());
  const owner = ownerOf(databaseUrl);
  bench.onStop(() => owner.end());
  bench.progress('taking the plan over');
  const ground = await givenPlan(db, dir);
  bench.progress('starting worker and API');
  const port = await freePort();
  const setting: Setting = {
    ...{ databaseUrl, address, namespace, port, filesDir: join(dir, 'files') },
    bundlePath: await bundleInto(join(dir, 'workflows.js')),
    sessionSecret: randomBytes(32).toString('hex'),
  };
  const lost: PartName[] = [];
  const { api, worker } = await startProcesses(bench, dir, setting, (name) => void lost.push(name));
  await restore(db, address);
  const parts = { api, worker, temporal, postgres };
  return { ...ground, dir, apiUrl: `http://127.0.0.1:${port}/api/v1`, db, owner, parts, lost };
};

const startServers = async (bench: Bench, dir: string) => {
  const { cacheDirs, environment } = loadConfig();
  const binary = await findTemporalBinary({ env: environment, cacheDirs, log: quiet });
  const [port, uiPort, databasePort] = [await freePort(), await freePort(), await freePort()];
  let databaseUrl = '';
  const temporal = serverPart('temporal', () =>
    startTemporal({
      dir: join(dir, 'temporal'),
      port,
      uiPort,
      binary,
      searchAttributes,
      namespace,
      log: quiet,
    }),
  );
  const postgres = serverPart('postgres', async () => {
    const server = await startPostgres({ dir: join(dir, 'postgres'), port: databasePort, log: quiet });
    databaseUrl = server.url;
    return server;
  });
  for (const part of [temporal, postgres]) bench.onStop(() => part.stop());
  await Promise.all([temporal.start(), postgres.start()]);
  return { temporal, postgres, address: `127.0.0.1:${port}`, urlOf: () => databaseUrl };
};

const startProcesses = async (
  bench: Bench,
  dir: string,
  setting: Setting,
  onLost: (name: PartName) => void,
): Promise<Readonly<Record<'api' | 'worker', Part>>> => {
  const compiledAt = compileInto(join(dir, 'compiled'));
  const partOf = (name: 'api' | 'worker'): Part => {
    const path = compiledAt(join('test', 'reliability', 'processes', `${name}.ts`));
    const part = processPart(name, { path, setting, logFile: join(dir, `${name}.log`) }, onLost);
    bench.onStop(() => part.stop());
    return part;
  };
  const [api, worker] = [partOf('api'), partOf('worker')];
  await Promise.all([api.start(), worker.start()]);
  return { api, worker };
};

const ownerOf = (url: string): pg.Pool => {
  const owner = new pg.Pool({ connectionString: url, max: 2 });
  // A connection that dies with its server is no news here.
  owner.on('error', quiet);
  owner.on('connect', (client) => client.on('error', quiet));
  return owner;
};

/** The plan begins on the day it was published; what happens to it is up to whoever moves its clock. */
const givenPlan = async (db: Database, dir: string): Promise<Ground> => {
  const read = await readPack(pack);
  if ('faults' in read) throw new Error(`${pack} is not sound`);
  const found = await openSecrets(dir);
  const mode = { kind: 'rehearsal', from: read.plan.publishedOn } as const;
  await takeOver(db, read.plan, mode, found, dir);
  return { document: read.plan, password: found.secrets.rehearsalPassword };
};

const bundleInto = async (path: string): Promise<string> => {
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') });
  await writeFile(path, code);
  return path;
};

const restore = async (db: Database, address: string): Promise<void> => {
  const courier = createCourier({ address, namespace });
  await restoreWorkflows(db, courier);
  await courier.close();
};
