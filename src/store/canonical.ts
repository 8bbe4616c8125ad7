/** Promise: the same content has the same text and the same hash, whatever order its keys were written in (RFC 8785). */
import { createHash } from 'node:crypto';

/** JSON with sorted keys and no blanks; what JSON cannot hold (`undefined`) is left out as JSON does. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((entry) => canonical(entry ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`);
  return `{${entries.join(',')}}`;
};

/** SHA-256 of the canonical text, in hex. */
export const hashOf = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex');
