/** Reads the text files of a pack; whatever is no plain UTF-8 file inside the folder becomes a fault, never a throw. */
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Fault } from './faults.js';

export interface Folder {
  readonly dir: string;
  /** `dir` with all links followed. */
  readonly root: string;
}

const maxBytes = 5 * 1024 * 1024;
const lineFeed = 0x0a;

const faultOf = (file: string, message: string, line = 1): Fault => ({ file, line, path: '', message });

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

export const openFolder = async (dir: string): Promise<Folder | Fault> => {
  try {
    const root = await realpath(dir);
    if ((await stat(root)).isDirectory()) return { dir, root };
    return faultOf('.', 'this is no folder; a pack is a folder that holds plan.yaml');
  } catch (error) {
    const reason =
      codeOf(error) === 'ENOENT' ? 'there is no such folder' : `cannot be opened (${codeOf(error)})`;
    return faultOf('.', `${reason}; a pack is a folder that holds plan.yaml`);
  }
};

/** Names in the folder or one below it, hidden ones left out, sorted; null when there is no such folder. */
export const namesIn = async (folder: Folder, under = ''): Promise<readonly string[] | Fault | null> => {
  try {
    const real = await realpath(join(folder.dir, under));
    if (!isWithin(folder, real)) return faultOf(under, leadsOut);
    return (await readdir(real)).filter((name) => !name.startsWith('.')).sort();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    return faultOf(under, `cannot be listed (${codeOf(error)})`);
  }
};

/** The text of a file of the folder; null when there is none. */
export const textOf = async (folder: Folder, file: string): Promise<string | Fault | null> => {
  try {
    const path = join(folder.dir, file);
    if (!(await exists(path))) return null;
    const real = await realpath(path);
    if (!isWithin(folder, real)) return faultOf(file, leadsOut);
    const { size, ...kind } = await plainFile(real);
    if (!kind.plain) return faultOf(file, 'this is no plain file');
    if (size > maxBytes) return faultOf(file, `the file has ${size} bytes; allowed are ${maxBytes}`);
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

const decoded = (file: string, bytes: Buffer): string | Fault => {
  const nul = bytes.indexOf(0);
  if (nul >= 0) return faultOf(file, 'a NUL byte: this is no text; write UTF-8', lineOfByte(bytes, nul));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return faultOf(file, 'bytes that are not UTF-8; write UTF-8', firstBadLine(bytes));
  }
};

const lineOfByte = (bytes: Buffer, at: number): number =>
  bytes.subarray(0, at).reduce((line, byte) => (byte === lineFeed ? line + 1 : line), 1);

// A line feed is never part of a longer UTF-8 sequence, so lines can be tried one by one.
const firstBadLine = (bytes: Buffer): number => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let start = 0;
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(lineFeed, start);
    try {
      decoder.decode(bytes.subarray(start, end < 0 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end < 0) return line;
    start = end + 1;
  }
};
