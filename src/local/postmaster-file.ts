/** Promise: Postgres' own pid file is believed only as far as a running Postgres on the same data bears it out. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, type Farewell, processFact } from './processes.js';
import { type Log } from './progress.js';

/** Lines, counted from 0: pid, data directory, start, port, socket directory, address, memory key, status. */
const read = (dataDir: string): string[] => {
  try {
    return readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
};

export const postmasterIsReady = (dataDir: string, pid: number): boolean => {
  const lines = read(dataDir);
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
};

/** Stops a Postgres that still serves `dataDir`, and removes a pid file whose pid is nobody's or someone else's. */
export const clearPostmaster = async (dataDir: string, farewell: Farewell, log: Log): Promise<void> => {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(read(dataDir)[0]);
  const fact = Number.isInteger(pid) && pid > 0 ? processFact(pid) : undefined;
  if (fact && ` ${fact.command} `.includes(` -D ${dataDir} `)) {
    log(`Postgres: stopping a server left over on ${dataDir} (pid ${pid})`);
    await endProcess(fact, farewell);
  } else {
    log('Postgres: the last run did not end cleanly; removing its stale pid file');
  }
  rmSync(file, { force: true });
};
