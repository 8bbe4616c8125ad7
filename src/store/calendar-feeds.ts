/** Promise: one calendar feed a person at most; the secret in its address is known to its holder alone. */
import { createHash } from 'node:crypto';
import type { Instant } from '../domain/instants.js';
import { personOf, type PersonRow } from './people.js';
import { execute, insertRows, select } from './rows.js';
import type { Tx } from './transaction.js';

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Puts a feed in the place of any before, whose address is worth nothing from then on. */
export const writeFeed = (tx: Tx, personId: string, token: string, writtenAt: Instant): Promise<void> =>
  insertRows(tx, 'calendar_feeds', [{ personId, tokenSha256: hashOf(token), writtenAt }], {
    key: ['personId'],
    then: 'replace',
  });

export const removeFeed = (tx: Tx, personId: string): Promise<void> =>
  execute(tx, 'DELETE FROM calendar_feeds WHERE person_id = ?', [personId]);

/** Since when there is one (wall clock); null = there is none. */
export const feedSince = async (tx: Tx, personId: string): Promise<Instant | null> => {
  const sql = 'SELECT written_at FROM calendar_feeds WHERE person_id = ?';
  return (await select<{ writtenAt: Instant }>(tx, sql, [personId]))[0]?.writtenAt ?? null;
};

/** Whose feed the token opens; nobody's once it was revoked or replaced, or its holder's account is disabled. */
export const personByToken = async (tx: Tx, token: string): Promise<PersonRow | null> => {
  const sql = 'SELECT person_id FROM calendar_feeds WHERE token_sha256 = ?';
  const [found] = await select<{ personId: string }>(tx, sql, [hashOf(token)]);
  const person = await personOf(tx, found?.personId ?? '');
  return person?.active === true ? person : null;
};
