/** The state of the machine and of its people. */
import { channelKinds } from '../../domain/channels.js';
import { healthParts, healthStates } from '../health-findings.js';
import { instantShown, name, planRef } from './common.js';
import { endpoint, z } from './endpoint.js';
import { person } from './sign-in.js';

export const listPeople = endpoint('GET /plans/{plan}/people', {
  id: 'listPeople',
  tag: 'admin',
  summary: 'Who holds which post.',
  access: 'see_people',
  params: z.strictObject({ plan: planRef }),
  answers: {
    ok: z
      .object({
        entries: z.array(
          person
            .extend({
              login: z.string(),
              email: z.string().nullable(),
              active: z.boolean(),
              locked: z
                .boolean()
                .openapi({ description: 'Wrong passwords have shut the account for a while.' }),
              reachedBy: z
                .enum(['mail', ...channelKinds])
                .nullable()
                .openapi({ description: 'How notices leave the app; null = they do not.' }),
            })
            .openapi('PersonEntry'),
        ),
      })
      .openapi('PersonList'),
  },
});

export const unlockAccount = endpoint('DELETE /accounts/{account}/lock', {
  id: 'unlockAccount',
  tag: 'admin',
  summary: 'Lifts the lock that wrong passwords put on an account.',
  access: 'unlock_accounts',
  params: z.strictObject({ account: name }),
  answers: { empty: null },
});

export const resetPassword = endpoint('POST /people/{person}/password', {
  id: 'resetPassword',
  tag: 'admin',
  summary: 'Generates a new password for a person and tells it this once; their sessions end.',
  access: 'reset_passwords',
  params: z.strictObject({ person: name }),
  answers: { created: z.object({ password: z.string() }).openapi('NewPassword') },
});

const repair = z.object({
  aggregate: z.string(),
  subject: z.string(),
  step: z.enum(['wake', 'restart', 'alarm']),
  promisedAt: z.string(),
  at: z.string(),
  healedAt: z.string().nullable(),
  error: z.string().nullable(),
});

export const health = z
  .object({
    checkedAt: instantShown,
    findings: z.array(
      z
        .object({
          part: z.enum(healthParts),
          state: z.enum(healthStates).openapi({
            description: '`notice` = it should pass by itself; `ill` = somebody must act.',
          }),
          count: z.number().int().nullable(),
        })
        .openapi('HealthFinding'),
    ),
    postgres: z.object({ reachable: z.boolean() }),
    temporal: z.object({ reachable: z.boolean() }),
    heartbeats: z.array(
      z.object({ name: z.string(), at: instantShown, ageMs: z.number().int(), detail: z.looseObject({}) }),
    ),
    repairs: z.object({ open: z.number().int(), latest: z.array(repair) }),
    late: z.object({ items: z.number().int(), plans: z.number().int(), mailboxes: z.number().int() }),
    submissions: z.object({ undecided: z.number().int(), oldestReceivedAt: instantShown.nullable() }),
    mail: z.object({
      pending: z.number().int(),
      doubtful: z.number().int(),
      failed: z.number().int(),
      unaddressed: z.number().int(),
    }),
  })
  .openapi('Health');

export const getHealth = endpoint('GET /health', {
  id: 'getHealth',
  tag: 'admin',
  summary:
    'The watch, its repairs, Postgres, Temporal, undecided submissions and doubtful mail. Times are wall clock.',
  access: 'see_health',
  answers: { ok: health },
});

export const getReadiness = endpoint('GET /health/ready', {
  id: 'getReadiness',
  tag: 'admin',
  summary: 'Whether this process can serve: 200, or 503 while Postgres is out of reach.',
  access: 'public',
  answers: { ok: z.object({ ready: z.literal(true) }).openapi('Ready') },
  problems: ['unavailable'],
});
