/** Promise: no string with a NUL or half a surrogate pair, and nothing nested beyond reason, passes the edge. */
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { Problem } from './problem.js';

const deepest = 12;

export const isSoundText = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text);

export interface TextFault {
  readonly fault: 'malformed_text' | 'too_deep';
  /** JSON pointer. */
  readonly path: string;
}

const step = (path: string, key: string | number): string =>
  `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** The first string or depth at fault within a parsed value; null = sound. */
export const findTextFault = (value: unknown, path = '', depth = 0): TextFault | null => {
  if (typeof value === 'string') return isSoundText(value) ? null : { fault: 'malformed_text', path };
  if (typeof value !== 'object' || value === null) return null;
  if (depth >= deepest) return { fault: 'too_deep', path };
  for (const [key, entry] of Object.entries(value)) {
    if (!isSoundText(key)) return { fault: 'malformed_text', path };
    const found = findTextFault(entry, step(path, key), depth + 1);
    if (found) return found;
  }
  return null;
};

/** For the body reader: bytes that are no UTF-8 would be replaced silently. */
export const refuseBrokenUtf8 = (_req: IncomingMessage, _res: unknown, bytes: Buffer): void => {
  if (!isUtf8(bytes)) throw new Problem('malformed_text');
};
