/** A document's id in addresses, `PLAN.KIND.YEAR.NUMBER`, and back. */
import type { DocumentNumber } from '../store/documents.js';

export const documentIdOf = ({ planId, kind, year, number }: DocumentNumber): string =>
  `${planId}.${kind}.${year}.${number}`;

/** Null for what no document can be called. */
export const readDocumentId = (id: string): DocumentNumber | null => {
  const match = /^([a-z0-9-]+)\.([a-z_]+)\.(\d{4})\.(\d{1,9})$/.exec(id);
  const [, planId, kind, year, number] = match ?? [];
  if (planId === undefined || kind === undefined) return null;
  return { planId, kind, year: Number(year), number: Number(number) };
};
