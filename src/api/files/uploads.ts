/** Promise: uploads stream to disk within their limits; all of a request are kept or none leaves a trace. */
import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import multer, { MulterError, type StorageEngine } from 'multer';
import type { FileBytes, Incoming } from '../../store/file-bytes.js';
import { Problem } from '../problem.js';
import { isSoundText } from '../text-guard.js';
import type { ApiContext } from '../deps.js';
import { isAllowedName, judge } from './content.js';

export interface Received extends Incoming {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
}

/** What multer carries for us between storage and handler. */
type Stored = Express.Multer.File & { incoming?: Incoming };

const mostNameCharacters = 200;

/** A name has one line, and shows what it ends with. */
const hidden = /[\p{Cc}\ufffd]/u;

/** The name as people know it: composed, without a path; refused if it could mislead. */
export const cleanName = (given: string): string => {
  const name = (given.split(/[\\/]/).at(-1) ?? '').normalize('NFC').trim();
  const sound = isSoundText(name) && !hidden.test(name) && name !== '' && !/^\.+$/.test(name);
  if (!sound || [...name].length > mostNameCharacters) throw new Problem('file_name_refused');
  return name;
};

/** What of a request is on its way to disk, or has got there. */
const arriving = new WeakMap<Request, Promise<Incoming>[]>();

const storageIn = (bytes: FileBytes): StorageEngine => ({
  _handleFile: (req, file, done) => {
    const incoming = bytes.receive(file.stream);
    arriving.set(req, [...(arriving.get(req) ?? []), incoming]);
    incoming.then(
      (stored) =>
        done(null, { incoming: stored, path: stored.path, size: stored.sizeBytes } as Partial<Stored>),
      (error: unknown) => done(error),
    );
  },
  // Everything of a failed request is let go together, see below.
  _removeFile: (_req, _file, done) => done(null),
});

/** Nothing of a failed request stays, not even what was still being written when it failed. */
const letGo = async (bytes: FileBytes, req: Request): Promise<void> => {
  for (const result of await Promise.allSettled(arriving.get(req) ?? []))
    if (result.status === 'fulfilled') await bytes.discard(result.value);
};

/** What the multipart reader says of bodies that are none. */
const brokenBody =
  /boundary not found|malformed (part|content)|unexpected end|multipart|request (aborted|closed)/i;

const megabytes = (bytes: number): string => `${Math.floor(bytes / 1024 / 1024)} MB`;

const problemOfUpload = (error: unknown, { limits }: ApiContext): unknown => {
  if (error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE')
    return new Problem('file_too_large', { detail: megabytes(limits.maxFileBytes) });
  if (
    error instanceof MulterError &&
    (error.code === 'LIMIT_FILE_COUNT' || error.code === 'LIMIT_PART_COUNT')
  )
    return new Problem('too_many_files', { detail: String(limits.maxFiles) });
  if (error instanceof MulterError) return new Problem('upload_incomplete');
  if (error instanceof Error && brokenBody.test(error.message)) return new Problem('upload_incomplete');
  return error;
};

/** Reads the files of a request to disk. A name that cannot be taken is refused before its bytes are. */
export const receiveFiles = (context: ApiContext): RequestHandler => {
  const { bytes, limits } = context;
  const read = multer({
    storage: storageIn(bytes),
    defParamCharset: 'utf8',
    limits: {
      fileSize: limits.maxFileBytes,
      files: limits.maxFiles,
      parts: limits.maxFiles + 1,
      fields: 0,
      fieldNameSize: 100,
      headerPairs: 20,
    },
    fileFilter: (_req, file, done) => {
      try {
        const name = cleanName(file.originalname);
        if (!isAllowedName(name)) throw new Problem('file_type_refused', { detail: name });
        file.originalname = name;
        done(null, true);
      } catch (error) {
        done(error as Error);
      }
    },
  }).array('files');
  return (req, res, next) => {
    read(req, res, (error: unknown) => {
      if (!error) return next();
      letGo(bytes, req).then(() => next(problemOfUpload(error, context)), next);
    });
  };
};

const storedOf = (req: Request): readonly Stored[] => (Array.isArray(req.files) ? req.files : []);

const judged = async (file: Stored): Promise<Received> => {
  const { incoming, originalname: name } = file;
  if (!incoming) throw new Problem('upload_incomplete');
  const verdict = await judge(name, incoming.path, incoming.sizeBytes);
  if ('refused' in verdict) throw new Problem(verdict.refused, { detail: name });
  return { ...incoming, id: randomUUID(), name, mediaType: verdict.mediaType };
};

/** Looks into every file, then keeps them all; `record` writes them down. */
export const keepFiles = async (
  { bytes }: ApiContext,
  req: Request,
  record: (files: readonly Received[]) => Promise<void>,
): Promise<readonly Received[]> => {
  const stored = storedOf(req);
  try {
    if (stored.length === 0) throw new Problem('upload_incomplete');
    const files: Received[] = [];
    for (const file of stored) files.push(await judged(file));
    // Bytes first: a row must never speak of bytes that are not there. Bytes without a row are swept.
    for (const file of files) await bytes.keep(file);
    await record(files);
    return files;
  } finally {
    for (const { path } of stored) await bytes.discard({ path });
  }
};
