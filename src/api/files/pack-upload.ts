/** Promise: the files of a pack are read into memory within bounds, with their paths, one by one or as one zip; nothing is kept. */
import type { Request, RequestHandler } from 'express';
import multer, { MulterError, type StorageEngine } from 'multer';
import type { BroughtFiles } from '../../pack/brought.js';
import { Problem } from '../problem.js';
import { isSoundText } from '../text-guard.js';
import { UnreadableZip, zipIn, type ZipEntry } from './zip-directory.js';

/** A plan of 999 items and its few other files. */
const mostFiles = 1_100;
/** Of all files together, unpacked. */
const mostBytes = 24 * 1024 * 1024;
const mostPathCharacters = 300;

type Stored = Express.Multer.File & { readonly buffer: Buffer };

const taken = new WeakMap<Request, number>();

const tooLarge = (): Problem =>
  new Problem('file_too_large', { detail: `${Math.floor(mostBytes / 1024 / 1024)} MB` });

/** Counts over all files of a request: many small ones must not fill the memory either. */
const memory: StorageEngine = {
  _handleFile: (req, { stream }, done) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => {
      const sum = (taken.get(req) ?? 0) + chunk.length;
      taken.set(req, sum);
      if (sum <= mostBytes) chunks.push(chunk);
    });
    stream.on('error', done);
    stream.on('end', () =>
      (taken.get(req) ?? 0) > mostBytes ? done(tooLarge()) : done(null, { buffer: Buffer.concat(chunks) }),
    );
  },
  _removeFile: (_req, _file, done) => done(null),
};

/** The path inside the pack; refused if it leads anywhere else. */
const cleanPath = (given: string): string => {
  const path = given.replaceAll('\\', '/').normalize('NFC');
  const steps = path.split('/');
  const leaves =
    path.startsWith('/') || /^[A-Za-z]:/.test(path) || steps.includes('..') || steps.includes('');
  if (leaves || !isSoundText(path) || path.length > mostPathCharacters)
    throw new Problem('file_name_refused');
  return path;
};

const read = multer({
  storage: memory,
  preservePath: true,
  defParamCharset: 'utf8',
  limits: { files: mostFiles, parts: mostFiles + 1, fields: 0, fieldNameSize: 100, headerPairs: 20 },
}).array('files');

const problemOf = (error: unknown): unknown => {
  if (error instanceof MulterError && /^LIMIT_(FILE|PART)_COUNT$/.test(error.code))
    return new Problem('too_many_files', { detail: String(mostFiles) });
  // Whatever else is thrown while a body is read is the body's fault.
  return error instanceof Problem ? error : new Problem('upload_incomplete');
};

/** Reads the files of a request. */
export const receivePack: RequestHandler = (req, res, next) => {
  read(req, res, (error: unknown) => (error ? next(problemOf(error)) : next()));
};

const isZip = ({ originalname }: Stored): boolean => originalname.toLowerCase().endsWith('.zip');

const unzipped = async ({ buffer, originalname }: Stored): Promise<BroughtFiles> => {
  const files = new Map<string, Buffer>();
  let left = mostBytes;
  const isFile = ({ isFolder }: ZipEntry): boolean => !isFolder;
  try {
    const zip = await zipIn(buffer);
    if (zip.entries.length > mostFiles) throw new UnreadableZip('too many entries');
    for (const entry of zip.entries.filter(isFile)) {
      const content = await zip.content(entry, left);
      left -= content.length;
      files.set(cleanPath(entry.name), content);
    }
  } catch (error) {
    if (error instanceof UnreadableZip) throw new Problem('file_content_mismatch', { detail: originalname });
    throw error;
  }
  return files;
};

/** What was brought, by path. */
export const broughtBy = async (req: Request): Promise<BroughtFiles> => {
  const stored = (Array.isArray(req.files) ? req.files : []) as readonly Stored[];
  const [first, ...others] = stored;
  if (!first) throw new Problem('upload_incomplete');
  if (isZip(first) && others.length === 0) return unzipped(first);
  return new Map(stored.map(({ originalname, buffer }) => [cleanPath(originalname), buffer]));
};
