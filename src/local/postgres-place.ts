/**
 * Promise: Postgres, which refuses to run as root, finds its programs and its data where the user it runs as can reach
 * them; where that is not the folder asked for, a line says where it is.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { postgresIdentity } from './postgres-account.js';
import { type Binaries, findBinaries } from './postgres-binaries.js';
import { type Log } from './progress.js';
import { type Identity } from './server-process.js';

export interface Place {
  readonly binaries: Binaries;
  /** For example "18.4". */
  readonly version: string;
  readonly dataDir: string;
  /** Undefined: the user we run as. */
  readonly identity: Identity | undefined;
  readonly env: Readonly<Record<string, string>>;
}

/** For root alone: reachable by every user, and kept over a restart of the machine. */
const commonGround = '/var/lib/duzhan';
/** LC_ALL: messages are read by us; and without it macOS' Postgres refuses to start. */
const env = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' };

export const choosePlace = async (dir: string, log: Log): Promise<Place> => {
  const binaries = await findBinaries();
  const version = versionOf(binaries.postgres);
  const wanted = join(dir, 'data');
  if (process.getuid?.() !== 0) {
    assertOwn(wanted);
    return { binaries, version, dataDir: wanted, identity: undefined, env };
  }
  const identity = ownerOf(wanted) ?? postgresIdentity(log);
  return {
    binaries: reachableBinaries(binaries, version, identity, log),
    version,
    dataDir: reachableData(dir, wanted, identity, log),
    identity,
    env,
  };
};

const versionOf = (postgres: string): string => {
  const { stdout, stderr, error } = spawnSync(postgres, ['--version'], { encoding: 'utf8', env, cwd: '/' });
  const version = /(\d+\.\d+)/.exec(stdout ?? '')?.[1];
  if (version) return version;
  throw new Error(
    `Postgres cannot be run on this machine: ${error?.message ?? stderr.trim()}. If a library is missing, install ` +
      'the packages again with their install scripts allowed (npm ci).',
  );
};

/** Data made by an ordinary user stay that user's when root starts them. */
const ownerOf = (dataDir: string): Identity | undefined => {
  const found = statSync(dataDir, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
};

const assertOwn = (dataDir: string): void => {
  const found = statSync(dataDir, { throwIfNoEntry: false });
  if (!found || found.uid === process.getuid?.()) return;
  throw new Error(
    `Postgres: the data in ${dataDir} belong to another user (uid ${found.uid}), probably because they were made by ` +
      'root. Start as root, give them to this user (chown -R), or set DUZHAN_HOME to another folder.',
  );
};

const reachableData = (dir: string, wanted: string, identity: Identity, log: Log): string => {
  if (existsSync(wanted)) return realpathSync(wanted);
  rmSync(wanted, { force: true }); // a link to data that were never finished
  if (canEnter(dir, identity)) return wanted;
  const folder = join(
    commonGround,
    `postgres-${createHash('sha256').update(dir).digest('hex').slice(0, 12)}`,
  );
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const dataDir = join(folder, 'data');
  log(
    `Postgres: does not run as root, and its user cannot reach ${dir}; the data are in ${dataDir}, linked from there`,
  );
  symlinkSync(dataDir, wanted);
  return dataDir;
};

const reachableBinaries = (binaries: Binaries, version: string, identity: Identity, log: Log): Binaries => {
  const runs = spawnSync(binaries.postgres, ['--version'], { ...identity, env, cwd: '/' }).status === 0;
  if (runs) return binaries;
  const home = dirname(dirname(binaries.postgres));
  const copy = join(commonGround, `postgres-${version}-${process.arch}`);
  if (!existsSync(copy)) {
    log(`Postgres: does not run as root, and its user cannot reach ${home}; copying the programs to ${copy}`);
    const draft = `${copy}.${process.pid}`;
    cpSync(home, draft, { recursive: true, verbatimSymlinks: true });
    renameSync(draft, copy);
  }
  const moved = (program: string) => join(copy, 'bin', basename(program));
  return { postgres: moved(binaries.postgres), initdb: moved(binaries.initdb) };
};

const canEnter = (dir: string, identity: Identity): boolean =>
  spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', dir], { ...identity, env, cwd: '/' }).status === 0;
