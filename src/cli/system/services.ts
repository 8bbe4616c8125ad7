/** The two services everything stands on: given from outside, or brought up on this machine. */
import { join } from 'node:path';
import type { Config } from '../../config.js';
import { assertPortFree } from '../../local/ports.js';
import { startPostgres } from '../../local/postgres.js';
import { findTemporalBinary } from '../../local/temporal-binary.js';
import { startTemporal } from '../../local/temporal.js';
import type { Log } from '../../local/progress.js';
import { searchAttributes } from '../../workflows/messages.js';

export interface PostgresService {
  readonly url: string;
  /** Resolves only when it dies unasked; never for one given from outside. */
  readonly lost: Promise<string>;
  stop(): Promise<void>;
}

export interface TemporalService {
  readonly address: string;
  readonly namespace: string;
  readonly uiUrl: string | null;
  readonly lost: Promise<string>;
  stop(): Promise<void>;
}

const never = new Promise<string>(() => undefined);
const nothing = (): Promise<void> => Promise.resolve();

export const bringUpPostgres = async ({ database, home }: Config, log: Log): Promise<PostgresService> => {
  if (database.kind === 'external') return { url: database.url, lost: never, stop: nothing };
  return startPostgres({ dir: join(home, 'postgres'), port: database.port, log });
};

export const bringUpTemporal = async (config: Config, log: Log): Promise<TemporalService> => {
  const { temporal, home, cacheDirs, environment } = config;
  if (temporal.kind === 'external')
    return {
      address: temporal.address,
      namespace: temporal.namespace,
      uiUrl: null,
      lost: never,
      stop: nothing,
    };
  const binary = await findTemporalBinary({ env: environment, cacheDirs, log });
  const { port, uiPort, namespace } = temporal;
  const started = await startTemporal({
    dir: join(home, 'temporal'),
    port,
    uiPort,
    namespace,
    log,
    binary,
    searchAttributes,
  });
  const uiUrl = started.uiUrl === undefined ? null : `${started.uiUrl}/namespaces/${namespace}/workflows`;
  return { ...started, uiUrl };
};

/** Before anything is touched: the port of the API is ours to take. */
export const assertApiPortFree = ({ port, host }: Config): Promise<void> =>
  assertPortFree(port, { name: 'the API', variable: 'DUZHAN_PORT', host });
