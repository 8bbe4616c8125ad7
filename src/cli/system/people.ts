/** Gives the posts of a plan to accounts. */
import { join } from 'node:path';
import { hash } from '@node-rs/argon2';
import type { PlanDocument } from '../../domain/plan.js';
import type { Database } from '../../store/database.js';
import { addPeople, everybody, writePassword } from '../../store/people.js';
import type { PlanKind } from '../../store/plans.js';
import { accountsOf, type Account } from '../accounts.js';
import { generatePassword, writeOwn, type FoundSecrets } from './secrets.js';

const system = { system: 'import' } as const;

const add = (
  db: Database,
  accounts: readonly Account[],
  hashes: ReadonlyMap<string, string>,
  email: boolean,
) =>
  db.asActor(system, (tx) =>
    addPeople(
      tx,
      accounts.map(({ login, name, role, rank, unit, post }) => ({
        id: login,
        login,
        name,
        email: email ? `${login}@rehearsal.invalid` : null,
        role,
        rank,
        unitId: unit,
        postId: post,
        planId: null,
        passwordHash: hashes.get(login) ?? '',
      })),
      Date.now(),
    ),
  );

const absent = async (db: Database, accounts: readonly Account[]): Promise<readonly Account[]> => {
  const known = new Set((await db.asActor(system, everybody)).map(({ login }) => login));
  return accounts.filter(({ login }) => !known.has(login));
};

/** Logins the plan needs that somebody of another name holds. */
export const clashesOf = async (db: Database, document: PlanDocument): Promise<readonly string[]> => {
  const names = new Map((await db.asActor(system, everybody)).map(({ login, name }) => [login, name]));
  return accountsOf(document)
    .filter(({ login, name }) => names.has(login) && names.get(login) !== name)
    .map(({ login }) => login);
};

/** Accounts of a rehearsal share one password, and so one hash. */
const addRehearsalAccounts = async (
  db: Database,
  document: PlanDocument,
  found: FoundSecrets,
): Promise<void> => {
  const accounts = accountsOf(document);
  const missing = await absent(db, accounts);
  if (missing.length === 0 && !found.fresh) return;
  const one = await hash(found.secrets.rehearsalPassword);
  await add(db, missing, new Map(missing.map(({ login }) => [login, one])), true);
  if (!found.fresh) return;
  await db.asActor(system, async (tx) => {
    for (const { login } of accounts) await writePassword(tx, login, one, Date.now());
  });
};

/** Accounts of a live plan have a password each, written to a file for whoever hands them out. */
const addLiveAccounts = async (
  db: Database,
  document: PlanDocument,
  home: string,
): Promise<string | null> => {
  const missing = await absent(db, accountsOf(document));
  if (missing.length === 0) return null;
  const passwords = new Map(missing.map(({ login }) => [login, generatePassword()]));
  const hashes = new Map<string, string>();
  for (const [login, password] of passwords) hashes.set(login, await hash(password));
  const path = join(home, `accounts-${document.id}.json`);
  await writeOwn(path, home, Object.fromEntries(passwords));
  await add(db, missing, hashes, false);
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
