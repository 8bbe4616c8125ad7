/** Promise: a file is taken only if its extension is allowed and its bytes are of that very kind. */
import { extname } from 'node:path';
import { fileTypeFromFile } from 'file-type';
import type { EdgeCode } from '../codes.js';
import { UnreadableZip, withZip, type OpenZip, type ZipEntry } from './zip-directory.js';

/** What bytes look like from outside; office formats and OFD are zips, WPS and old Office files are compound files. */
type Outside = 'pdf' | 'jpg' | 'png' | 'zip' | 'cfb';

interface Kind {
  readonly outside: Outside;
  readonly mediaType: string;
  /** Of zips: entries that must be there. */
  readonly holds?: readonly RegExp[];
}

const office = 'application/vnd.openxmlformats-officedocument';

const kinds: Readonly<Record<string, Kind>> = {
  '.pdf': { outside: 'pdf', mediaType: 'application/pdf' },
  '.docx': {
    outside: 'zip',
    mediaType: `${office}.wordprocessingml.document`,
    holds: [/^\[Content_Types\]\.xml$/, /^word\//],
  },
  '.xlsx': {
    outside: 'zip',
    mediaType: `${office}.spreadsheetml.sheet`,
    holds: [/^\[Content_Types\]\.xml$/, /^xl\//],
  },
  '.pptx': {
    outside: 'zip',
    mediaType: `${office}.presentationml.presentation`,
    holds: [/^\[Content_Types\]\.xml$/, /^ppt\//],
  },
  '.ofd': { outside: 'zip', mediaType: 'application/ofd', holds: [/^OFD\.xml$/] },
  '.wps': { outside: 'cfb', mediaType: 'application/vnd.ms-works' },
  '.jpg': { outside: 'jpg', mediaType: 'image/jpeg' },
  '.jpeg': { outside: 'jpg', mediaType: 'image/jpeg' },
  '.png': { outside: 'png', mediaType: 'image/png' },
  '.zip': { outside: 'zip', mediaType: 'application/zip' },
};

const zipFamily = new Set([
  'zip',
  'docx',
  'xlsx',
  'pptx',
  'jar',
  'epub',
  'odt',
  'ods',
  'odp',
  'ofd',
  'apk',
  'xpi',
]);
const plain = new Set(['pdf', 'jpg', 'png', 'cfb']);

const looksLike = async (path: string): Promise<Outside | null> => {
  const ext = (await fileTypeFromFile(path))?.ext ?? '';
  if (zipFamily.has(ext)) return 'zip';
  return plain.has(ext) ? (ext as Outside) : null;
};

/** Null = taken, under this media type. */
export type Verdict = { readonly mediaType: string } | { readonly refused: EdgeCode };

const extensionOf = (name: string): string => extname(name).toLowerCase();

/** Whether the name alone allows the file; asked before a byte of it is read. */
export const isAllowedName = (name: string): boolean => Object.hasOwn(kinds, extensionOf(name));

export const judge = async (name: string, path: string, sizeBytes: number): Promise<Verdict> => {
  const kind = kinds[extensionOf(name)];
  if (!kind) return { refused: 'file_type_refused' };
  if (sizeBytes === 0) return { refused: 'file_empty' };
  if ((await looksLike(path)) !== kind.outside) return { refused: 'file_content_mismatch' };
  const refused = kind.outside === 'zip' ? await judgeZip(kind, path, sizeBytes) : null;
  return refused === null ? { mediaType: kind.mediaType } : { refused };
};

const judgeZip = async (kind: Kind, path: string, sizeBytes: number): Promise<EdgeCode | null> => {
  try {
    return await withZip(path, sizeBytes, (zip) =>
      kind.holds ? judgeDocument(kind.holds, zip) : judgeArchive(zip),
    );
  } catch (error) {
    if (error instanceof UnreadableZip) return 'file_content_mismatch';
    throw error;
  }
};

const leaves = ({ name }: ZipEntry): boolean =>
  name.startsWith('/') ||
  /^[A-Za-z]:/.test(name) ||
  name.split(/[\\/]/).includes('..') ||
  name.includes('\0');

/** A document with macros is another format under a harmless name. */
const hasMacros = (zip: OpenZip): boolean =>
  zip.entries.some(({ name }) => /(^|\/)vbaProject\.bin$/i.test(name));

const judgeDocument = (holds: readonly RegExp[], zip: OpenZip): Promise<EdgeCode | null> => {
  const complete = holds.every((needed) => zip.entries.some(({ name }) => needed.test(name)));
  return Promise.resolve(
    complete && !hasMacros(zip) && !zip.entries.some(leaves) ? null : 'file_content_mismatch',
  );
};

const archiveNames = /\.(zip|rar|7z|tar|gz|tgz|bz2|xz|zst|cab|iso|jar|war|lzh|arj)$/i;
const documentNames = /\.(docx|xlsx|pptx|ofd)$/i;

const startsWith = (bytes: Buffer, ...marks: readonly string[]): boolean =>
  marks.some((mark) => bytes.subarray(0, mark.length / 2).toString('hex') === mark);

const isZip = (bytes: Buffer): boolean => startsWith(bytes, '504b0304', '504b0506');
const isOtherArchive = (bytes: Buffer): boolean =>
  startsWith(
    bytes,
    '526172211a07',
    '377abcaf271c',
    '1f8b08',
    'fd377a585a00',
    '28b52ffd',
    '4d534346',
    '425a68',
  ) || bytes.toString('latin1', 257, 262) === 'ustar';

/** Documents may lie in an archive, though they are zips themselves; archives may not, whatever they call themselves. */
const isNested = async (zip: OpenZip, entry: ZipEntry): Promise<boolean> => {
  if (entry.isFolder) return false;
  if (archiveNames.test(entry.name) || entry.encrypted) return true;
  const bytes = await zip.start(entry);
  if (bytes === null) return true;
  return isOtherArchive(bytes) || (isZip(bytes) && !documentNames.test(entry.name));
};

const judgeArchive = async (zip: OpenZip): Promise<EdgeCode | null> => {
  if (zip.entries.every(({ isFolder }) => isFolder)) return 'file_empty';
  if (zip.entries.some(leaves)) return 'file_content_mismatch';
  for (const entry of zip.entries) if (await isNested(zip, entry)) return 'file_nested_archive';
  return null;
};
