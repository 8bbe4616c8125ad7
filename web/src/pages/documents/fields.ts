/** What a document's fields say in words. */
import type { Document } from '../../data/contract';

/** Nothing where it has no such field. */
export const saidIn = (fields: Document['fields'], name: string): string => {
  const value = (fields as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value : '';
};
