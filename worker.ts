/** Promise: one process that keeps what is promised, from configuration to an orderly end. */
import { pino } from 'pino';
import { loadConfig } from './src/config.js';
import { installRuntime, startWorking } from './src/cli/system/working.js';

const run = async (): Promise<void> => {
  const { database, temporal, mail, webhooks, logLevel } = loadConfig();
  if (temporal.kind !== 'external' || database.kind !== 'external')
    throw new Error(
      'A worker by itself needs TEMPORAL_ADDRESS and DATABASE_URL; `npm start` runs everything on one machine.',
    );
  const logger = pino({ level: logLevel });
  installRuntime(logger, true);
  const working = await startWorking({ databaseUrl: database.url, ...temporal, mail, webhooks, logger });
  logger.info({ address: temporal.address }, 'working');
  try {
    // The runtime stops the workers on SIGINT and SIGTERM.
    await working.stopped;
  } finally {
    await working.stop();
  }
};

await run();
