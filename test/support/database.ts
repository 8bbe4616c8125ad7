/** Promise: each test file has a database of its own, cloned from the migrated template. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase, type Database } from '../../src/store/database.js';

export interface TestDatabase {
  readonly url: string;
  readonly db: Database;
  /** As the owner of the tables, for looking and for damage no role of ours could do. */
  sql<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

const asServer = async <T>(fn: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: inject('services').postgresUrl });
  await client.connect();
  try {
    return await fn(client);
  } finally {
    await client.end();
  }
};

/** `through`: the way our own code connects, for tests that cut it. */
export const cloneDatabase = async (
  through: (url: string) => Promise<string> = (url) => Promise.resolve(url),
): Promise<TestDatabase> => {
  const { postgresUrl, template } = inject('services');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  // Two clones at once would see each other as users of the template.
  await asServer(async (client) => {
    await client.query('SELECT pg_advisory_lock(1)');
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  const db = openDatabase({ url: await through(url.toString()) });
  const owner = new pg.Pool({ connectionString: url.toString(), max: 2 });
  // Whoever is thrown out when the database is dropped says so; nobody is waiting for it.
  owner.on('connect', (client) => client.on('error', () => undefined));
  return {
    url: url.toString(),
    db,
    sql: async (text, values = []) => (await owner.query(text, [...values])).rows as never,
    drop: async () => {
      await db.close();
      await owner.end();
      await asServer((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
};
