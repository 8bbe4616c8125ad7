/** The files of a pack as they were chosen or dropped, each with its path. */

export interface BroughtFile {
  /** With `/` between folders. */
  readonly path: string;
  readonly file: File;
}

export const chosenFiles = (files: Iterable<File>): readonly BroughtFile[] =>
  [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

const someOf = (reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> =>
  new Promise((resolve, reject) => reader.readEntries(resolve, reject));

/** A reader gives a folder piece by piece, until a piece is empty. */
const entriesOf = async (folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> => {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (let some = await someOf(reader); some.length > 0; some = await someOf(reader)) all.push(...some);
  return all;
};

const within = async (entry: FileSystemEntry): Promise<readonly BroughtFile[]> => {
  if (entry.isFile)
    return [{ path: entry.fullPath.slice(1), file: await fileOf(entry as FileSystemFileEntry) }];
  const found = await entriesOf(entry as FileSystemDirectoryEntry);
  return (await Promise.all(found.map(within))).flat();
};

/** Folders are walked through; the entries must be asked for before the event is over. */
export const droppedFiles = async ({ items, files }: DataTransfer): Promise<readonly BroughtFile[]> => {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return chosenFiles(files);
  return (await Promise.all(entries.map(within))).flat();
};

export const formOf = (brought: readonly BroughtFile[]): FormData => {
  const form = new FormData();
  for (const { path, file } of brought) form.append('files', file, path);
  return form;
};

export const sumOf = (brought: readonly BroughtFile[]): number =>
  brought.reduce((sum, { file }) => sum + file.size, 0);
