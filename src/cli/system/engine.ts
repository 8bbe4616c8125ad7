/** What runs on the services: worker, API and watch in one process, stopped in the order that loses nothing. */
import { join } from 'node:path';
import type { Logger } from 'pino';
import { startApi } from '../../api/server.js';
import type { Config } from '../../config.js';
import type { Log } from '../../local/progress.js';
import { restoreWorkflows } from '../../watch/restore.js';
import { keepWatch } from '../../watch/watch.js';
import type { TemporalService } from './services.js';
import { startWorking, stopAll } from './working.js';

export interface Engine {
  readonly apiUrl: string;
  /** Resolves only when a worker ends unasked. */
  readonly lost: Promise<string>;
  stop(): Promise<void>;
}

export interface EngineOptions {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly temporal: TemporalService;
  readonly sessionSecret: string;
  /** Where the built pages lie; null = the API alone. */
  readonly webDir: string | null;
  readonly logger: Logger;
  readonly log: Log;
}

const watchEveryMs = 10_000;
const toleranceMs = 10_000;
const patienceMs = 20_000;

export const startEngine = async (options: EngineOptions): Promise<Engine> => {
  const stops: (() => Promise<void>)[] = [];
  try {
    return await start(options, stops);
  } catch (error) {
    await stopAll(stops);
    throw error;
  }
};

const start = async (
  { config, databaseUrl, temporal, sessionSecret, webDir, logger, log }: EngineOptions,
  stops: (() => Promise<void>)[],
): Promise<Engine> => {
  log('worker: bundling the workflows');
  const working = await startWorking({
    databaseUrl,
    address: temporal.address,
    namespace: temporal.namespace,
    connection: config.temporal.kind === 'external' ? config.temporal.connection : undefined,
    mail: config.mail,
    webhooks: config.webhooks,
    logger,
  });
  stops.push(() => working.stop());
  const { db, courier } = working;
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
    webDir,
    channels: config.webhooks,
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
    onTrouble: (error) => logger.warn({ err: error }, 'watch'),
  });
  stops.push(() => watch.stop());
  const lost = working.stopped.then(
    () => 'the worker ended',
    (error: unknown) => `the worker failed: ${String(error)}`,
  );
  return { apiUrl: api.url, lost, stop: () => stopAll(stops) };
};
