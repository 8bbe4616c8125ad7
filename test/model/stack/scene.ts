/** Promise: a Temporal server and workers of our own that may be killed and stopped at any moment, and come back the same. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NativeConnection } from '@temporalio/worker';
import { loadConfig } from '../../../src/config.js';
import { createCourier, type Courier } from '../../../src/courier.js';
import { freePort } from '../../../src/local/ports.js';
import { findTemporalBinary } from '../../../src/local/temporal-binary.js';
import { startTemporal, type LocalTemporal } from '../../../src/local/temporal.js';
import type { Database } from '../../../src/store/database.js';
import { searchAttributes } from '../../../src/workflows/messages.js';
import { startWorkers, type Workers } from '../../../src/worker.js';
import '../../support/quiet.js';

export interface Scene {
  readonly db: Database;
  readonly courier: Courier;
  /** Whether there is anybody to decide. */
  isWhole(): boolean;
  stopWorkers(): Promise<void>;
  /** SIGKILL; what it had written to its file is all it has when it comes back. */
  killTemporal(): Promise<void>;
  /** Brings back whatever is gone. */
  mend(): Promise<void>;
  end(): Promise<void>;
}

const quiet = (): void => undefined;
const namespace = 'duzhan';

const temporalIn = async (dir: string): Promise<() => Promise<LocalTemporal>> => {
  const { cacheDirs, environment } = loadConfig();
  const binary = await findTemporalBinary({ env: environment, cacheDirs, log: quiet });
  const [port, uiPort] = [await freePort(), await freePort()];
  const options = { dir, port, uiPort, binary, namespace, searchAttributes, log: quiet };
  return () => startTemporal(options);
};

export const openScene = async (db: Database, bundlePath: string): Promise<Scene> => {
  const dir = mkdtempSync(join(tmpdir(), 'duzhan-model-'));
  const begin = await temporalIn(dir);
  let temporal: LocalTemporal | undefined = await begin();
  const { address } = temporal;
  const connection = await NativeConnection.connect({ address });
  const courier = createCourier({ address, namespace });
  const posted = { mailer: null, robots: null, mailDomain: 'duzhan.test' };
  const deps = { connection, namespace, db, courier, ...posted, bundle: { codePath: bundlePath } };
  let workers: Workers | undefined;
  const stopWorkers = async (): Promise<void> => {
    await workers?.stop().catch(quiet);
    workers = undefined;
  };
  const mend = async (): Promise<void> => {
    temporal ??= await begin();
    workers ??= await startWorkers(deps);
    workers.stopped.catch(quiet);
  };
  await mend();
  return {
    db,
    courier,
    isWhole: () => temporal !== undefined && workers !== undefined,
    stopWorkers,
    killTemporal: async () => {
      if (!temporal) return;
      process.kill(temporal.pid, 'SIGKILL');
      await temporal.lost;
      await temporal.stop();
      temporal = undefined;
    },
    mend,
    end: async () => {
      await stopWorkers();
      await courier.close();
      await connection.close();
      await temporal?.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
};
