/** Services to be thrown away: a Postgres and a Temporal in a folder of their own. No installation is touched. */
import { rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../config.js';
import { ensureFolder } from '../../local/folder.js';
import { freePort } from '../../local/ports.js';
import { startPostgres } from '../../local/postgres.js';
import { findTemporalBinary } from '../../local/temporal-binary.js';
import { startTemporal } from '../../local/temporal.js';
import type { Log } from '../../local/progress.js';
import { migrate } from '../../store/database.js';
import { searchAttributes } from '../../workflows/messages.js';
import { stopAll } from '../system/working.js';

export interface Ground {
  readonly databaseUrl: string;
  readonly address: string;
  readonly namespace: string;
  readonly filesDir: string;
  clear(): Promise<void>;
}

export const layGround = async (
  { cacheDirs, environment }: Pick<Config, 'cacheDirs' | 'environment'>,
  log: Log,
): Promise<Ground> => {
  const dir = join(tmpdir(), `duzhan-simulation-${randomUUID()}`);
  const stops = [() => rm(dir, { recursive: true, force: true })];
  const clear = (): Promise<void> => stopAll(stops);
  try {
    ensureFolder(dir, 'the simulation');
    const postgres = await startPostgres({
      dir: join(dir, 'postgres'),
      port: await freePort(),
      log,
      fast: true,
    });
    stops.push(() => postgres.stop());
    await migrate(postgres.url);
    const temporal = await startTemporal({
      dir: join(dir, 'temporal'),
      port: await freePort(),
      uiPort: await freePort(),
      binary: await findTemporalBinary({ env: environment, cacheDirs, log }),
      headless: true,
      searchAttributes,
      log,
    });
    stops.push(() => temporal.stop());
    const { address, namespace } = temporal;
    return { databaseUrl: postgres.url, address, namespace, filesDir: join(dir, 'files'), clear };
  } catch (error) {
    await clear();
    throw error;
  }
};
