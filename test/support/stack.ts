/** Promise: real workers on a namespace and a database of their own, gone when the file is done. */
import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { inject } from 'vitest';
import type { Mailer } from '../../src/activities/mailer.js';
import { createCourier, type Courier, type Target } from '../../src/courier.js';
import { registerSearchAttributes } from '../../src/local/search-attributes.js';
import { submissionOf, type Submission, type SubmissionOutcome } from '../../src/store/submissions.js';
import { searchAttributes } from '../../src/workflows/messages.js';
import { startWorkers, type Workers } from '../../src/worker.js';
import './quiet.js';
import { cloneDatabase, type TestDatabase } from './database.js';

export interface Stack extends TestDatabase {
  readonly courier: Courier;
  readonly client: Client;
  readonly namespace: string;
  readonly bundlePath: string;
  /** Pushes a submission and answers what its row says. */
  push(submission: Submission, lane: Target['lane']): Promise<SubmissionOutcome | null>;
  startWorkers(): Promise<void>;
  stopWorkers(): Promise<void>;
  stop(): Promise<void>;
}

export interface StackOptions {
  readonly mailer?: Mailer | null;
  readonly database?: TestDatabase;
}

/** A namespace is usable only when every part of the server has heard of it. */
export const createNamespace = async (connection: Connection): Promise<string> => {
  const namespace = `test-${randomUUID()}`;
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: { seconds: 86_400 } as never,
  });
  for (let tries = 0; ; tries += 1)
    try {
      await registerSearchAttributes(connection, namespace, searchAttributes);
      await new Client({ connection, namespace }).workflow.count('DuzhanPlan = "none"');
      return namespace;
    } catch (error) {
      if (tries > 200) throw error;
      await connection.workflowService.getSystemInfo({});
    }
};

export const startStack = async ({ mailer = null, database }: StackOptions = {}): Promise<Stack> => {
  const { temporalAddress: address, bundlePath } = inject('services');
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  const [own, namespace] = await Promise.all([database ?? cloneDatabase(), createNamespace(connection)]);
  const courier = createCourier({ address, namespace });
  let workers: Workers | undefined;
  const startAll = async (): Promise<void> => {
    const deps = { connection: native, namespace, db: own.db, courier, mailer, robots: null };
    const posted = { mailDomain: 'duzhan.test', bundle: { codePath: bundlePath } };
    workers = await startWorkers({ ...deps, ...posted });
    workers.stopped.catch(() => undefined);
  };
  const stopWorkers = async (): Promise<void> => {
    await workers?.stop();
    workers = undefined;
  };
  await startAll();
  return {
    ...own,
    courier,
    client: new Client({ connection, namespace }),
    namespace,
    bundlePath,
    push: async (submission, lane) => {
      const target: Target =
        submission.itemId === null
          ? { aggregate: 'plan', id: submission.planId, lane }
          : { aggregate: 'item', id: submission.itemId, lane };
      await courier.submit({
        submission: submission.id,
        type: submission.type,
        target,
        signal: AbortSignal.timeout(60_000),
      });
      return own.db.asReader(
        { system: 'engine' },
        async (tx) => (await submissionOf(tx, submission.id))?.outcome ?? null,
      );
    },
    startWorkers: startAll,
    stopWorkers,
    stop: async () => {
      await stopWorkers();
      await courier.close();
      await native.close();
      await connection.close();
      if (!database) await own.drop();
    },
  };
};
