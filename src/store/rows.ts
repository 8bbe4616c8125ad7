/**
 * Promise: rows enter and leave under the names the code uses; snake_case lives here and in SQL text alone. Columns
 * are mapped, what lies inside jsonb is not.
 */
import type { Answer, Tx } from './transaction.js';

const remembered = <T>(make: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text) ?? make(text);
    known.set(text, found);
    return found;
  };
};

const toSnake = remembered((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
const toCamel = remembered((name) =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
);

/** The statement with its question marks counted: `$1`, `$2` …. */
const numbered = remembered((sql) => {
  let count = 0;
  return sql.replaceAll('?', () => `$${(count += 1)}`);
});

const rowsOf = ({ columns, rows }: Answer): readonly object[] => {
  const names = columns.map(toCamel);
  return rows.map((values) => {
    const row: Record<string, unknown> = {};
    for (let column = 0; column < names.length; column += 1) row[names[column] ?? ''] = values[column];
    return row;
  });
};

/** The rows a statement answers. */
export const select = async <T>(
  tx: Tx,
  sql: string,
  bindings: readonly unknown[] = [],
): Promise<readonly T[]> => rowsOf(await tx.ask(numbered(sql), bindings)) as readonly T[];

/** Rows that a statement answers as one value: an array of JSON objects named as columns are. */
export const nestedRows = <T>(rows: readonly object[]): readonly T[] =>
  rows.map(
    (row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [toCamel(column), value])) as T,
  );

/** Runs a statement whose answer does not matter. */
export const execute = async (tx: Tx, sql: string, bindings: readonly unknown[] = []): Promise<void> => {
  await tx.ask(numbered(sql), bindings);
};

const columnsOf = (rows: readonly object[]): string[] => Object.keys(rows[0] ?? {}).map(toSnake);

/** One JSON parameter for any number of rows; the table's own row type reads it. */
const asJson = (rows: readonly object[]): string => {
  const names = Object.keys(rows[0] ?? {});
  const columns = names.map(toSnake);
  const written = rows.map((row) => {
    const values: Record<string, unknown> = {};
    names.forEach((name, index) => (values[columns[index] ?? ''] = (row as Record<string, unknown>)[name]));
    return values;
  });
  return JSON.stringify(written);
};

/** What to do with a row that is there: `key` names what makes it the same row. */
export interface Conflict {
  readonly key: readonly string[];
  readonly then: 'keep' | 'replace';
}

const conflictSql = (columns: readonly string[], { key, then }: Conflict): string => {
  const keys = key.map(toSnake);
  const rest = columns.filter((column) => !keys.includes(column));
  if (then === 'keep' || rest.length === 0) return `ON CONFLICT (${keys.join(', ')}) DO NOTHING`;
  const set = rest.map((column) => `${column} = excluded.${column}`).join(', ');
  const valuesOf = (source: string): string => rest.map((column) => `${source}.${column}`).join(', ');
  // A row that stays as it is costs nothing.
  return `ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${set}
    WHERE (${valuesOf('kept')}) IS DISTINCT FROM (${valuesOf('excluded')})`;
};

/** A statement to be run, alone or together with others; null = there is nothing to do. */
export type Statement = { readonly sql: string; readonly bindings: readonly unknown[] } | null;

/** Adds all rows. Every row must have the same fields. */
export const insertion = (table: string, rows: readonly object[], conflict?: Conflict): Statement => {
  if (rows.length === 0) return null;
  const columns = columnsOf(rows);
  const names = columns.join(', ');
  const sql = `INSERT INTO ${table} AS kept (${names})
    SELECT ${names} FROM jsonb_populate_recordset(null::${table}, ?::jsonb)
    ${conflict ? conflictSql(columns, conflict) : ''}`;
  return { sql, bindings: [asJson(rows)] };
};

/** Changes all rows, each found by `key`. */
export const change = (table: string, rows: readonly object[], key: string): Statement => {
  if (rows.length === 0) return null;
  const columns = columnsOf(rows).filter((column) => column !== toSnake(key));
  const sql = `UPDATE ${table} AS old SET ${columns.map((column) => `${column} = new.${column}`).join(', ')}
    FROM jsonb_populate_recordset(null::${table}, ?::jsonb) AS new WHERE old.${toSnake(key)} = new.${toSnake(key)}`;
  return { sql, bindings: [asJson(rows)] };
};

/**
 * Runs statements as one, in one journey to the database. None sees what another writes, and no two may touch the
 * same row.
 */
export const together = async (tx: Tx, statements: readonly Statement[]): Promise<void> => {
  const present = statements.filter((statement) => statement !== null);
  if (present.length === 0) return;
  const parts = present.map(({ sql }, index) => `part_${index} AS (${sql})`);
  const bindings = present.flatMap((statement) => statement.bindings);
  await execute(tx, `WITH ${parts.join(', ')} SELECT 1`, bindings);
};

export const insertRows = async (
  tx: Tx,
  table: string,
  rows: readonly object[],
  conflict?: Conflict,
): Promise<void> => {
  const statement = insertion(table, rows, conflict);
  if (statement) await execute(tx, statement.sql, statement.bindings);
};

export const updateRows = async (
  tx: Tx,
  table: string,
  rows: readonly object[],
  key: string,
): Promise<void> => {
  const statement = change(table, rows, key);
  if (statement) await execute(tx, statement.sql, statement.bindings);
};
