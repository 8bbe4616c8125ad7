/** Promise: when we are root, an ordinary account for Postgres to run as. */
import { spawnSync } from 'node:child_process';
import { type Log } from './progress.js';
import { type Identity } from './server-process.js';

const account = 'postgres';

/** The account `postgres`, made as a system account without a login where it is missing. */
export const postgresIdentity = (log: Log): Identity => {
  const known = lookUp();
  if (known) return known;
  log(`Postgres: does not run as root; adding a system account "${account}" for it`);
  const args = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', account];
  const { stderr, error } = spawnSync('useradd', args, { encoding: 'utf8' });
  const made = lookUp();
  if (made) return made;
  throw new Error(
    `Postgres does not run as root, and the account "${account}" could not be added ` +
      `(${error?.message ?? stderr.trim()}). Add it yourself, start as an ordinary user, or set DATABASE_URL.`,
  );
};

const lookUp = (): Identity | undefined => {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, account], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : undefined;
  });
  return uid !== undefined && gid !== undefined ? { uid, gid } : undefined;
};
