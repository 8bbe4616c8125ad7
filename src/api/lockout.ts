/** Promise: nobody tries more than a few passwords, whichever process they ask; accounts are counted under hashes. */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from './problem.js';

const windowSeconds = 15 * 60;
const attemptsPerAccount = 5;
const attemptsPerAddress = 50;

/** Wrong passwords are counted where every process sees them; accounts appear as hashes. */
export interface Lockout {
  /** Takes an attempt before it is judged, so that many at once are no more than many in a row. */
  take(account: string, address: string): Promise<void>;
  forgive(account: string, address: string): Promise<void>;
  unlock(account: string): Promise<void>;
  /** Those of the accounts that are shut at this moment. */
  lockedOf(accounts: readonly string[]): Promise<ReadonlySet<string>>;
}

const limiter = (pool: pg.Pool, keyPrefix: string, points: number): RateLimiterPostgres =>
  new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'login_attempts',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    points,
    duration: windowSeconds,
    blockDuration: windowSeconds,
  });

const keyOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const consume = async (limit: RateLimiterPostgres, key: string): Promise<void> => {
  try {
    await limit.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw new Problem('locked_out', { headers: { 'Retry-After': String(seconds) } });
  }
};

export const createLockout = (pool: pg.Pool): Lockout => {
  const accounts = limiter(pool, 'account', attemptsPerAccount);
  const addresses = limiter(pool, 'address', attemptsPerAddress);
  return {
    take: async (account, address) => {
      await consume(addresses, keyOf(address));
      await consume(accounts, keyOf(account));
    },
    forgive: async (account, address) => {
      await accounts.delete(keyOf(account));
      await addresses.reward(keyOf(address), 1);
    },
    unlock: async (account) => {
      await accounts.delete(keyOf(account));
    },
    lockedOf: async (asked) => {
      const keys = new Map(asked.map((account) => [accounts.getKey(keyOf(account)), account]));
      const { rows } = await pool.query<{ key: string }>(
        'SELECT key FROM login_attempts WHERE key = ANY($1) AND points > $2 AND expire > $3',
        [[...keys.keys()], attemptsPerAccount, Date.now()],
      );
      return new Set(rows.flatMap(({ key }) => keys.get(key) ?? []));
    },
  };
};
