/** Promise: numbers of a kind and year run from 1 without a gap, whatever fails on the way. */
import type { Instant, IsoDate } from '../domain/instants.js';
import { dateOf } from '../domain/instants.js';
import type { Tx } from './database.js';
import { insertRows, select } from './rows.js';

export interface NewDocument {
  readonly planId: string;
  readonly kind: string;
  readonly itemId: string;
  readonly unitId: string;
  readonly eventSeq: number;
  readonly issuedAt: Instant;
  readonly fields: object;
}

export interface DocumentRow {
  readonly planId: string;
  readonly kind: string;
  readonly year: number;
  readonly number: number;
  readonly itemId: string;
  readonly unitId: string;
  readonly eventSeq: number;
  readonly issuedOn: IsoDate;
  readonly fields: object;
}

const yearOf = (document: NewDocument): number => Number(dateOf(document.issuedAt).slice(0, 4));
const seriesOf = (document: NewDocument): string =>
  `${document.planId}\n${document.kind}\n${yearOf(document)}`;

/** The last number of the series after taking `count`; its row stays locked until the transaction ends. */
const take = async (tx: Tx, { planId, kind }: NewDocument, year: number, count: number): Promise<number> => {
  const [row] = await select<{ last: number }>(
    tx,
    `INSERT INTO document_counters AS c (plan_id, kind, year, last) VALUES (?, ?, ?, ?)
     ON CONFLICT (plan_id, kind, year) DO UPDATE SET last = c.last + excluded.last RETURNING last`,
    [planId, kind, year, count],
  );
  return row?.last ?? count;
};

/** Numbers and writes them. Call it last in a transaction: every one that issues waits here, in one order. */
export const issueDocuments = async (tx: Tx, documents: readonly NewDocument[]): Promise<void> => {
  const rows: DocumentRow[] = [];
  for (const series of [...new Set(documents.map(seriesOf))].sort()) {
    const ofSeries = documents.filter((document) => seriesOf(document) === series);
    const [first] = ofSeries;
    if (!first) continue;
    const last = await take(tx, first, yearOf(first), ofSeries.length);
    ofSeries.forEach(({ issuedAt, ...document }, index) =>
      rows.push({
        ...document,
        year: yearOf(first),
        number: last - ofSeries.length + 1 + index,
        issuedOn: dateOf(issuedAt),
      }),
    );
  }
  await insertRows(tx, 'documents', rows);
};

const columns = 'plan_id, kind, year, number, item_id, unit_id, event_seq, issued_on, fields';

export const documentsOf = (
  tx: Tx,
  of: { readonly itemId: string } | { readonly planId: string },
  limit = 500,
): Promise<readonly DocumentRow[]> => {
  const [where, id] = 'itemId' in of ? ['item_id = ?', of.itemId] : ['plan_id = ?', of.planId];
  return select(
    tx,
    `SELECT ${columns} FROM documents WHERE ${where} ORDER BY issued_on DESC, kind, number DESC LIMIT ?`,
    [id, limit],
  );
};

/** What a number stands on paper for: its register, year and place in it. */
export type DocumentNumber = Pick<DocumentRow, 'planId' | 'kind' | 'year' | 'number'>;
