/** Promise: the reference's activities write prepared rows; whatever needs a rule has been asked for beforehand. */
import { randomUUID } from 'node:crypto';
import type { Command } from '../../src/domain/commands.js';
import type { Actor } from '../../src/domain/people.js';
import type { Database, Tx } from '../../src/store/database.js';
import { itemOf, itemsOf } from '../../src/store/items.js';
import { peopleOf } from '../../src/store/people.js';
import { contextAt, planOf, unitsOf } from '../../src/store/plans.js';
import { receive, type Submission } from '../../src/store/submissions.js';
import { prepare, record, redated, type Ground, type Prepared } from './prepared.js';

const engine = { system: 'engine' } as const;

/** Commands given to an item over and over, in this order. */
export interface Series {
  readonly item: string;
  readonly actor: Actor;
  readonly commands: readonly Command[];
}

interface PreparedSeries extends Series {
  readonly steps: readonly Prepared[];
}

export type ReferenceActivities = ReturnType<typeof createReference>['activities'];

export const createReference = (db: Database, counted: () => void) => {
  const alarms = new Map<string, Prepared>();
  const series = new Map<string, PreparedSeries>();
  return {
    /** Works out what every item of a plan writes at its promise. */
    prepareAlarms: (plan: string) =>
      db.asActor(engine, async (tx) => {
        for (const one of await alarmsOf(tx, plan)) alarms.set(one.head.id, one);
      }),
    prepareSeries: async (all: readonly Series[]): Promise<void> => {
      for (const one of all) series.set(one.item, await db.asActor(engine, (tx) => stepsOf(tx, one)));
    },
    activities: {
      begun: (): Promise<void> => Promise.resolve(counted()),
      recordAlarm: async (item: string): Promise<void> => {
        const rows = known(alarms, item);
        await db.asActor(engine, (tx) => record(tx, item, Date.now(), () => rows));
        counted();
      },
      recordCommand: async (item: string, submission: string, step: number): Promise<void> => {
        const one = known(series, item);
        await db.asActor(engine, (tx) => recordStep(tx, one, submission, step));
        counted();
      },
    },
  };
};

const known = <T>(rows: ReadonlyMap<string, T>, item: string): T => {
  const found = rows.get(item);
  if (found === undefined) throw new Error(`nothing is prepared for ${item}`);
  return found;
};

/** A plan as it is at an instant. */
const groundOf = async (tx: Tx, planId: string): Promise<(now: number) => Promise<Ground>> => {
  const plan = await planOf(tx, planId);
  if (!plan) throw new Error(`there is no plan ${planId}`);
  const audience = { people: await peopleOf(tx, planId), units: await unitsOf(tx, planId) };
  return async (now) => ({ plan, audience, context: await contextAt(tx, plan, now) });
};

/** What each item of a plan writes when its promise is due; also what the product must write. */
export const alarmsOf = async (tx: Tx, planId: string): Promise<readonly Prepared[]> => {
  const prepared: Prepared[] = [];
  const groundAt = await groundOf(tx, planId);
  for (const { id, wakeAt } of await itemsOf(tx, planId)) {
    const item = await itemOf(tx, id);
    if (!item || wakeAt === null) throw new Error(`${id} is not waiting for anything`);
    prepared.push(prepare(await groundAt(wakeAt), item, null, wakeAt));
  }
  return prepared;
};

const submissionFor = ({ item, actor }: Series, planId: string, body: Command, at: number): Submission => {
  const id = randomUUID();
  return {
    ...{ id, key: id, personId: actor.person, actor, planId, itemId: item, type: body.type, body },
    ...{ bodyHash: '', expectedVersion: null, receivedAt: at, outcome: null, decidedAt: null },
  };
};

const stepsOf = async (tx: Tx, given: Series): Promise<PreparedSeries> => {
  const item = await itemOf(tx, given.item);
  if (!item) throw new Error(`there is no item ${given.item}`);
  const now = Date.now();
  const ground = await (await groundOf(tx, item.planId))(now);
  const steps: Prepared[] = [];
  let state = item.snapshot;
  for (const command of given.commands) {
    const submission = submissionFor(given, item.planId, command, now);
    const step = prepare(ground, { ...item, snapshot: state }, submission, now);
    steps.push(step);
    state = step.write.state;
  }
  return { ...given, steps };
};

/** Receives the command and decides it, in one transaction. */
const recordStep = async (tx: Tx, given: PreparedSeries, id: string, step: number): Promise<void> => {
  const at = step % given.steps.length;
  const [prepared, command] = [given.steps[at], given.commands[at]];
  if (!prepared || !command) throw new Error(`${given.item} has no commands`);
  const now = Date.now();
  await receive(tx, {
    ...{ id, key: id, actor: given.actor, planId: prepared.head.planId, itemId: given.item },
    ...{ command, expectedVersion: null, now },
  });
  await record(tx, given.item, now, (version) => redated(prepared, version, id, now));
};
