/** The posts of a plan and the accounts that fill them: who is there, who is missing, who stands in the way. */
import type { Instant } from '../domain/instants.js';
import type { PlanDocument } from '../domain/plan.js';
import type { Tx } from '../store/database.js';
import { addPeople, everybody } from '../store/people.js';
import type { PlanKind } from '../store/plans.js';
import { accountsOf, type Account } from './accounts.js';

export interface Posts {
  /** Accounts the plan needs and nobody has. */
  readonly missing: readonly Account[];
  /** How many are there already; they stay as they are. */
  readonly kept: number;
  /** Logins the plan needs that somebody of another name holds: two bodies must not share people unseen. */
  readonly clashes: readonly string[];
}

export const postsIn = async (tx: Tx, document: PlanDocument): Promise<Posts> => {
  const names = new Map((await everybody(tx)).map(({ login, name }) => [login, name]));
  const accounts = accountsOf(document);
  const missing = accounts.filter(({ login }) => !names.has(login));
  const clashes = accounts
    .filter(({ login, name }) => names.has(login) && names.get(login) !== name)
    .map(({ login }) => login);
  return { missing, kept: accounts.length - missing.length, clashes };
};

/** Hashes of passwords by login; an account without one lets nobody in. */
export type Hashes = ReadonlyMap<string, string>;

/** Mail of a rehearsal is written and never sent, so its accounts have addresses that lead nowhere. */
const addressOf = (login: string, kind: PlanKind): string | null =>
  kind === 'rehearsal' ? `${login}@rehearsal.invalid` : null;

/** `writtenAt`: wall clock. */
export const addAccounts = (
  tx: Tx,
  accounts: readonly Account[],
  {
    kind,
    hashes,
    writtenAt,
  }: { readonly kind: PlanKind; readonly hashes: Hashes; readonly writtenAt: Instant },
): Promise<void> =>
  addPeople(
    tx,
    accounts.map(({ login, name, role, rank, unit, post }) => ({
      id: login,
      login,
      name,
      email: addressOf(login, kind),
      role,
      rank,
      unitId: unit,
      postId: post,
      planId: null,
      passwordHash: hashes.get(login) ?? '',
    })),
    writtenAt,
  );
