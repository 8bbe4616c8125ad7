/** Promise: a plan and the accounts it needs come in together or not at all; passwords are told once and kept nowhere. */
import { hash } from '@node-rs/argon2';
import type { ItemId } from '../domain/ids.js';
import type { Instant } from '../domain/instants.js';
import type { Actor } from '../domain/people.js';
import type { PlanDocument } from '../domain/plan.js';
import type { Database, Tx } from '../store/database.js';
import { importPlan } from '../store/import-plan.js';
import { planOf, type PlanRow } from '../store/plans.js';
import type { Account } from './accounts.js';
import { importOptions, type ImportMode } from './mode.js';
import { generatePassword } from './passwords.js';
import { addAccounts, postsIn, type Hashes } from './posts.js';

export interface NewAccount extends Account {
  readonly password: string;
}

export type TakenIn =
  | {
      readonly kind: 'taken';
      readonly plan: PlanRow;
      readonly items: readonly ItemId[];
      readonly accounts: readonly NewAccount[];
    }
  | { readonly kind: 'plan_exists' }
  | { readonly kind: 'accounts_clash'; readonly logins: readonly string[] };

/** Accounts of a rehearsal share one password, so that everybody can try every role; live ones have one each. */
const withPasswords = (accounts: readonly Account[], { kind }: ImportMode): readonly NewAccount[] => {
  const shared = generatePassword();
  return accounts.map((account) => ({
    ...account,
    password: kind === 'rehearsal' ? shared : generatePassword(),
  }));
};

const hashesOf = async (accounts: readonly NewAccount[]): Promise<Hashes> => {
  const known = new Map<string, string>();
  for (const { password } of accounts) if (!known.has(password)) known.set(password, await hash(password));
  return new Map(accounts.map(({ login, password }) => [login, known.get(password) ?? '']));
};

/** Why the plan cannot come in as things stand; null = it can. */
const hindrance = async (
  tx: Tx,
  document: PlanDocument,
): Promise<Exclude<TakenIn, { readonly kind: 'taken' }> | null> => {
  if ((await planOf(tx, document.id)) !== null) return { kind: 'plan_exists' };
  const { clashes } = await postsIn(tx, document);
  return clashes.length > 0 ? { kind: 'accounts_clash', logins: clashes } : null;
};

/** `now`: wall clock. */
export const takeIn = async (
  db: Database,
  by: Actor,
  document: PlanDocument,
  mode: ImportMode,
  now: Instant,
): Promise<TakenIn> => {
  const before = await db.asReader(by, async (tx) => ({
    hindrance: await hindrance(tx, document),
    missing: (await postsIn(tx, document)).missing,
  }));
  if (before.hindrance !== null) return before.hindrance;
  const accounts = withPasswords(before.missing, mode);
  // Hashing takes seconds and must not hold a transaction; whoever came in meanwhile is seen by the second look.
  const hashes = await hashesOf(accounts);
  return db.asActor(by, async (tx) => {
    const hindered = await hindrance(tx, document);
    if (hindered !== null) return hindered;
    await addAccounts(tx, accounts, { kind: mode.kind, hashes, writtenAt: now });
    const result = await importPlan(tx, document, { ...importOptions(mode, now), by });
    // Thrown, so that the accounts do not stay behind.
    if (result.kind === 'refused') throw new Error(`plan ${document.id} came in twice at once`);
    return { kind: 'taken', plan: result.plan, items: result.items, accounts };
  });
};
