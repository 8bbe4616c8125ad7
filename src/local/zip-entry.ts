/** Promise: one named entry of a zip archive whose hash was checked before; any archive beyond that is refused. */
import { inflateRawSync } from 'node:zlib';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endBytes = 22;
const entryBytes = 46;
const localBytes = 30;

/** The entry's content, uncompressed. No Zip64 (4 GB and more), no encryption. */
export const zipEntry = (archive: Buffer, name: string): Buffer => {
  let at = directoryOf(archive);
  while (archive.readUInt32LE(at) === entrySignature) {
    const nameBytes = archive.readUInt16LE(at + 28);
    const afterName = at + entryBytes + nameBytes;
    if (archive.toString('utf8', at + entryBytes, afterName) === name) return content(archive, at);
    at = afterName + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  throw new Error(`the archive holds no ${name}`);
};

/** The central directory's offset, from the record at the very end of an archive without a comment. */
const directoryOf = (archive: Buffer): number => {
  const end = archive.length - endBytes;
  if (end < 0 || archive.readUInt32LE(end) !== endSignature) throw new Error('not a plain zip archive');
  return archive.readUInt32LE(end + 16);
};

const content = (archive: Buffer, at: number): Buffer => {
  const deflated = archive.readUInt16LE(at + 10) === 8;
  const packedBytes = archive.readUInt32LE(at + 20);
  const local = archive.readUInt32LE(at + 42);
  const begin = local + localBytes + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(begin, begin + packedBytes);
  return deflated ? inflateRawSync(packed) : packed;
};
