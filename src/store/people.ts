/** Promise: a password's hash leaves this file only for the one question whether somebody may sign in. */
import type { Instant, IsoDate } from '../domain/instants.js';
import type { Rank, Role } from '../domain/people.js';
import type { Tx } from './database.js';
import { execute, insertRows, select } from './rows.js';

export interface PersonRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
  readonly rank: Rank | null;
  /** Unit officers and heads only. */
  readonly unitId: string | null;
  /** The post a plan names: a leader's or a case officer's. */
  readonly postId: string | null;
  /** Null = holds the post in every plan. */
  readonly planId: string | null;
  readonly active: boolean;
  /** Sessions begun before are void (wall clock). */
  readonly sessionsFrom: Instant;
}

export interface PersonSeed extends Omit<PersonRow, 'active' | 'sessionsFrom'> {
  readonly passwordHash: string;
}

const columns = 'id, login, name, email, role, rank, unit_id, post_id, plan_id, active, sessions_from';

/** Adds persons; those whose id is known stay as they are. */
export const addPeople = (tx: Tx, people: readonly PersonSeed[], writtenAt: Instant): Promise<void> =>
  insertRows(
    tx,
    'people',
    people.map((person) => ({
      id: person.id,
      login: person.login,
      passwordHash: person.passwordHash,
      name: person.name,
      email: person.email,
      role: person.role,
      rank: person.rank,
      unitId: person.unitId,
      postId: person.postId,
      planId: person.planId,
      active: true,
      sessionsFrom: 0,
      writtenAt,
    })),
    { key: ['id'], then: 'keep' },
  );

export const personOf = async (tx: Tx, id: string): Promise<PersonRow | null> =>
  (await select<PersonRow>(tx, `SELECT ${columns} FROM people WHERE id = ?`, [id]))[0] ?? null;

export const everybody = (tx: Tx): Promise<readonly PersonRow[]> =>
  select(tx, `SELECT ${columns} FROM people ORDER BY role, id`);

/** Somebody of a plan, and whether anything can reach them outside the app. */
export interface Member extends PersonRow {
  readonly isReachable: boolean;
}

/** Whoever holds a post in the plan and has an account that works. */
export const peopleOf = (tx: Tx, plan: string): Promise<readonly Member[]> =>
  select(
    tx,
    `SELECT ${columns}, (coalesce(email, '') <> '' OR id IN (SELECT person_id FROM channels)) AS is_reachable
     FROM people WHERE active AND (plan_id IS NULL OR plan_id = ?) ORDER BY id`,
    [plan],
  );

/** For signing in; asked as writer, since readers may not see the hash. */
export const personByLogin = async (
  tx: Tx,
  login: string,
): Promise<(PersonRow & { readonly passwordHash: string }) | null> => {
  const sql = `SELECT ${columns}, password_hash FROM people WHERE login = ?`;
  return (await select<PersonRow & { passwordHash: string }>(tx, sql, [login]))[0] ?? null;
};

export const writePassword = async (
  tx: Tx,
  id: string,
  passwordHash: string,
  now: Instant,
): Promise<void> => {
  await execute(tx, 'UPDATE people SET password_hash = ?, sessions_from = ? WHERE id = ?', [
    passwordHash,
    now,
    id,
  ]);
};

/** Changes what somebody is; their sessions end with it. */
export const writeRole = async (
  tx: Tx,
  id: string,
  { role, rank, unitId, postId, active }: Pick<PersonRow, 'role' | 'rank' | 'unitId' | 'postId' | 'active'>,
  now: Instant,
): Promise<void> => {
  await execute(
    tx,
    'UPDATE people SET role = ?, rank = ?, unit_id = ?, post_id = ?, active = ?, sessions_from = ? WHERE id = ?',
    [role, rank, unitId, postId, active, now, id],
  );
};

export interface Deputy {
  readonly personId: string;
  readonly deputyId: string;
  readonly fromDate: IsoDate;
  readonly untilDate: IsoDate;
}

export const addDeputy = (tx: Tx, deputy: Deputy): Promise<void> => insertRows(tx, 'deputies', [deputy]);

/** For whom the person may act on a date. */
export const standsInFor = async (tx: Tx, person: string, on: IsoDate): Promise<readonly PersonRow[]> =>
  select(
    tx,
    `SELECT ${columns} FROM people WHERE active AND id IN
       (SELECT person_id FROM deputies WHERE deputy_id = ? AND ?::date BETWEEN from_date AND until_date)`,
    [person, on],
  );
