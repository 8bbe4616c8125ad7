/** Rows as a calm table; on a phone each row is a short list of its own, with the heads beside the values. */
import type { ReactNode } from 'react';
import styles from './plain-table.module.css';

export interface Column<T> {
  readonly head: string;
  readonly cell: (row: T) => ReactNode;
  /** `main` takes what room is left, `end` stands at the far side, `quiet` is secondary. */
  readonly kind?: 'main' | 'end' | 'quiet';
}

export interface PlainTableProps<T> {
  /** What the table is called where it cannot be seen. */
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
}

const classOf = (kind: Column<never>['kind']): string => (kind === undefined ? '' : (styles[kind] ?? ''));

/** The roles are said, since a table that is laid out as lists is no table to a browser. */
export function PlainTable<T>({ label, columns, rows, keyOf }: PlainTableProps<T>) {
  return (
    <div className={styles.scroll} role="group" aria-label={label} tabIndex={0}>
      <table className={styles.table} role="table">
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ head, kind }) => (
              <th key={head} scope="col" role="columnheader" className={classOf(kind)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={keyOf(row)} role="row">
              {columns.map(({ head, kind, cell }) => (
                <td key={head} role="cell" data-head={head} className={classOf(kind)}>
                  <span className={styles.value}>{cell(row)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
