/** The state of the machine and of its people. */
import { everybody } from '../../store/people.js';
import { execute } from '../../store/rows.js';
import { healthAt, type HealthFigures } from '../../store/views/health.js';
import { getHealth, getReadiness, listPeople } from '../contract/admin.js';
import { serve, type Served } from '../serve.js';
import { signInActor } from '../sign-in.js';
import { shown, shownOrNull } from '../times.js';
import { personNamer } from './sign-in.js';
import { visiblePlan } from './visible-item.js';

const people = serve(listPeople, ({ context: { db }, caller, params }) =>
  db.asReader(caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, caller, params.plan);
    const named = await personNamer(tx, plan.id);
    const found = (await everybody(tx)).filter(({ planId }) => planId === null || planId === plan.id);
    const entries = found.map((row) => ({
      ...named(row),
      login: row.login,
      email: row.email,
      active: row.active,
    }));
    return { as: 'ok', body: { entries } };
  }),
);

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
  return {
    as: 'ok',
    body: {
      checkedAt: shown(wall),
      postgres: { reachable: true },
      temporal: { reachable: await courier.reachable() },
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

export const adminRoutes: readonly Served[] = [people, health, ready];
