/**
 * Promise: the workers of one process, one for each lane, so that a rehearsal's storm does not delay live work; asked
 * to stop, they finish what they hold.
 */
import { fileURLToPath } from 'node:url';
import { ApplicationFailure, Context } from '@temporalio/activity';
import { Worker, type NativeConnection, type WorkflowBundleOption } from '@temporalio/worker';
import { createActivities, type Activities } from './activities/index.js';
import type { Mailer } from './activities/mailer.js';
import type { Robots } from './activities/webhook.js';
import { wakeAll, type Courier } from './courier.js';
import type { Instant } from './domain/instants.js';
import type { Database } from './store/database.js';
import { taskQueues, type Lane } from './workflows/messages.js';

export interface WorkerDeps {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly db: Database;
  readonly courier: Courier;
  /** Null = no mail leaves. */
  readonly mailer: Mailer | null;
  /** Null = nobody has a robot. */
  readonly robots: Robots | null;
  /** Domain of the Message-IDs. */
  readonly mailDomain: string;
  /** Made ahead of time; else the workflows are bundled from source at the start. */
  readonly bundle?: WorkflowBundleOption;
  readonly lanes?: readonly Lane[];
  /** Instead of the machine's clock and the workflows' own, where time is to stand still. */
  readonly clock?: () => Instant;
}

export interface Workers {
  /** Settles when they have stopped; rejects when one fails. */
  readonly stopped: Promise<void>;
  /** Lets them finish what they hold. */
  stop(): Promise<void>;
}

export const workflowsPath = fileURLToPath(new URL('./workflows/index.ts', import.meta.url));

/** Says that a long step is alive, and ends it where the process ends: what is left of it is taken up again. */
const aliveWith = (detail: unknown): void => {
  const context = Context.current();
  context.heartbeat(detail);
  if (context.cancellationSignal.aborted) throw ApplicationFailure.retryable('the worker stops', 'Stopping');
};

const activitiesFrom = ({ db, courier, mailer, robots, mailDomain, clock }: WorkerDeps): Activities => {
  const activities = createActivities({
    db,
    mailer,
    robots,
    mailDomain,
    clock: clock ?? Date.now,
    heartbeat: aliveWith,
    wakeMailboxes: async (persons) => {
      await wakeAll(
        courier,
        persons.map((id) => ({ aggregate: 'mailbox', id, lane: 'live' })),
      );
    },
    wakeItems: async ({ kind: lane }, items) => {
      await wakeAll(
        courier,
        items.map((id) => ({ aggregate: 'item', id, lane })),
      );
    },
  });
  if (clock === undefined) return activities;
  // A workflow says the time it has itself; here it is told the time that holds.
  return {
    ...activities,
    settleItem: (request) => activities.settleItem({ ...request, now: clock() }),
  };
};

export const startWorkers = async (deps: WorkerDeps): Promise<Workers> => {
  const { connection, namespace, bundle, lanes = ['live', 'rehearsal'] } = deps;
  const activities = activitiesFrom(deps);
  const workers = await Promise.all(
    lanes.map((lane) =>
      Worker.create({
        connection,
        namespace,
        taskQueue: taskQueues[lane],
        activities,
        ...(bundle ? { workflowBundle: bundle } : { workflowsPath }),
        shutdownGraceTime: '10s',
        maxCachedWorkflows: 400,
        maxHeartbeatThrottleInterval: '2s',
      }),
    ),
  );
  const stopped = Promise.all(workers.map((worker) => worker.run())).then(() => undefined);
  const stop = async (): Promise<void> => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    await stopped;
  };
  return { stopped, stop };
};
