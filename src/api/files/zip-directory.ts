/**
 * Promise: what a zip holds is read from its directory without unpacking it; of an entry no more than its first bytes
 * are inflated, or as much as whoever asks can bear, so a bomb costs nothing.
 */
import { open } from 'node:fs/promises';
import { inflateRawSync, constants } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly isFolder: boolean;
  readonly encrypted: boolean;
  readonly method: number;
  readonly sizeBytes: number;
  readonly packedBytes: number;
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

/** Up to so many bytes from there on, wherever the zip lies. */
type ReadAt = (at: number, length: number) => Promise<Buffer>;

interface End {
  readonly entries: number;
  readonly directoryAt: number;
  readonly directoryBytes: number;
}

const findEnd = async (readAt: ReadAt, sizeBytes: number): Promise<End> => {
  const tailBytes = Math.min(sizeBytes, endBytes + mostCommentBytes);
  const tail = await readAt(sizeBytes - tailBytes, tailBytes);
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
    packedBytes: directory.readUInt32LE(at + 20),
    headerAt: directory.readUInt32LE(at + 42),
  };
  return { entry, next };
};

const entriesOf = async (readAt: ReadAt, sizeBytes: number): Promise<readonly ZipEntry[]> => {
  const end = await findEnd(readAt, sizeBytes);
  if (end.entries > mostEntries || end.directoryBytes > mostDirectoryBytes)
    throw new UnreadableZip('too many entries');
  const directory = await readAt(end.directoryAt, end.directoryBytes);
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < end.entries;) {
    const { entry, next } = readEntry(directory, at);
    entries.push(entry);
    at = next;
  }
  return entries;
};

const startBytes = 512;
const stored = 0;
const deflated = 8;

/** Up to so many packed bytes of an entry. */
const packedOf = async (readAt: ReadAt, { headerAt }: ZipEntry, length: number): Promise<Buffer> => {
  const header = await readAt(headerAt, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== localMark) throw new UnreadableZip('broken entry');
  return readAt(headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28), length);
};

/** The first bytes of an entry's content; null where its method is none we can read. */
const startOf = async (readAt: ReadAt, entry: ZipEntry): Promise<Buffer | null> => {
  const packed = await packedOf(readAt, entry, startBytes);
  if (entry.method === stored) return packed;
  if (entry.method !== deflated) return null;
  try {
    return inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1024 * 1024 });
  } catch {
    return null;
  }
};

/** All of an entry's content. Throws {@link UnreadableZip}, also where there is more of it than `mostBytes`. */
const contentOf = async (readAt: ReadAt, entry: ZipEntry, mostBytes: number): Promise<Buffer> => {
  if (entry.encrypted || entry.packedBytes > mostBytes) throw new UnreadableZip(entry.name);
  const packed = await packedOf(readAt, entry, entry.packedBytes);
  if (entry.method === stored) return packed;
  if (entry.method !== deflated) throw new UnreadableZip(entry.name);
  try {
    return inflateRawSync(packed, { maxOutputLength: mostBytes });
  } catch {
    throw new UnreadableZip(entry.name);
  }
};

export interface OpenZip {
  readonly entries: readonly ZipEntry[];
  start(entry: ZipEntry): Promise<Buffer | null>;
  content(entry: ZipEntry, mostBytes: number): Promise<Buffer>;
}

const openZip = async (readAt: ReadAt, sizeBytes: number): Promise<OpenZip> => ({
  entries: await entriesOf(readAt, sizeBytes),
  start: (entry) => startOf(readAt, entry),
  content: (entry, mostBytes) => contentOf(readAt, entry, mostBytes),
});

/** Opens, hands over, closes. Throws {@link UnreadableZip}. */
export const withZip = async <T>(
  path: string,
  sizeBytes: number,
  fn: (zip: OpenZip) => Promise<T>,
): Promise<T> => {
  const file = await open(path, 'r');
  const readAt: ReadAt = async (at, length) => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
    return buffer.subarray(0, bytesRead);
  };
  try {
    return await fn(await openZip(readAt, sizeBytes));
  } finally {
    await file.close();
  }
};

/** A zip that is in memory already. Throws {@link UnreadableZip}. */
export const zipIn = (bytes: Buffer): Promise<OpenZip> =>
  openZip((at, length) => Promise.resolve(bytes.subarray(at, at + length)), bytes.length);
