/**
 * Promise: what a zip holds is read from its directory without unpacking it; of an entry no more than its first bytes
 * are ever inflated, so a bomb costs nothing.
 */
import { open, type FileHandle } from 'node:fs/promises';
import { inflateRawSync, constants } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly isFolder: boolean;
  readonly encrypted: boolean;
  readonly method: number;
  readonly sizeBytes: number;
  readonly headerAt: number;
}

/** What cannot be read as a zip, or is larger than evidence ever is. */
export class UnreadableZip extends Error {
  override readonly name = 'UnreadableZip';
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const endBytes = 22;
const mostCommentBytes = 65_535;
const mostDirectoryBytes = 4 * 1024 * 1024;
const mostEntries = 5_000;

const readAt = async (file: FileHandle, at: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
};

interface End {
  readonly entries: number;
  readonly directoryAt: number;
  readonly directoryBytes: number;
}

const findEnd = async (file: FileHandle, sizeBytes: number): Promise<End> => {
  const tailBytes = Math.min(sizeBytes, endBytes + mostCommentBytes);
  const tail = await readAt(file, sizeBytes - tailBytes, tailBytes);
  for (let at = tail.length - endBytes; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== endMark || at + endBytes + tail.readUInt16LE(at + 20) !== tail.length)
      continue;
    return {
      entries: tail.readUInt16LE(at + 10),
      directoryBytes: tail.readUInt32LE(at + 12),
      directoryAt: tail.readUInt32LE(at + 16),
    };
  }
  throw new UnreadableZip('no end of directory');
};

const readEntry = (directory: Buffer, at: number): { readonly entry: ZipEntry; readonly next: number } => {
  if (at + 46 > directory.length || directory.readUInt32LE(at) !== entryMark)
    throw new UnreadableZip('broken directory');
  const nameBytes = directory.readUInt16LE(at + 28);
  const next = at + 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  const name = directory.toString('utf8', at + 46, at + 46 + nameBytes);
  const entry: ZipEntry = {
    name,
    isFolder: name.endsWith('/'),
    encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
    method: directory.readUInt16LE(at + 10),
    sizeBytes: directory.readUInt32LE(at + 24),
    headerAt: directory.readUInt32LE(at + 42),
  };
  return { entry, next };
};

const entriesOf = async (file: FileHandle, sizeBytes: number): Promise<readonly ZipEntry[]> => {
  const end = await findEnd(file, sizeBytes);
  if (end.entries > mostEntries || end.directoryBytes > mostDirectoryBytes)
    throw new UnreadableZip('too many entries');
  const directory = await readAt(file, end.directoryAt, end.directoryBytes);
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < end.entries;) {
    const { entry, next } = readEntry(directory, at);
    entries.push(entry);
    at = next;
  }
  return entries;
};

const startBytes = 512;

/** The first bytes of an entry's content; null where its method is none we can read. */
const startOf = async (file: FileHandle, entry: ZipEntry): Promise<Buffer | null> => {
  const header = await readAt(file, entry.headerAt, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== localMark) throw new UnreadableZip('broken entry');
  const at = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = await readAt(file, at, startBytes);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) return null;
  try {
    return inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1024 * 1024 });
  } catch {
    return null;
  }
};

export interface OpenZip {
  readonly entries: readonly ZipEntry[];
  start(entry: ZipEntry): Promise<Buffer | null>;
}

/** Opens, hands over, closes. Throws {@link UnreadableZip}. */
export const withZip = async <T>(
  path: string,
  sizeBytes: number,
  fn: (zip: OpenZip) => Promise<T>,
): Promise<T> => {
  const file = await open(path, 'r');
  try {
    return await fn({ entries: await entriesOf(file, sizeBytes), start: (entry) => startOf(file, entry) });
  } finally {
    await file.close();
  }
};
