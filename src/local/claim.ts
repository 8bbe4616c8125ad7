/**
 * Promise: a service's folder belongs to one living process at a time; a server left over from a killed one is
 * stopped before the folder is used again, and a living owner is never disturbed.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { endProcess, type Farewell, isRunning, processFact, type ProcessId } from './processes.js';
import { type Log } from './progress.js';

export interface Claim {
  /** Remembers the server started in the folder, so that the next owner can stop it if we are killed. */
  recordServer(pid: number): void;
  release(): void;
}

export interface ClaimRequest {
  readonly dir: string;
  /** What the folder is for: "Postgres". */
  readonly name: string;
  readonly farewell: Farewell;
  readonly log: Log;
}

const processId = z.object({ pid: z.number(), born: z.string() });
const record = z.object({ owner: processId, server: processId.optional() });
type Record = z.infer<typeof record>;

export const claimFolder = async (request: ClaimRequest): Promise<Claim> => {
  const file = join(request.dir, 'claim.json');
  const owner = self();
  for (;;) {
    if (create(file, { owner })) return claimOn(file, owner);
    await clearStale(file, request);
  }
};

const claimOn = (file: string, owner: ProcessId): Claim => ({
  recordServer: (pid) => {
    const server = processFact(pid);
    if (!server) return;
    const draft = `${file}.${owner.pid}`;
    writeFileSync(draft, JSON.stringify({ owner, server: { pid, born: server.born } }));
    renameSync(draft, file);
  },
  release: () => rmSync(file, { force: true }),
});

const clearStale = async (file: string, { dir, name, farewell, log }: ClaimRequest): Promise<void> => {
  const found = read(file);
  if (found && isRunning(found.owner)) {
    throw new Error(
      `${name}: ${dir} is in use by a Duzhan that is running (pid ${found.owner.pid}). ` +
        'Stop that one first, or set DUZHAN_HOME to another folder.',
    );
  }
  if (found?.server && isRunning(found.server)) {
    log(`${name}: stopping a server left over from a start that was killed (pid ${found.server.pid})`);
    await endProcess(found.server, farewell);
  }
  rmSync(file, { force: true });
};

const create = (file: string, content: Record): boolean => {
  try {
    writeFileSync(file, JSON.stringify(content), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

/** Undefined for a file that is gone or was cut short by a crash: nobody's claim. */
const read = (file: string): Record | undefined => {
  try {
    return record.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
};

const self = (): ProcessId => {
  const fact = processFact(process.pid);
  if (!fact)
    throw new Error('This system does not tell when a process began; local services cannot be run on it.');
  return { pid: fact.pid, born: fact.born };
};
