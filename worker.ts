/** Promise: one process that keeps what is promised, from configuration to an orderly end. */
import { DefaultLogger, NativeConnection, Runtime, type LogLevel } from '@temporalio/worker';
import { Connection } from '@temporalio/client';
import { pino } from 'pino';
import { createMailer, mailDomainOf } from './src/activities/mailer.js';
import { loadConfig } from './src/config.js';
import { createCourier } from './src/courier.js';
import { registerSearchAttributes } from './src/local/search-attributes.js';
import { openDatabase } from './src/store/database.js';
import { startWorkers } from './src/worker.js';
import { searchAttributes } from './src/workflows/messages.js';

const levels: Readonly<Record<LogLevel, 'trace' | 'debug' | 'info' | 'warn' | 'error'>> = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
};

const run = async (): Promise<void> => {
  const config = loadConfig();
  if (config.temporal.kind !== 'external' || config.database.kind !== 'external')
    throw new Error(
      'A worker by itself needs TEMPORAL_ADDRESS and DATABASE_URL; `npm start` runs everything on one machine.',
    );
  const { address, namespace, connection } = config.temporal;
  const log = pino({ level: config.logLevel });
  Runtime.install({
    logger: new DefaultLogger('INFO', ({ level, message, meta }) => log[levels[level]](meta ?? {}, message)),
  });

  const client = await Connection.connect({ ...connection, address });
  await registerSearchAttributes(client, namespace, searchAttributes);
  await client.close();

  const native = await NativeConnection.connect({ ...connection, address });
  const db = openDatabase({ url: config.database.url });
  const courier = createCourier({
    address,
    namespace,
    connection,
    onTrouble: (what, error) => log.warn({ err: error }, what),
  });
  const { smtpUrl, from } = config.mail;
  const mailer = smtpUrl === undefined ? null : createMailer({ smtpUrl, from });
  const workers = await startWorkers({
    connection: native,
    namespace,
    db,
    courier,
    mailer,
    mailDomain: mailDomainOf(from),
  });
  try {
    // The runtime stops the workers on SIGINT and SIGTERM.
    await workers.stopped;
  } finally {
    await courier.close();
    await native.close();
    await db.close();
  }
};

await run();
