/** Where a page ended, as an opaque text; what was not made here is refused. */
import type { z } from 'zod';
import { Problem } from './problem.js';

const writeCursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export const readCursor = <T extends z.ZodType>(text: string | undefined, schema: T): z.output<T> | null => {
  if (text === undefined) return null;
  const parsed = schema.safeParse(parsedJson(Buffer.from(text, 'base64url').toString('utf8')));
  if (!parsed.success)
    throw new Problem('invalid_query', { faults: [{ path: '/cursor', fault: 'not_a_cursor' }] });
  return parsed.data;
};

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** The first `limit` rows, and the cursor after them if more were read. */
export const paged = <T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (row: T) => unknown,
): { readonly rows: readonly T[]; readonly next: string | null } => {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last !== undefined ? writeCursor(cursorOf(last)) : null };
};
