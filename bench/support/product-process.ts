/** The product's worker in a process of its own, with the API beside it as `npm start` runs them where it is wanted. */
import { randomBytes } from 'node:crypto';
import { NativeConnection } from '@temporalio/worker';
import { pino } from 'pino';
import { startApi } from '../../src/api/server.js';
import { createCourier } from '../../src/courier.js';
import { openDatabase, type Database } from '../../src/store/database.js';
import { startWorkers } from '../../src/worker.js';
import { serveParent } from './child-process.js';

/** Counts the engine's transactions that have ended. */
const counting = (db: Database) => {
  let steps = 0;
  const counted: Database = {
    ...db,
    asActor: (actor, fn) => db.asActor(actor, fn).finally(() => (steps += 1)),
  };
  return { counted, steps: () => steps };
};

await serveParent(async ({ databaseUrl, address, namespace, bundlePath, filesDir }) => {
  const db = openDatabase({ url: databaseUrl });
  const { counted, steps } = counting(db);
  const courier = createCourier({
    address,
    namespace,
    onTrouble: (what, error) => console.error(what, error),
  });
  const connection = await NativeConnection.connect({ address });
  const workers = await startWorkers({
    ...{ connection, namespace, courier, db: counted },
    ...{ mailer: null, robots: null, mailDomain: 'example.org', bundle: { codePath: bundlePath } },
  });
  const api =
    filesDir === null
      ? null
      : await startApi({
          ...{ databaseUrl, courier, filesDir, host: '127.0.0.1', port: 0 },
          logger: pino({ level: 'warn' }),
          sessionSecret: randomBytes(32).toString('hex'),
          limits: { requestsPerMinute: null },
        });
  return {
    apiUrl: api?.url ?? null,
    steps,
    answer: ({ kind }) => Promise.reject(new Error(`the product is not asked to ${kind}`)),
    stop: async () => {
      await api?.stop(1_000);
      await workers.stop();
      await courier.close();
      await connection.close();
      await db.close();
    },
  };
});
