/** A pack in a folder; whatever is no plain UTF-8 file inside the folder becomes a fault, never a throw. */
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { faultOf, type Fault } from './faults.js';
import { decoded, maxBytes, tooLarge, type PackFolder } from './pack-folder.js';
import type { Said } from './said.js';

interface Folder {
  readonly dir: string;
  /** `dir` with all links followed. */
  readonly root: string;
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

export const openFolder = async (dir: string): Promise<PackFolder | Fault> => {
  try {
    const root = await realpath(dir);
    if ((await stat(root)).isDirectory()) return folderAt({ dir, root });
    return noPack({ zh: '这不是文件夹', en: 'this is no folder' });
  } catch (error) {
    const code = codeOf(error);
    return noPack(
      code === 'ENOENT'
        ? { zh: '没有这个文件夹', en: 'there is no such folder' }
        : { zh: `无法打开（${code}）`, en: `cannot be opened (${code})` },
    );
  }
};

const noPack = ({ zh, en }: Said): Fault =>
  faultOf('.', {
    zh: `${zh}；规划包是含有 plan.yaml 的文件夹`,
    en: `${en}; a pack is a folder that holds plan.yaml`,
  });

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
    const code = codeOf(error);
    return faultOf(under, { zh: `无法列出其中的文件（${code}）`, en: `cannot be listed (${code})` });
  }
};

const textOf = async (folder: Folder, file: string): Promise<string | Fault | null> => {
  try {
    const path = join(folder.dir, file);
    if (!(await exists(path))) return null;
    const real = await realpath(path);
    if (!isWithin(folder, real)) return faultOf(file, leadsOut);
    const { size, ...kind } = await plainFile(real);
    if (!kind.plain) return faultOf(file, { zh: '不是普通文件', en: 'this is no plain file' });
    if (size > maxBytes) return tooLarge(file, size);
    return decoded(file, await readFile(real));
  } catch (error) {
    const code = codeOf(error);
    return faultOf(file, { zh: `无法读取（${code}）`, en: `cannot be read (${code})` });
  }
};

const leadsOut: Said = {
  zh: '链接指向规划包之外；只读取本文件夹内的文件',
  en: 'leads out of the pack; only files inside its own folder are read',
};

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
