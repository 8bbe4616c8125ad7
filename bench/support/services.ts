/** Promise: the same Postgres and Temporal as `npm start` brings up, durable ones, in a folder that goes with the run. */
import { chmod, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import pg from 'pg';
import { loadConfig } from '../../src/config.js';
import { freePort } from '../../src/local/ports.js';
import { startPostgres } from '../../src/local/postgres.js';
import { findTemporalBinary } from '../../src/local/temporal-binary.js';
import { startTemporal } from '../../src/local/temporal.js';
import { migrate, openDatabase, type Database } from '../../src/store/database.js';
import { workflowsPath } from '../../src/worker.js';
import { searchAttributes } from '../../src/workflows/messages.js';
import type { Bench } from './run.js';

export interface Services {
  readonly dir: string;
  readonly databaseUrl: string;
  readonly db: Database;
  /** As the owner of the tables: for what no part of the product may do. */
  readonly owner: pg.Pool;
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly client: Client;
  readonly pids: { readonly postgres: number; readonly temporal: number };
  readonly bundles: { readonly product: string; readonly reference: string };
}

const referencePath = fileURLToPath(new URL('./reference-workflows.ts', import.meta.url));

export const startServices = async (bench: Bench): Promise<Services> => {
  bench.progress('starting Postgres and Temporal');
  const dir = await tempFolder(bench);
  const postgres = await bringUpPostgres(bench, dir);
  const temporal = await bringUpTemporal(bench, dir);
  await migrate(postgres.url);
  const owner = new pg.Pool({ connectionString: postgres.url, max: 2 });
  // An idle connection that dies with its server is no news.
  owner.on('error', () => undefined);
  bench.onStop(() => owner.end());
  await fitForBench(owner);
  const db = openDatabase({ url: postgres.url, poolMax: 4 });
  bench.onStop(() => db.close());
  const connection = await Connection.connect({ address: temporal.address });
  bench.onStop(() => connection.close());
  bench.progress('bundling the workflows');
  return {
    dir,
    databaseUrl: postgres.url,
    db,
    owner,
    temporal,
    client: new Client({ connection, namespace: temporal.namespace }),
    pids: { postgres: postgres.pid, temporal: temporal.pid },
    bundles: {
      product: await bundled(workflowsPath, join(dir, 'product.js')),
      reference: await bundled(referencePath, join(dir, 'reference.js')),
    },
  };
};

const quiet = (): void => undefined;

/** Gone with the run, and with it the data of a Postgres that had to put them elsewhere. */
export const tempFolder = async (bench: Bench): Promise<string> => {
  const dir = await mkdtemp(join(tmpdir(), 'duzhan-bench-'));
  // Postgres may run as another user than we do.
  await chmod(dir, 0o755);
  bench.onStop(async () => {
    const data = await realpath(join(dir, 'postgres', 'data')).catch(() => dir);
    await rm(data, { recursive: true, force: true });
    await rm(dir, { recursive: true, force: true });
  });
  return dir;
};

export const bringUpPostgres = async (bench: Bench, dir: string) => {
  const postgres = await startPostgres({ dir: join(dir, 'postgres'), port: await freePort(), log: quiet });
  bench.onStop(() => postgres.stop());
  bench.needs(postgres.lost);
  return postgres;
};

const bringUpTemporal = async (bench: Bench, dir: string) => {
  const { cacheDirs, environment } = loadConfig();
  const temporal = await startTemporal({
    dir: join(dir, 'temporal'),
    port: await freePort(),
    uiPort: await freePort(),
    binary: await findTemporalBinary({ env: environment, cacheDirs, log: quiet }),
    searchAttributes,
    log: quiet,
  });
  bench.onStop(() => temporal.stop());
  bench.needs(temporal.lost);
  return temporal;
};

/**
 * Each event is stamped by the database when it is written, since what the code calls "now" is when it began. And a
 * live plan, whose clock must never be shifted, may be: else a storm would have to wait for midnight.
 */
const fitForBench = async (owner: pg.Pool): Promise<void> => {
  await owner.query(
    `ALTER TABLE events ADD COLUMN stamped_at double precision DEFAULT extract(epoch FROM clock_timestamp()) * 1000`,
  );
  const { rows } = await owner.query<{ name: string }>(
    `SELECT conname AS name FROM pg_constraint WHERE conrelid = 'plans'::regclass AND contype = 'c'
       AND pg_get_constraintdef(oid) LIKE '%clock_shift_ms%'`,
  );
  for (const { name } of rows) await owner.query(`ALTER TABLE plans DROP CONSTRAINT "${name}"`);
};

const bundled = async (source: string, path: string): Promise<string> => {
  const { code } = await bundleWorkflowCode({ workflowsPath: source, logger: new DefaultLogger('WARN') });
  await writeFile(path, code);
  return path;
};
