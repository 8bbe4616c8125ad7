/**
 * Promise: no statement runs outside a transaction that has said who acts and taken on the role that may do just
 * that; a writer cannot change the log, a reader cannot change anything.
 */
import knexPkg from 'knex';
import pg from 'pg';
import type { Actor } from '../domain/people.js';
import { migrationSource } from '../../migrations/index.js';
import { inTransaction, type Tx } from './transaction.js';

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

const poolOf = ({ url, poolMax = 10 }: DatabaseOptions): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    types: types,
    max: poolMax,
    idleTimeoutMillis: 30_000,
    // Also how long somebody waits for a connection while all are taken.
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    // A statement need not wait for the answer of the one before.
    pipeline: true,
    // A machine that dies with a transaction open must not hold an item for ever.
    idle_in_transaction_session_timeout: 60_000,
  });
  // A connection that dies is told by whatever is asked of it; one that nobody uses is no news.
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return pool;
};

const nameOf = (actor: Acting): string => {
  if ('system' in actor) return `system:${actor.system}`;
  return actor.onBehalfOf === null ? actor.person : `${actor.person} for ${actor.onBehalfOf}`;
};

const openings = {
  duzhan_writer: 'BEGIN',
  duzhan_reader: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
} as const;

const openingAs = (role: keyof typeof openings, actor: Acting): string =>
  `${openings[role]}; SET LOCAL ROLE ${role}; SET LOCAL duzhan.actor = ${pg.escapeLiteral(nameOf(actor))}`;

export const openDatabase = (options: DatabaseOptions): Database => {
  const pool = poolOf(options);
  return {
    asActor: (actor, fn) => inTransaction(pool, openingAs('duzhan_writer', actor), fn),
    asReader: (actor, fn) => inTransaction(pool, openingAs('duzhan_reader', actor), fn),
    alone: (lock, fn) => whileLocked(pool, lock, fn),
    close: () => pool.end(),
  };
};

/** The lock is the connection's: a process that dies lets go of it. */
const whileLocked = async <T>(pool: pg.Pool, lock: string, fn: () => Promise<T>): Promise<T | null> => {
  const client = await pool.connect();
  const ask = async (call: string): Promise<boolean> => {
    const { rows } = await client.query<{ held: boolean }>(
      `SELECT ${call}(hashtextextended($1, 0)) AS held`,
      [lock],
    );
    return rows[0]?.held === true;
  };
  let isHeld = false;
  try {
    isHeld = await ask('pg_try_advisory_lock');
    if (!isHeld) return null;
    const answer = await fn();
    isHeld = !(await ask('pg_advisory_unlock'));
    return answer;
  } finally {
    // Whatever has gone wrong, the lock goes with its connection.
    client.release(isHeld);
  }
};

/** Brings the database to this version of the code; does nothing when it is there. */
export const migrate = async (url: string): Promise<readonly string[]> => {
  const knex = knexPkg({ client: 'pg', connection: url, pool: { min: 0, max: 2 } });
  try {
    const [, names] = (await knex.migrate.latest({ migrationSource })) as [number, string[]];
    return names;
  } finally {
    await knex.destroy();
  }
};
