/** Promise: who is calling is read from the session and the person's row on every request, so a change of role counts at once. */
import { hash, verify } from '@node-rs/argon2';
import type { Request } from 'express';
import { dateOf, type Instant } from '../domain/instants.js';
import type { Actor } from '../domain/people.js';
import { appendAudit, type AuditEntry } from '../store/audit.js';
import type { Database, Tx } from '../store/database.js';
import { personByLogin, personOf, standsInFor, type PersonRow } from '../store/people.js';
import type { Viewer } from '../store/views/visible.js';
import { Problem } from './problem.js';

/** Whoever asks, and as whom. */
export interface Caller extends Viewer {
  readonly actor: Actor;
  /** Who is signed in. */
  readonly self: PersonRow;
  /** Whose post is used: their own, or that of whom they stand in for. */
  readonly holder: PersonRow;
}

/** Sign-in runs before anybody is known. */
export const signInActor = { system: 'sign-in' } as const;

const actorOf = (self: PersonRow, holder: PersonRow): Actor => ({
  person: self.id,
  role: holder.role,
  unit: holder.unitId,
  rank: holder.rank,
  onBehalfOf: holder.id === self.id ? null : holder.id,
});

export const callerOf = (self: PersonRow, holder: PersonRow): Caller => ({
  self,
  holder,
  actor: actorOf(self, holder),
  planId: holder.planId,
  post: holder.postId ?? holder.id,
});

/** The person of the session, if the session still counts. */
const signedIn = async (tx: Tx, { session: current }: Request): Promise<PersonRow | null> => {
  if (current.person === undefined) return null;
  const person = await personOf(tx, current.person);
  return person?.active === true && (current.begunAt ?? 0) >= person.sessionsFrom ? person : null;
};

/** The post used: one's own, or one that was lent for today. */
const holderFor = async (
  tx: Tx,
  self: PersonRow,
  principal: string | undefined,
  now: Instant,
): Promise<PersonRow> => {
  if (principal === undefined || principal === self.id) return self;
  const lent = await standsInFor(tx, self.id, dateOf(now));
  const holder = lent.find(({ id }) => id === principal);
  if (!holder) throw new Problem('not_allowed');
  return holder;
};

/** Who calls; refuses if nobody is signed in. The header `Acting-For` names whom a deputy stands in for. */
export const identify = (db: Database, req: Request, now: Instant): Promise<Caller> => {
  if (req.session.person === undefined) throw new Problem('unauthenticated');
  return db.asReader(signInActor, async (tx) => {
    const self = await signedIn(tx, req);
    if (!self) throw new Problem('unauthenticated');
    return callerOf(self, await holderFor(tx, self, req.get('acting-for'), now));
  });
};

/** Verified where no such account exists, so that both refusals take as long. */
const nobodysHash = hash('nobody');

interface Credentials {
  readonly account: string;
  readonly password: string;
}

const passwordFits = async (passwordHash: string, password: string): Promise<boolean> => {
  try {
    return await verify(passwordHash, password);
  } catch {
    return false; // a hash that cannot be read lets nobody in
  }
};

/** The person whose account and password these are, and no other; refuses in the same words whatever was wrong. */
export const checkCredentials = async (
  db: Database,
  { account, password }: Credentials,
  now: Instant,
): Promise<PersonRow> => {
  const person = await db.asActor(signInActor, (tx) => personByLogin(tx, account));
  const fits = await passwordFits(person?.passwordHash ?? (await nobodysHash), password);
  if (person && fits && person.active) return person;
  if (person) await db.asActor(signInActor, (tx) => appendAudit(tx, [refusedSignIn(person)], now));
  throw new Problem('wrong_credentials');
};

const refusedSignIn = ({ id, active }: PersonRow): AuditEntry => ({
  actor: null,
  action: 'signInRefused',
  planId: null,
  itemId: null,
  submissionId: null,
  at: null,
  detail: { person: id, active },
});

/** Sign-in, sign-out and locks leave a trace. */
export const auditSignIn = (
  db: Database,
  caller: Caller,
  action: string,
  detail: object,
  now: Instant,
): Promise<void> =>
  db.asActor(caller.actor, (tx) =>
    appendAudit(
      tx,
      [{ actor: caller.actor, action, planId: null, itemId: null, submissionId: null, at: null, detail }],
      now,
    ),
  );
