/** Small zips made by hand, sound or broken in one way, so that uploads can be tried without a library's manners. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface Entry {
  readonly name: string;
  readonly content: Buffer | string;
  readonly stored?: boolean;
  readonly encrypted?: boolean;
}

const header = (signature: number, entry: Entry, packed: Buffer, size: number, crc: number): Buffer => {
  const central = signature === 0x02014b50;
  const fixed = Buffer.alloc(central ? 46 : 30);
  const shift = central ? 2 : 0;
  fixed.writeUInt32LE(signature, 0);
  fixed.writeUInt16LE(20, 4);
  if (central) fixed.writeUInt16LE(20, 6);
  fixed.writeUInt16LE((entry.encrypted ? 1 : 0) | 0x0800, 6 + shift);
  fixed.writeUInt16LE(entry.stored ? 0 : 8, 8 + shift);
  fixed.writeUInt32LE(crc, 14 + shift);
  fixed.writeUInt32LE(packed.length, 18 + shift);
  fixed.writeUInt32LE(size, 22 + shift);
  fixed.writeUInt16LE(Buffer.byteLength(entry.name), 26 + shift);
  return fixed;
};

export const zipOf = (entries: readonly Entry[]): Buffer => {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content as string);
    const packed = entry.stored ? content : deflateRawSync(content);
    const name = Buffer.from(entry.name);
    const local = Buffer.concat([
      header(0x04034b50, entry, packed, content.length, crc32Of(content)),
      name,
      packed,
    ]);
    const central = header(0x02014b50, entry, packed, content.length, crc32Of(content));
    central.writeUInt32LE(offset, 42);
    locals.push(local);
    directory.push(central, name);
    offset += local.length;
  }
  const directoryBytes = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directoryBytes.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directoryBytes, end]);
};

const crc32Of = (content: Buffer): number => crc32(content);

const contentTypes = (part: string): Entry => ({
  name: '[Content_Types].xml',
  content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${part.startsWith('word') ? 'wordprocessingml.document' : part.startsWith('xl') ? 'spreadsheetml.sheet' : 'presentationml.presentation'}.main+xml"/></Types>`,
});

/** The least that counts as an office document. */
export const officeOf = (
  part: 'word/document.xml' | 'xl/workbook.xml' | 'ppt/presentation.xml',
  more: readonly Entry[] = [],
): Buffer => zipOf([contentTypes(part), { name: part, content: '<x/>' }, ...more]);

export const ofd = (): Buffer =>
  zipOf([
    { name: 'OFD.xml', content: '<ofd:OFD/>' },
    { name: 'Doc_0/Document.xml', content: '<x/>' },
  ]);
export const pdf = (text = '证明'): Buffer => Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`);
export const png = (): Buffer =>
  Buffer.from(
    '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082',
    'hex',
  );
export const jpg = (): Buffer => Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
export const wps = (): Buffer => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1528)]);
