/** Signing in and out, and who is signed in. */
import { rights } from '../access.js';
import { personNamed, role } from './common.js';
import { endpoint, z } from './endpoint.js';

export const person = z
  .object({
    id: z.string(),
    name: z.string(),
    role,
    rank: z.enum(['deputy', 'director']).nullable(),
    unit: z.object({ id: z.string(), name: z.string() }).nullable(),
    post: z.string().nullable(),
  })
  .openapi('Person');

export const me = z
  .object({
    person,
    /** Whom the caller acts for in this request; null = for themselves. */
    actingFor: person.nullable(),
    mayActFor: z.array(personNamed),
    rights: z.array(z.enum(rights)),
    /** Plans the post reaches, by name: administrators see nothing else of them. */
    plans: z.array(z.object({ id: z.string(), short: z.string(), kind: z.enum(['live', 'rehearsal']) })),
    unread: z.number().int(),
  })
  .openapi('Me');

export const signIn = endpoint('POST /sessions', {
  id: 'signIn',
  tag: 'sign-in',
  summary: 'Signs in with account and password and sets the session cookie.',
  access: 'public',
  body: z
    .strictObject({ account: z.string().min(1).max(100), password: z.string().min(1).max(200) })
    .openapi('Credentials'),
  answers: { created: me },
  problems: ['wrong_credentials', 'locked_out'],
});

export const signOut = endpoint('DELETE /sessions/current', {
  id: 'signOut',
  tag: 'sign-in',
  summary: 'Ends the session.',
  access: 'signed_in',
  answers: { empty: null },
});

export const getMe = endpoint('GET /me', {
  id: 'getMe',
  tag: 'sign-in',
  summary: 'Who is signed in, for whom they may act, and what they may look at.',
  access: 'signed_in',
  answers: { ok: me },
});
