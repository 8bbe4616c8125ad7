/** Promise: no character that cannot be seen or that turns what is read, and nothing nested beyond reason, passes the edge. */
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { Problem } from './problem.js';

const deepest = 12;

/**
 * Control characters but tab and the ends of lines, halves of surrogate pairs, marks that turn the reading direction
 * and spaces without width. The joiners within an emoji stay.
 */
const unsound = /(?!\t|\n|\r\n)\p{Cc}|\p{Surrogate}|\p{Bidi_Control}|[\u200b\u2060\ufeff]/u;

export const isSoundText = (text: string): boolean => !unsound.test(text);

export interface TextFault {
  readonly fault: 'malformed_text' | 'too_deep';
  /** JSON pointer. */
  readonly path: string;
  /** The character at fault, as Unicode writes it. */
  readonly values: { readonly list: string };
}

const malformed = (text: string, path: string): TextFault | null => {
  const [found] = unsound.exec(text) ?? [];
  if (found === undefined) return null;
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return { fault: 'malformed_text', path, values: { list: `U+${code}` } };
};

const step = (path: string, key: string | number): string =>
  `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** The first string or depth at fault within a parsed value; null = sound. */
export const findTextFault = (value: unknown, path = '', depth = 0): TextFault | null => {
  if (typeof value === 'string') return malformed(value, path);
  if (typeof value !== 'object' || value === null) return null;
  if (depth >= deepest) return { fault: 'too_deep', path, values: { list: '' } };
  for (const [key, entry] of Object.entries(value)) {
    const found = malformed(key, path) ?? findTextFault(entry, step(path, key), depth + 1);
    if (found) return found;
  }
  return null;
};

/** For the body reader: bytes that are no UTF-8 would be replaced silently. */
export const refuseBrokenUtf8 = (_req: IncomingMessage, _res: unknown, bytes: Buffer): void => {
  if (!isUtf8(bytes)) throw new Problem('malformed_text');
};
