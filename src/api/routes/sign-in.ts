/** Routes of signing in and out. */
import type { z } from 'zod';
import { dateOf } from '../../domain/instants.js';
import type { Tx } from '../../store/database.js';
import { standsInFor, type PersonRow } from '../../store/people.js';
import { unitNamesOf } from '../../store/views/item-page.js';
import { unreadOf } from '../../store/views/history.js';
import { planEntries } from '../../store/views/board.js';
import { rightsOf } from '../access.js';
import { getMe, signIn, signOut, type me, type person } from '../contract/sign-in.js';
import { unlockAccount } from '../contract/admin.js';
import { serve, type Served } from '../serve.js';
import { beginSession, endSession } from '../sessions.js';
import { auditSignIn, callerOf, checkCredentials, signInActor, type Caller } from '../sign-in.js';

/** A person with the name of their unit, as the first plan that has such a unit calls it. */
export const personNamer = async (tx: Tx, planId: string | null) => {
  const plans = (await planEntries(tx, planId)).map(({ id }) => id);
  const names = await unitNamesOf(tx, plans);
  const unitName = (unit: string): string =>
    plans.map((plan) => names.get(`${plan} ${unit}`)).find(Boolean) ?? unit;
  return (row: PersonRow): z.input<typeof person> => ({
    id: row.id,
    name: row.name,
    role: row.role,
    rank: row.rank,
    unit: row.unitId === null ? null : { id: row.unitId, name: unitName(row.unitId) },
    post: row.postId,
  });
};

const meOf = async (tx: Tx, caller: Caller, now: number): Promise<z.input<typeof me>> => {
  const { self, holder, actor } = caller;
  const named = await personNamer(tx, caller.planId);
  const lent = await standsInFor(tx, self.id, dateOf(now));
  const plans = await planEntries(tx, caller.planId);
  return {
    person: named(self),
    actingFor: holder.id === self.id ? null : named(holder),
    mayActFor: lent.map(({ id, name }) => ({ id, name })),
    rights: [...rightsOf(actor)],
    plans: plans.map(({ id, short, kind }) => ({ id, short, kind })),
    unread: await unreadOf(tx, holder.id, now),
  };
};

const postSession = serve(signIn, async ({ context, body, req }) => {
  const { db, lockout, now } = context;
  const address = req.ip ?? '';
  await lockout.take(body.account, address);
  const found = await checkCredentials(db, body, now());
  await lockout.forgive(body.account, address);
  await beginSession(req, found, now());
  const caller = callerOf(found, found);
  await auditSignIn(db, caller, 'signIn', {}, now());
  return { as: 'created', body: await db.asReader(signInActor, (tx) => meOf(tx, caller, now())) };
});

const deleteSession = serve(signOut, async ({ context, caller, req }) => {
  await endSession(req);
  await auditSignIn(context.db, caller, 'signOut', {}, context.now());
  return { as: 'empty', body: null };
});

const readMe = serve(getMe, async ({ context, caller }) => ({
  as: 'ok',
  body: await context.db.asReader(caller.actor, (tx) => meOf(tx, caller, context.now())),
}));

const unlock = serve(unlockAccount, async ({ context, caller, params }) => {
  await context.lockout.unlock(params.account);
  await auditSignIn(context.db, caller, 'unlockAccount', { account: params.account }, context.now());
  return { as: 'empty', body: null };
});

export const signInRoutes: readonly Served[] = [postSession, deleteSession, readMe, unlock];
