/** Promise: what `kill -9` of a start leaves behind: a server without its owner. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type PostgresOptions } from '../../src/local/postgres.js';
import { type TemporalOptions } from '../../src/local/temporal.js';

export type HeldService =
  | ({ readonly kind: 'postgres' } & Omit<PostgresOptions, 'log'>)
  | ({ readonly kind: 'temporal' } & Omit<TemporalOptions, 'log'>);

export interface Orphan {
  /** Of the server that is still running. */
  readonly pid: number;
  readonly url: string;
}

/** Starts the service in a process of its own, lets `meanwhile` use it, and kills that process. */
export const killedStart = async (
  service: HeldService,
  meanwhile: (running: Orphan) => Promise<void>,
): Promise<Orphan> => {
  const script = fileURLToPath(new URL('./service-holder.ts', import.meta.url));
  const owner = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(service)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = (await once(createInterface(owner.stdout), 'line')) as [string];
    const running = JSON.parse(line) as Orphan;
    await meanwhile(running);
    return running;
  } finally {
    const gone = once(owner, 'exit');
    owner.kill('SIGKILL');
    await gone;
  }
};
