/** Promise: a service's folder is there and can be written, or the message says whose it is and what to do. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Ours alone; what root makes can be passed through as well, since Postgres then runs as another user. */
const closed = (): number => (process.getuid?.() === 0 ? 0o711 : 0o700);

/** A folder that is there stays as its owner made it. */
export const ensureFolder = (dir: string, name: string): void => {
  try {
    const mode = closed();
    // The mode of a new folder is cut by the umask, which may keep out whoever must pass.
    if (mkdirSync(dir, { recursive: true, mode })) chmodSync(dir, mode);
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
