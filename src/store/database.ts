/**
 * Promise: no statement runs outside a transaction that has said who acts and taken on the role that may do just
 * that; a writer cannot change the log, a reader cannot change anything.
 */
import knexPkg, { type Knex } from 'knex';
import pg from 'pg';
import type { Actor } from '../domain/people.js';
import { migrationSource } from '../../migrations/index.js';
import { fromDatabase, toSnake } from './rows.js';
import type { Tx } from './transaction.js';

export type { Tx };

/** A part of the system that acts on its own. */
interface SystemActor {
  readonly system: 'engine' | 'watch' | 'mailbox' | 'import' | 'sign-in' | 'upkeep' | 'administration';
}
type Acting = Actor | SystemActor;

export interface Database {
  /** One transaction as writer. */
  asActor<T>(actor: Acting, fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** One read-only transaction as reader, seeing one moment. */
  asReader<T>(actor: Acting, fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs `fn` while this connection alone in the whole database holds the named lock; null = someone else does. */
  alone<T>(lock: string, fn: () => Promise<T>): Promise<T | null>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  readonly poolMax?: number;
}

/** BIGINT holds milliseconds and counts, well below 2^53; DATE stays the text it is. */
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.DATE, (text: string) => text],
]);

const types = {
  getTypeParser: (id: number, format?: 'text' | 'binary'): unknown =>
    parsers.get(id) ?? pg.types.getTypeParser(id, format),
};

const ignore = (): void => undefined;

const connect = ({ url, poolMax = 10 }: DatabaseOptions): Knex =>
  knexPkg({
    client: 'pg',
    connection: {
      connectionString: url,
      types: types as never,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      // A machine that dies with a transaction open must not hold an item for ever.
      idle_in_transaction_session_timeout: 60_000,
    },
    pool: { min: 0, max: poolMax },
    acquireConnectionTimeout: 5_000,
    // Whatever fails is thrown to whoever asked; knex would print it a second time.
    log: { warn: ignore, error: ignore, deprecate: ignore, debug: ignore },
    wrapIdentifier: (name, wrap) => wrap(toSnake(name)),
    postProcessResponse: fromDatabase,
  });

const nameOf = (actor: Acting): string => {
  if ('system' in actor) return `system:${actor.system}`;
  return actor.onBehalfOf === null ? actor.person : `${actor.person} for ${actor.onBehalfOf}`;
};

type DatabaseRole = 'duzhan_writer' | 'duzhan_reader';

const begin = (tx: Tx, role: DatabaseRole, actor: Acting): Promise<unknown> =>
  tx.raw(`SELECT set_config('role', ?, true), set_config('duzhan.actor', ?, true)`, [role, nameOf(actor)]);

export const openDatabase = (options: DatabaseOptions): Database => {
  const knex = connect(options);
  return {
    asActor: (actor, fn) =>
      knex.transaction(async (tx) => {
        await begin(tx, 'duzhan_writer', actor);
        return fn(tx);
      }),
    asReader: (actor, fn) =>
      knex.transaction(
        async (tx) => {
          await begin(tx, 'duzhan_reader', actor);
          return fn(tx);
        },
        { isolationLevel: 'repeatable read', readOnly: true },
      ),
    alone: (lock, fn) => whileLocked(knex, lock, fn),
    close: () => knex.destroy(),
  };
};

/** The part of knex's client that lends whole connections; its own types leave it open. */
interface ConnectionPool {
  acquireConnection(): Promise<pg.Client>;
  releaseConnection(connection: pg.Client): Promise<void>;
}

/** The lock is the connection's: a process that dies lets go of it. */
const whileLocked = async <T>(knex: Knex, lock: string, fn: () => Promise<T>): Promise<T | null> => {
  const pool = knex.client as ConnectionPool;
  const connection = await pool.acquireConnection();
  const ask = async (call: string): Promise<boolean> => {
    const { rows } = await connection.query<{ held: boolean }>(
      `SELECT ${call}(hashtextextended($1, 0)) AS held`,
      [lock],
    );
    return rows[0]?.held === true;
  };
  try {
    if (!(await ask('pg_try_advisory_lock'))) return null;
    try {
      return await fn();
    } finally {
      await ask('pg_advisory_unlock');
    }
  } finally {
    await pool.releaseConnection(connection);
  }
};

/** Brings the database to this version of the code; does nothing when it is there. */
export const migrate = async (url: string): Promise<readonly string[]> => {
  const knex = connect({ url, poolMax: 2 });
  try {
    const [, names] = (await knex.migrate.latest({ migrationSource })) as [number, string[]];
    return names;
  } finally {
    await knex.destroy();
  }
};
