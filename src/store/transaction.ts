/**
 * Promise: what every store function takes first, and cannot be had without having said who acts. It is over when its
 * work is: a statement that comes later is refused, and never runs in what somebody else has begun.
 */
import type pg from 'pg';

/** Rows as the database answers them: the columns' names once, values in their order. */
export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

export interface Tx {
  /** One statement, its values at `$1`, `$2` …. Statements asked side by side share one journey and keep their order. */
  ask(sql: string, values: readonly unknown[]): Promise<Answer>;
  /** The same for all transactions of a database: what a process remembers of one hangs on it. */
  readonly database: object;
}

const ignore = (): void => undefined;

const txOn = (client: pg.PoolClient, database: object) => {
  let isOver = false;
  const tx: Tx = {
    database,
    ask: async (text, values) => {
      if (isOver) throw new Error('the transaction is over');
      const missing = values.indexOf(undefined);
      if (missing >= 0) throw new Error(`value ${missing + 1} is missing: ${text}`);
      const { fields, rows } = await client.query<unknown[]>({ text, values: [...values], rowMode: 'array' });
      return { columns: fields.map(({ name }) => name), rows };
    },
  };
  return { tx, end: () => void (isOver = true) };
};

/** A transaction in which a statement has failed answers a commit with a rollback, and says so nowhere else. */
const commit = async (client: pg.PoolClient): Promise<void> => {
  const { command } = await client.query('COMMIT');
  if (command !== 'COMMIT')
    throw new Error('rolled back instead of committed: a statement had failed before');
};

/** Rolls back; answers what is wrong with a connection that cannot even do that, and must not be used again. */
const rollBack = (client: pg.PoolClient): Promise<Error | undefined> =>
  client.query('ROLLBACK').then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );

/** `opening` begins it and says who acts; it travels with the first statement. */
export const inTransaction = async <T>(
  pool: pg.Pool,
  opening: string,
  fn: (tx: Tx) => Promise<T>,
): Promise<T> => {
  const client = await pool.connect();
  const begun = client.query(opening);
  begun.catch(ignore);
  const { tx, end } = txOn(client, pool);
  try {
    const answer = await fn(tx).finally(end);
    await commit(client);
    client.release();
    return answer;
  } catch (error) {
    client.release(await rollBack(client));
    // What follows an opening that failed only says that something had failed.
    throw await begun.then(
      () => error,
      (first: unknown) => first,
    );
  }
};
