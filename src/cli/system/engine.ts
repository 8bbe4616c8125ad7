/** What runs on the services: worker, API and watch in one process, stopped in the order that loses nothing. */
import { join } from 'node:path';
import { NativeConnection } from '@temporalio/worker';
import { Connection } from '@temporalio/client';
import type { Logger } from 'pino';
import { createMailer, mailDomainOf } from '../../activities/mailer.js';
import { startApi } from '../../api/server.js';
import type { Config } from '../../config.js';
import { createCourier } from '../../courier.js';
import { registerSearchAttributes } from '../../local/search-attributes.js';
import type { Log } from '../../local/progress.js';
import { openDatabase } from '../../store/database.js';
import { restoreWorkflows } from '../../watch/restore.js';
import { keepWatch } from '../../watch/watch.js';
import { startWorkers } from '../../worker.js';
import { searchAttributes } from '../../workflows/messages.js';
import type { TemporalService } from './services.js';

export interface Engine {
  readonly apiUrl: string;
  /** Rejects or resolves only when a worker ends unasked. */
  readonly lost: Promise<string>;
  stop(): Promise<void>;
}

export interface EngineOptions {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly temporal: TemporalService;
  readonly sessionSecret: string;
  readonly logger: Logger;
  readonly log: Log;
}

const watchEveryMs = 10_000;
const toleranceMs = 10_000;
const patienceMs = 20_000;

type Stop = () => Promise<void>;

/** Stops what was started, last first, each even if another fails. */
const stopAll = async (stops: Stop[]): Promise<void> => {
  for (let stop = stops.pop(); stop; stop = stops.pop()) await stop().catch(() => undefined);
};

export const startEngine = async (options: EngineOptions): Promise<Engine> => {
  const stops: Stop[] = [];
  try {
    return await start(options, stops);
  } catch (error) {
    await stopAll(stops);
    throw error;
  }
};

const start = async (
  { config, databaseUrl, temporal, sessionSecret, logger, log }: EngineOptions,
  stops: Stop[],
): Promise<Engine> => {
  const { address, namespace } = temporal;
  const external = config.temporal.kind === 'external' ? config.temporal.connection : undefined;
  const trouble = (what: string, error: unknown): void => logger.warn({ err: error }, what);

  const operator = await Connection.connect({ ...external, address });
  await registerSearchAttributes(operator, namespace, searchAttributes);
  await operator.close();

  const db = openDatabase({ url: databaseUrl });
  stops.push(() => db.close());
  const courier = createCourier({ address, namespace, connection: external, onTrouble: trouble });
  stops.push(() => courier.close());
  const native = await NativeConnection.connect({ ...external, address });
  stops.push(() => native.close());

  log('worker: bundling the workflows');
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
  stops.push(() => workers.stop());
  const untold = await restoreWorkflows(db, courier);
  log(`worker: running${untold.length > 0 ? `; ${untold.length} workflows are left to the watch` : ''}`);

  const api = await startApi({
    databaseUrl,
    courier,
    filesDir: join(config.home, 'files'),
    host: config.host,
    port: config.port,
    logger,
    sessionSecret,
    limits: { maxFileBytes: config.uploads.maxFileBytes, maxFiles: config.uploads.maxFilesPerSubmission },
  });
  stops.push(() => api.stop());

  const watch = keepWatch({
    db,
    courier,
    alarm: (text) => Promise.resolve(logger.error(text)),
    toleranceMs,
    patienceMs,
    everyMs: watchEveryMs,
    clock: Date.now,
    onTrouble: (error) => trouble('watch', error),
  });
  stops.push(() => watch.stop());
  const lost = workers.stopped.then(
    () => 'the worker ended',
    (error: unknown) => `the worker failed: ${String(error)}`,
  );
  return { apiUrl: api.url, lost, stop: () => stopAll(stops) };
};
