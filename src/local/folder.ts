/** Promise: a service's folder is there and can be written, or the message says whose it is and what to do. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A new folder lets others pass through, as the postgres user must; what is secret in it is closed by itself. */
export const ensureFolder = (dir: string, name: string): void => {
  try {
    if (mkdirSync(dir, { recursive: true })) chmodSync(dir, 0o755);
    rmSync(mkdtempSync(join(dir, '.probe-')), { recursive: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new Error(
      `${name}: this user cannot write ${dir} (${code}${ownerOf(dir)}). If another user made it, as root say, start ` +
        'as that user, give the folder to this one, or set DUZHAN_HOME to another folder.',
      { cause: error },
    );
  }
};

const ownerOf = (dir: string): string => {
  try {
    return `, it belongs to uid ${statSync(dir).uid}`;
  } catch {
    return '';
  }
};
