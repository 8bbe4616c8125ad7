/** The API in a process of its own, with the watch beside it as everywhere. */
import { pino } from 'pino';
import { startApi } from '../../../src/api/server.js';
import { createCourier } from '../../../src/courier.js';
import { openDatabase } from '../../../src/store/database.js';
import { keepWatch } from '../../../src/watch/watch.js';
import { serve } from './start.js';

const logger = pino({ level: 'error' });

await serve(async ({ databaseUrl, address, namespace, filesDir, port, sessionSecret }) => {
  const courier = createCourier({ address, namespace });
  await startApi({
    ...{ databaseUrl, courier, filesDir, host: '127.0.0.1', port, logger, sessionSecret },
    limits: { requestsPerMinute: null, commandWaitMs: 2_000 },
  });
  keepWatch({
    db: openDatabase({ url: databaseUrl, poolMax: 2 }),
    courier,
    alarm: (text) => Promise.resolve(logger.error(text)),
    toleranceMs: 10_000,
    patienceMs: 20_000,
    everyMs: 10_000,
    clock: Date.now,
    onTrouble: () => undefined,
  });
  return { ended: new Promise<never>(() => undefined) };
});
