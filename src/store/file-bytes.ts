/** Promise: bytes are on disk before they have a name, are never written twice, and are found by their SHA-256 alone. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable } from 'node:stream';

/** Bytes received and not yet kept. */
export interface Incoming {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

export interface FileBytes {
  /** Streams to disk while hashing; rejects, leaving nothing behind, when the source fails. */
  receive(source: Readable): Promise<Incoming>;
  /** Keeps received bytes under their hash. */
  keep(incoming: Incoming): Promise<void>;
  discard(incoming: Pick<Incoming, 'path'>): Promise<void>;
  read(sha256: string): Readable;
  has(sha256: string): Promise<boolean>;
}

/** Two folders deep, so that no folder grows beyond what file systems like. */
const placeOf = (root: string, sha256: string): string =>
  join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

export const openFileBytes = async (root: string): Promise<FileBytes> => {
  const incoming = join(root, 'incoming');
  await mkdir(incoming, { recursive: true });
  return {
    receive: (source) => receive(join(incoming, randomUUID()), source),
    keep: (received) => keep(placeOf(root, received.sha256), received),
    discard: ({ path }) => rm(path, { force: true }),
    read: (sha256) => createReadStream(placeOf(root, sha256)),
    has: (sha256) => exists(placeOf(root, sha256)),
  };
};

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const receive = async (path: string, source: Readable): Promise<Incoming> => {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of source) {
      const bytes = chunk as Buffer;
      hash.update(bytes);
      sizeBytes += bytes.length;
      await file.write(bytes);
    }
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
  await file.close();
  return { path, sha256: hash.digest('hex'), sizeBytes };
};

/** The folder is synced too: a name that a crash takes back would be a row without bytes. */
const keep = async (place: string, { path }: Incoming): Promise<void> => {
  await mkdir(dirname(place), { recursive: true });
  await rename(path, place);
  const folder = await open(dirname(place), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};
