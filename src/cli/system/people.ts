/** Gives the posts of a plan to accounts. */
import { join } from 'node:path';
import { hash } from '@node-rs/argon2';
import type { PlanDocument } from '../../domain/plan.js';
import { accountsOf, type Account } from '../../intake/accounts.js';
import { generatePassword } from '../../intake/passwords.js';
import { addAccounts, postsIn, type Hashes } from '../../intake/posts.js';
import type { Database } from '../../store/database.js';
import { writePassword } from '../../store/people.js';
import type { PlanKind } from '../../store/plans.js';
import { writeOwn, type FoundSecrets } from './secrets.js';

const system = { system: 'import' } as const;

const missingIn = async (db: Database, document: PlanDocument): Promise<readonly Account[]> =>
  (await db.asActor(system, (tx) => postsIn(tx, document))).missing;

const add = (db: Database, accounts: readonly Account[], kind: PlanKind, hashes: Hashes): Promise<void> =>
  db.asActor(system, (tx) => addAccounts(tx, accounts, { kind, hashes, writtenAt: Date.now() }));

/** Accounts of a rehearsal share one password, and so one hash. */
const addRehearsalAccounts = async (
  db: Database,
  document: PlanDocument,
  found: FoundSecrets,
): Promise<void> => {
  const missing = await missingIn(db, document);
  if (missing.length === 0 && !found.fresh) return;
  const one = await hash(found.secrets.rehearsalPassword);
  await add(db, missing, 'rehearsal', new Map(missing.map(({ login }) => [login, one])));
  if (!found.fresh) return;
  await db.asActor(system, async (tx) => {
    for (const { login } of accountsOf(document)) await writePassword(tx, login, one, Date.now());
  });
};

/** Accounts of a live plan have a password each, written to a file for whoever hands them out. */
const addLiveAccounts = async (
  db: Database,
  document: PlanDocument,
  home: string,
): Promise<string | null> => {
  const missing = await missingIn(db, document);
  if (missing.length === 0) return null;
  const passwords = new Map(missing.map(({ login }) => [login, generatePassword()]));
  const hashes = new Map<string, string>();
  for (const [login, password] of passwords) hashes.set(login, await hash(password));
  const path = join(home, `accounts-${document.id}.json`);
  await writeOwn(path, home, Object.fromEntries(passwords));
  await add(db, missing, 'live', hashes);
  return path;
};

/** Returns the file with the passwords where each account has its own. */
export const fillPosts = async (
  db: Database,
  document: PlanDocument,
  kind: PlanKind,
  found: FoundSecrets,
  home: string,
): Promise<string | null> => {
  if (kind === 'live') return addLiveAccounts(db, document, home);
  await addRehearsalAccounts(db, document, found);
  return null;
};
