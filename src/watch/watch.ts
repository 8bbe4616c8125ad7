/**
 * Promise: a promise that is not kept is noticed and repaired without Temporal's help, by one watch at a time, which
 * shows that it is alive.
 */
import type { Instant } from '../domain/instants.js';
import type { Database } from '../store/database.js';
import {
  beat,
  latePromises,
  markHealed,
  openRepairs,
  recordRepairs,
  type Late,
  type NewRepair,
  type Repair,
} from '../store/promises.js';
import { healed, lastSteps, repair, stepFor, type RepairDeps } from './repairs.js';

export interface WatchDeps extends RepairDeps {
  readonly db: Database;
  /** How late a promise may be before it counts as broken. */
  readonly toleranceMs: number;
}

/** What one patrol found and did. */
export interface Patrol {
  readonly late: readonly Late[];
  readonly repairs: readonly NewRepair[];
  readonly healed: readonly number[];
  readonly temporal: 'up' | 'down';
}

const watch = { system: 'watch' } as const;
const atOnce = 500;

export const createWatch = (deps: WatchDeps) => {
  let told = false;

  /** One alarm for each outage, not one for each patrol. */
  const sayIfDown = async (down: boolean): Promise<void> => {
    if (down && !told)
      await deps
        .alarm('Temporal does not answer. Commands are accepted and decided when it does.')
        .catch(() => undefined);
    told = down;
  };

  const patrolAlone = async (now: Instant): Promise<Patrol> => {
    const [late, open] = await deps.db.asActor(
      watch,
      async (tx): Promise<[readonly Late[], readonly Repair[]]> => [
        await latePromises(tx, now - deps.toleranceMs, atOnce),
        await openRepairs(tx),
      ],
    );
    const up = await deps.courier.reachable();
    await sayIfDown(!up);
    const repairs = up ? await repairAll(late, open, now, deps) : [];
    const better = late.length < atOnce ? healed(open, late) : [];
    const patrol: Patrol = { late, repairs, healed: better, temporal: up ? 'up' : 'down' };
    await deps.db.asActor(watch, async (tx) => {
      await recordRepairs(tx, repairs);
      await markHealed(tx, better, now);
      await beat(tx, {
        name: 'watch',
        at: now,
        detail: { late: late.length, repaired: repairs.length, temporal: patrol.temporal },
      });
    });
    return patrol;
  };

  /** One round, by the wall clock; null = another process is on watch. */
  return {
    patrol: (now: Instant): Promise<Patrol | null> => deps.db.alone('duzhan watch', () => patrolAlone(now)),
  };
};

const repairAll = async (
  late: readonly Late[],
  open: readonly Repair[],
  now: Instant,
  deps: WatchDeps,
): Promise<readonly NewRepair[]> => {
  const last = lastSteps(open);
  const repairs: NewRepair[] = [];
  for (const one of late) {
    const step = stepFor(last.get(`${one.aggregate}/${one.id}`), now, deps.patienceMs);
    if (step !== null) repairs.push(await repair(one, step, now, deps));
  }
  return repairs;
};

export interface WatchLoop {
  stop(): Promise<void>;
}

/** Patrols until stopped; a round that fails (Postgres is away) is told and the next one comes. */
export const keepWatch = (
  deps: WatchDeps & {
    readonly everyMs: number;
    readonly clock: () => Instant;
    readonly onTrouble: (error: unknown) => void;
  },
): WatchLoop => {
  const { patrol } = createWatch(deps);
  let stopped = false;
  let rest: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  const begin = (): void => {
    round = patrol(deps.clock())
      .then(() => undefined, deps.onTrouble)
      .then(() => {
        if (!stopped) rest = setTimeout(begin, deps.everyMs);
      });
  };
  begin();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(rest);
      await round;
    },
  };
};
