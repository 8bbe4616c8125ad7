/** Promise: the data directory is either whole or absent, and its password is random and readable by us alone. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Place } from './postgres-place.js';
import { type Log } from './progress.js';

export interface Cluster {
  readonly password: string;
  readonly passwordFile: string;
}

export const superuser = 'duzhan';

/** Makes the cluster on the first start, and checks that it fits us on every later one. */
export const prepareCluster = (dir: string, place: Place, log: Log): Cluster => {
  const passwordFile = join(dir, 'password');
  if (existsSync(join(place.dataDir, 'PG_VERSION'))) {
    assertSameMajor(place);
    return { password: readPassword(passwordFile, place), passwordFile };
  }
  log(`Postgres: creating its data in ${place.dataDir}`);
  const password = randomBytes(24).toString('hex');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  initialise(place, password);
  return { password, passwordFile };
};

/** Made beside its place and then renamed: a start killed half-way leaves nothing that looks like data. */
const initialise = (place: Place, password: string): void => {
  const draft = `${place.dataDir}.new`;
  const draftPassword = `${place.dataDir}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  writeFileSync(draftPassword, password, { mode: 0o600 });
  try {
    if (place.identity) {
      for (const path of [draft, draftPassword]) chownSync(path, place.identity.uid, place.identity.gid);
    }
    initdb(place, draft, draftPassword);
    renameSync(draft, place.dataDir);
  } finally {
    rmSync(draftPassword, { force: true });
  }
};

/** The built-in locale sorts by code point and knows all of Unicode, whatever the operating system has installed. */
const initdb = (place: Place, dataDir: string, passwordFile: string): void => {
  const args = [
    `--pgdata=${dataDir}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  const { status, stderr, error } = spawnSync(place.binaries.initdb, args, {
    ...place.identity,
    cwd: '/',
    env: place.env,
    encoding: 'utf8',
  });
  if (status === 0) return;
  throw new Error(`Postgres could not create its data: ${error?.message ?? ''}${stderr ?? ''}`.trim());
};

const assertSameMajor = ({ dataDir, version }: Place): void => {
  const found = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  const ours = version.split('.')[0];
  if (found === ours) return;
  throw new Error(
    `Postgres: the data in ${dataDir} are of version ${found}, the program is ${version}. ` +
      `Dump them with version ${found}, move the folder away and load them again.`,
  );
};

const readPassword = (file: string, { dataDir }: Place): string => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const message =
      `Postgres: the password for the data in ${dataDir} should be in ${file}, but cannot be read. ` +
      'Restore that file, or move the data away to begin anew.';
    throw new Error(message, { cause: error });
  }
};
