/** A pack in a folder; whatever is no plain UTF-8 file inside the folder becomes a fault, never a throw. */
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Fault } from './faults.js';
import { decoded, maxBytes, tooLarge, type PackFolder } from './pack-folder.js';

interface Folder {
  readonly dir: string;
  /** `dir` with all links followed. */
  readonly root: string;
}

const faultOf = (file: string, message: string): Fault => ({ file, line: 1, path: '', message });

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

export const openFolder = async (dir: string): Promise<PackFolder | Fault> => {
  try {
    const root = await realpath(dir);
    if ((await stat(root)).isDirectory()) return folderAt({ dir, root });
    return faultOf('.', 'this is no folder; a pack is a folder that holds plan.yaml');
  } catch (error) {
    const reason =
      codeOf(error) === 'ENOENT' ? 'there is no such folder' : `cannot be opened (${codeOf(error)})`;
    return faultOf('.', `${reason}; a pack is a folder that holds plan.yaml`);
  }
};

const folderAt = (folder: Folder): PackFolder => ({
  names: (under) => namesIn(folder, under),
  text: (file) => textOf(folder, file),
});

const namesIn = async (folder: Folder, under = ''): Promise<readonly string[] | Fault | null> => {
  try {
    const real = await realpath(join(folder.dir, under));
    if (!isWithin(folder, real)) return faultOf(under, leadsOut);
    return (await readdir(real)).filter((name) => !name.startsWith('.')).sort();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    return faultOf(under, `cannot be listed (${codeOf(error)})`);
  }
};

const textOf = async (folder: Folder, file: string): Promise<string | Fault | null> => {
  try {
    const path = join(folder.dir, file);
    if (!(await exists(path))) return null;
    const real = await realpath(path);
    if (!isWithin(folder, real)) return faultOf(file, leadsOut);
    const { size, ...kind } = await plainFile(real);
    if (!kind.plain) return faultOf(file, 'this is no plain file');
    if (size > maxBytes) return tooLarge(file, size);
    return decoded(file, await readFile(real));
  } catch (error) {
    return faultOf(file, `cannot be read (${codeOf(error)})`);
  }
};

const leadsOut = 'leads out of the pack; only files inside its own folder are read';

const isWithin = ({ root }: Folder, real: string): boolean =>
  real === root || real.startsWith(root.endsWith(sep) ? root : root + sep);

// lstat, so that a dangling link counts as there, and is reported.
const exists = async (path: string): Promise<boolean> => {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
};

const plainFile = async (path: string): Promise<{ plain: boolean; size: number }> => {
  const found = await stat(path);
  return { plain: found.isFile(), size: found.size };
};
