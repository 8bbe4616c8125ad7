/** Promise: the database is there, whether this is the first start or the hundredth. */
import { Client } from 'pg';
import { superuser } from './postgres-cluster.js';

export interface DatabaseAddress {
  readonly port: number;
  readonly password: string;
  readonly passwordFile: string;
  readonly database: string;
}

/** The URL of the database, created where missing. */
export const ensureDatabase = async (address: DatabaseAddress): Promise<string> => {
  const url = (database: string) =>
    `postgres://${superuser}:${address.password}@127.0.0.1:${address.port}/${database}`;
  const client = new Client({ connectionString: url('postgres'), connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [address.database]);
    if (found.rowCount === 0)
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(address.database)}`);
    return url(address.database);
  } catch (error) {
    throw explain(error, address);
  } finally {
    await client.end();
  }
};

const wrongPassword = '28P01';

const explain = (error: unknown, { passwordFile }: DatabaseAddress): unknown =>
  (error as { code?: string }).code === wrongPassword
    ? new Error(
        `Postgres does not accept the password in ${passwordFile}; restore the file that belongs to its data.`,
      )
    : error;
