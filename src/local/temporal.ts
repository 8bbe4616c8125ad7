/**
 * Promise: a Temporal dev server of this project alone, on loopback, whose workflows outlive us; whatever a killed
 * start left behind is stopped first.
 */
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { Connection } from '@temporalio/client';
import { type Claim, claimFolder } from './claim.js';
import { ensureFolder } from './folder.js';
import { assertPortFree } from './ports.js';
import { type Farewell } from './processes.js';
import { type Log, since } from './progress.js';
import { registerSearchAttributes, type SearchAttributes } from './search-attributes.js';
import { launch, type ServerProcess, type ServerSpec, untilReady } from './server-process.js';

export interface TemporalOptions {
  /** Holds the state and the log. */
  readonly dir: string;
  readonly port: number;
  readonly uiPort: number;
  readonly log: Log;
  /** As `findTemporalBinary` returns it. */
  readonly binary: string;
  readonly namespace?: string;
  readonly searchAttributes?: SearchAttributes;
  /** For tests: no screen, and nothing kept. */
  readonly headless?: boolean;
}

export interface LocalTemporal {
  readonly address: string;
  readonly namespace: string;
  /** Undefined when headless. */
  readonly uiUrl: string | undefined;
  readonly pid: number;
  /** Settles only when the server ends without having been asked to. */
  readonly lost: Promise<string>;
  readonly stop: () => Promise<void>;
}

const name = 'Temporal';
const readyBoundMs = 60_000;

const keeping: Farewell = [
  ['SIGTERM', 15_000],
  ['SIGKILL', 5_000],
];
/** A server that keeps nothing has nothing to put in order. */
const forgetting: Farewell = [['SIGKILL', 5_000]];

export const startTemporal = async (options: TemporalOptions): Promise<LocalTemporal> => {
  const begun = performance.now();
  const dir = resolve(options.dir);
  ensureFolder(dir, name);
  const claim = await claimFolder({ dir, name, farewell: keeping, log: options.log });
  try {
    await assertPortsFree(options);
    const spec = serverSpec(dir, options);
    const server = await launch(spec);
    claim.recordServer(server.pid);
    await settleIn(server, spec, options);
    options.log(`${name}: ready on ${addressOf(options)} (${since(begun)})`);
    return describe(server, claim, options);
  } catch (error) {
    claim.release();
    throw error;
  }
};

const assertPortsFree = async ({ port, uiPort, headless }: TemporalOptions): Promise<void> => {
  await assertPortFree(port, { name, variable: 'DUZHAN_TEMPORAL_PORT' });
  if (!headless)
    await assertPortFree(uiPort, { name: `${name}'s screen`, variable: 'DUZHAN_TEMPORAL_UI_PORT' });
};

const describe = (server: ServerProcess, claim: Claim, options: TemporalOptions): LocalTemporal => {
  let done: Promise<void> | undefined;
  const stop = async () => {
    await server.stop();
    claim.release();
    options.log(`${name}: stopped`);
  };
  return {
    address: addressOf(options),
    namespace: namespaceOf(options),
    uiUrl: options.headless ? undefined : `http://127.0.0.1:${options.uiPort}`,
    pid: server.pid,
    lost: server.lost,
    stop: () => (done ??= stop()),
  };
};

const addressOf = ({ port }: TemporalOptions): string => `127.0.0.1:${port}`;
const namespaceOf = ({ namespace }: TemporalOptions): string => namespace ?? 'duzhan';

const serverSpec = (dir: string, options: TemporalOptions): ServerSpec => {
  const { port, uiPort, binary, headless, searchAttributes = {} } = options;
  const file = ['--db-filename', join(dir, 'temporal.db')];
  const pragmas = ['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL'];
  const screen = ['--ui-ip', '127.0.0.1', '--ui-port', `${uiPort}`, '--ui-disable-news-fetch'];
  const attributes = Object.entries(searchAttributes).map(([key, type]) => [
    '--search-attribute',
    `${key}=${type}`,
  ]);
  return {
    name,
    program: binary,
    args: [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', `${port}`, '--log-level', 'warn'],
      ...['--namespace', namespaceOf(options), ...attributes.flat()],
      ...(headless ? ['--headless'] : [...file, ...pragmas, ...screen]),
    ],
    env: { HOME: dir }, // the user's own settings for the command must not reach this server
    cwd: dir,
    logFile: join(dir, 'temporal.log'),
    farewell: headless ? forgetting : keeping,
  };
};

/** Waits for the port, then for the namespace, then adds the search attributes an older state file lacks. */
const settleIn = async (server: ServerProcess, spec: ServerSpec, options: TemporalOptions): Promise<void> => {
  try {
    await untilReady(server, spec, () => accepts(options.port), readyBoundMs);
    const connection = await Connection.connect({ address: addressOf(options), connectTimeout: '15s' });
    try {
      await untilReady(server, spec, () => knowsNamespace(connection, namespaceOf(options)), readyBoundMs);
      await registerSearchAttributes(connection, namespaceOf(options), options.searchAttributes ?? {});
    } finally {
      await connection.close();
    }
  } catch (error) {
    await server.stop();
    throw error;
  }
};

const accepts = (port: number): Promise<boolean> =>
  new Promise((answer) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const done = (accepted: boolean) => {
      socket.destroy();
      answer(accepted);
    };
    socket.once('connect', () => done(true)).once('error', () => done(false));
  });

const knowsNamespace = async (connection: Connection, namespace: string): Promise<boolean> => {
  try {
    await connection.withDeadline(Date.now() + 2_000, () =>
      connection.workflowService.describeNamespace({ namespace }),
    );
    return true;
  } catch {
    return false;
  }
};
