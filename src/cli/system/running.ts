/** Where the system that runs from this home can be reached: written by the start, read by other commands. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeOwn } from './secrets.js';

export interface Running {
  readonly pid: number;
  readonly apiUrl: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly temporalUi: string | null;
}

const pathIn = (home: string): string => join(home, 'running.json');

export const announce = (home: string, running: Running): Promise<void> =>
  writeOwn(pathIn(home), home, running);

export const withdraw = (home: string): Promise<void> => rm(pathIn(home), { force: true });

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** The running system, or null when none runs from this home. */
export const runningIn = async (home: string): Promise<Running | null> => {
  const text = await readFile(pathIn(home), 'utf8').catch(() => null);
  if (text === null) return null;
  const running = JSON.parse(text) as Running;
  return isAlive(running.pid) ? running : null;
};
