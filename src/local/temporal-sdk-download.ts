/**
 * Promise: the SDK's own download of the Temporal server, given up as soon as nothing moves any more.
 *
 * It runs in a process of its own, because the SDK cannot be told to stop and because its runtime, once made, cannot be
 * configured any more by the worker.
 */
import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Environment } from './command.js';
import { temporalVersion } from './temporal-wheel.js';

const stallBoundMs = 30_000;

export const downloadBySdk = async (intoDir: string, env: Environment): Promise<string> => {
  const child = spawn(process.execPath, ['--import', typescript(), script, intoDir, temporalVersion], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const complaints: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  const stalled = await endOrStall(child, intoDir);
  if (stalled) throw new Error(`nothing came for ${stallBoundMs / 1000} s`);
  if (child.exitCode !== 0)
    throw new Error(complaints.join('').trim().slice(0, 400) || `exit code ${child.exitCode}`);
  const [program] = readdirSync(intoDir).filter((name) => name.startsWith('temporal'));
  if (!program) throw new Error('the SDK left no program');
  return join(intoDir, program);
};

const script = fileURLToPath(new URL('./temporal-sdk-download-process.ts', import.meta.url));
const typescript = (): string => pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** True when it had to be killed because the folder did not grow for a while. */
const endOrStall = (child: ReturnType<typeof spawn>, dir: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    let size = -1;
    let grewAt = performance.now();
    const look = setInterval(() => {
      const now = sizeOf(dir);
      if (now !== size) [size, grewAt] = [now, performance.now()];
      else if (performance.now() - grewAt > stallBoundMs) child.kill('SIGKILL');
    }, 500);
    child.once('error', reject);
    child.once('close', (_code, signal) => {
      clearInterval(look);
      resolve(signal === 'SIGKILL');
    });
  });

const sizeOf = (dir: string): number =>
  readdirSync(dir).reduce(
    (sum, name) => sum + (statSync(join(dir, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
