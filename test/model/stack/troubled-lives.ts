/** Random lives through store, courier and workflows, while the workers are stopped and Temporal is killed. */
import assert from 'node:assert/strict';
import { setTimeout as rest } from 'node:timers/promises';
import { fromPlan, type Command, type CommandType } from '../../../src/domain/commands.js';
import type { Instant } from '../../../src/domain/instants.js';
import type { ItemState } from '../../../src/domain/item.js';
import type { Actor } from '../../../src/domain/people.js';
import type { PlanCommand } from '../../../src/domain/plan-commands.js';
import type { Target } from '../../../src/courier.js';
import type { Database } from '../../../src/store/database.js';
import { itemOf } from '../../../src/store/items.js';
import { planNow, planOf } from '../../../src/store/plans.js';
import { submissionsOf } from '../../../src/store/submissions.js';
import { createWatch } from '../../../src/watch/watch.js';
import { actors, givenPlan, milestone, planDocument, planItem, submitted } from '../../support/builders.js';
import { asking, type Choice } from '../choices.js';
import { laterBy } from '../gaps.js';
import type { Setup } from '../simple/world.js';
import type { Scene } from './scene.js';

const engine = { system: 'engine' } as const;
const minuteMs = 60_000;

export type Trouble = 'stop workers' | 'kill temporal' | 'mend';

export interface TroubledLives {
  readonly plan: string;
  readonly startAt: Instant;
  readonly choices: readonly Choice[];
  /** Before the n-th choice. */
  readonly troubles: ReadonlyMap<number, Trouble>;
}

const itemCount = 3;
const document = (id: string) =>
  planDocument({
    id,
    items: Array.from({ length: itemCount }, (_, index) =>
      planItem(index + 1, {
        milestones: [
          milestone('M1', index === 0 ? '2021-10-15' : '2021-11-30'),
          milestone('M2', '2022-03-31', { measures: [] }),
        ],
      }),
    ),
  });

/** What needs units, calendars or plan commands the small plan has not. */
const notHere: readonly CommandType[] = [...fromPlan, 'reassign', 'requestChange', 'adoptPolicy'];

/** The plan's own persons in the posts of the story's. */
const castAs = ({ role, rank }: Actor): Actor => {
  switch (role) {
    case 'unit_officer':
      return actors.officer;
    case 'unit_head':
      return actors.head;
    case 'case_officer':
      return actors.caseOfficer;
    case 'supervision_head':
      return actors.supervisionHead;
    case 'leader':
    case 'system_admin':
    case 'security_admin':
    case 'audit_admin':
      return rank === 'director' ? actors.director : actors.deputy;
  }
};

const fitting = (command: Command): Command => {
  if (notHere.includes(command.type)) return { type: 'comment', text: '' };
  if (command.type === 'dispatch') return { type: 'dispatch' };
  if (command.type === 'raiseObstacle') return { type: 'raiseObstacle', text: '', named: 'director' };
  return command;
};

const setupOf = (state: ItemState): Setup => ({
  bornAt: state.at,
  coUnits: [],
  binding: false,
  milestones: [],
  measures: [],
  policy: state.policy,
  calendars: [[]],
});

const beset = (scene: Scene, trouble: Trouble | undefined): Promise<void> => {
  switch (trouble) {
    case undefined:
      return Promise.resolve();
    case 'stop workers':
      return scene.stopWorkers();
    case 'kill temporal':
      return scene.killTemporal();
    case 'mend':
      return scene.mend();
  }
};

/** Writes it as the API does, and waits for an answer only while there is somebody to give one. */
const submit = async (scene: Scene, asked: Parameters<typeof submitted>[1]): Promise<void> => {
  const submission = await submitted(scene.db, asked);
  const { itemId, planId } = submission;
  const subject = itemId === null ? { aggregate: 'plan', id: planId } : { aggregate: 'item', id: itemId };
  await scene.courier.submit({
    submission: submission.id,
    type: submission.type,
    target: { ...subject, lane: 'rehearsal' } as Target,
    signal: AbortSignal.timeout(scene.isWhole() ? 20_000 : 50),
  });
};

/** Plan time, and the item as the last one to settle it left it. */
const standing = (db: Database, planId: string, item: string) =>
  db.asReader(engine, async (tx) => {
    const [plan, row] = [await planOf(tx, planId), await itemOf(tx, item)];
    if (!plan || !row) throw new Error(`${item} is gone`);
    return { now: planNow(plan, Date.now()), state: row.snapshot };
  });

const turn = async (scene: Scene, plan: string, item: string, choice: Choice, n: number): Promise<void> => {
  const { now, state } = await standing(scene.db, plan, item);
  const to = laterBy(now, choice);
  const wall = { now: Date.now() };
  if (to > now) {
    const command: PlanCommand = { type: 'advanceClock', to };
    await submit(scene, { plan, actor: actors.supervisionHead, command, ...wall });
  }
  const then = await standing(scene.db, plan, item);
  const { command, actor } = asking(then.state, then.now, choice, n, setupOf(state));
  await submit(scene, { plan, item, actor: castAs(actor), command: fitting(command), now: Date.now() });
};

/** Plays the choices on the plan's items in turn, whatever happens meanwhile; returns the items. */
export const playThrough = async (scene: Scene, lives: TroubledLives): Promise<readonly string[]> => {
  const { plan, startAt, choices, troubles } = lives;
  const options = { kind: 'rehearsal', now: Date.now(), id: plan, startAt } as const;
  const items = await givenPlan(scene.db, document(plan), options);
  for (const [n, choice] of choices.entries()) {
    await beset(scene, troubles.get(n));
    await turn(scene, plan, items[n % items.length] ?? '', choice, n);
  }
  await scene.mend();
  await untilDecided(scene, plan, items);
  return items;
};

const undecided = (db: Database, plan: string, items: readonly string[]): Promise<number> =>
  db.asReader(engine, async (tx) => {
    const all = await Promise.all([
      submissionsOf(tx, { planId: plan }, 10_000),
      ...items.map((itemId) => submissionsOf(tx, { itemId }, 10_000)),
    ]);
    return all.flat().filter(({ outcome }) => outcome === null).length;
  });

/** The watch finds what nobody was told of. */
const untilDecided = async (scene: Scene, plan: string, items: readonly string[]): Promise<void> => {
  const alarm = () => Promise.resolve();
  const watch = createWatch({ ...scene, alarm, toleranceMs: minuteMs, patienceMs: minuteMs });
  const deadline = performance.now() + 60_000;
  for (let minute = 2; ; minute += 2) {
    await watch.patrol(Date.now() + minute * minuteMs);
    if ((await undecided(scene.db, plan, items)) === 0) return;
    assert.ok(performance.now() < deadline, 'not everything is decided within a minute');
    await rest(100);
  }
};
