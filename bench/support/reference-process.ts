/** The reference's worker in a process of its own, set up like the product's. */
import { NativeConnection, Worker } from '@temporalio/worker';
import { openDatabase } from '../../src/store/database.js';
import { serveParent } from './child-process.js';
import { createReference } from './reference-activities.js';
import { referenceQueue } from './reference-queue.js';

await serveParent(async ({ databaseUrl, address, namespace, bundlePath }) => {
  const db = openDatabase({ url: databaseUrl });
  let steps = 0;
  const reference = createReference(db, () => void (steps += 1));
  const connection = await NativeConnection.connect({ address });
  const worker = await Worker.create({
    ...{ connection, namespace, taskQueue: referenceQueue, activities: reference.activities },
    workflowBundle: { codePath: bundlePath },
    shutdownGraceTime: '10s',
    maxCachedWorkflows: 400,
  });
  const stopped = worker.run();
  stopped.catch(console.error);
  return {
    apiUrl: null,
    steps: () => steps,
    answer: async (question) =>
      question.kind === 'prepareAlarms'
        ? reference.prepareAlarms(question.plan)
        : reference.prepareSeries(question.series),
    stop: async () => {
      worker.shutdown();
      await stopped;
      await connection.close();
      await db.close();
    },
  };
});
