/** The state of the machine and of its people. */
import { hash } from '@node-rs/argon2';
import { generatePassword } from '../../intake/passwords.js';
import { appendAudit } from '../../store/audit.js';
import { channelKindsByPerson } from '../../store/channels.js';
import { everybody, personOf, writePassword } from '../../store/people.js';
import { execute } from '../../store/rows.js';
import { healthAt, type HealthFigures } from '../../store/views/health.js';
import { getHealth, getReadiness, listPeople, resetPassword } from '../contract/admin.js';
import { findingsOf } from '../health-findings.js';
import { Problem } from '../problem.js';
import { serve, type Served } from '../serve.js';
import { signInActor } from '../sign-in.js';
import { shown, shownOrNull } from '../times.js';
import { personNamer } from './sign-in.js';
import { visiblePlan } from './visible-item.js';

const people = serve(listPeople, ({ context: { db, lockout }, caller, params }) =>
  db.asReader(caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, caller, params.plan);
    const named = await personNamer(tx, plan.id);
    const found = (await everybody(tx)).filter(({ planId }) => planId === null || planId === plan.id);
    const locked = await lockout.lockedOf(found.map(({ login }) => login));
    const robots = await channelKindsByPerson(tx);
    const entries = found.map((row) => ({
      ...named(row),
      login: row.login,
      email: row.email,
      active: row.active,
      locked: locked.has(row.login),
      reachedBy: robots.get(row.id) ?? (row.email ? ('mail' as const) : null),
    }));
    return { as: 'ok', body: { entries } };
  }),
);

const newPassword = serve(resetPassword, async ({ context: { db, now }, caller, params }) => {
  const password = generatePassword();
  const passwordHash = await hash(password);
  await db.asActor(caller.actor, async (tx) => {
    if ((await personOf(tx, params.person)) === null) throw new Problem('not_found');
    await writePassword(tx, params.person, passwordHash, now());
    const nowhere = { planId: null, itemId: null, submissionId: null, at: null };
    const entry = {
      ...nowhere,
      actor: caller.actor,
      action: resetPassword.id,
      detail: { person: params.person },
    };
    await appendAudit(tx, [entry], now());
  });
  return { as: 'created', body: { password } };
});

const repairShown = (repair: HealthFigures['repairs'][number]) => ({
  aggregate: repair.aggregate,
  subject: repair.subjectId,
  step: repair.step,
  promisedAt: shown(repair.promisedAt),
  at: shown(repair.at),
  healedAt: shownOrNull(repair.healedAt),
  error: repair.error,
});

const health = serve(getHealth, async ({ context: { db, courier, now }, caller }) => {
  const wall = now();
  const figures = await db.asReader(caller.actor, (tx) => healthAt(tx, wall));
  const reachable = await courier.reachable();
  return {
    as: 'ok',
    body: {
      checkedAt: shown(wall),
      findings: [...findingsOf(figures, reachable, wall)],
      postgres: { reachable: true },
      temporal: { reachable },
      heartbeats: figures.heartbeats.map(({ name, at, detail }) => ({
        name,
        at: shown(at),
        ageMs: Math.max(0, wall - at),
        detail: { ...detail },
      })),
      repairs: { open: figures.openRepairs, latest: figures.repairs.map(repairShown) },
      late: figures.late,
      submissions: { undecided: figures.undecided, oldestReceivedAt: shownOrNull(figures.oldestUndecidedAt) },
      mail: figures.mail,
    },
  };
});

const ready = serve(getReadiness, async ({ context: { db } }) => {
  await db.asReader(signInActor, (tx) => execute(tx, 'SELECT 1'));
  return { as: 'ok', body: { ready: true as const } };
});

export const adminRoutes: readonly Served[] = [people, newPassword, health, ready];
