/** A worker with everything it stands on, from settings to an orderly end: in a process of its own or beside the API. */
import {
  DefaultLogger,
  makeTelemetryFilterString,
  NativeConnection,
  Runtime,
  type LogLevel,
} from '@temporalio/worker';
import { Connection } from '@temporalio/client';
import type { Logger } from 'pino';
import { createMailer, mailDomainOf } from '../../activities/mailer.js';
import { createRobots } from '../../activities/webhook.js';
import type { Config } from '../../config.js';
import { createCourier, type Courier } from '../../courier.js';
import { registerSearchAttributes } from '../../local/search-attributes.js';
import { openDatabase, type Database } from '../../store/database.js';
import { startWorkers } from '../../worker.js';
import { searchAttributes } from '../../workflows/messages.js';

export interface Working {
  readonly db: Database;
  readonly courier: Courier;
  /** Settles when the workers have stopped; rejects when one fails. */
  readonly stopped: Promise<void>;
  stop(): Promise<void>;
}

export interface WorkingOptions {
  readonly databaseUrl: string;
  readonly address: string;
  readonly namespace: string;
  /** TLS, API key and headers, where the server wants them. */
  readonly connection: Extract<Config['temporal'], { readonly kind: 'external' }>['connection'] | undefined;
  readonly mail: Config['mail'];
  readonly webhooks: Config['webhooks'];
  readonly logger: Logger;
}

const levels: Readonly<Record<LogLevel, 'trace' | 'debug' | 'info' | 'warn' | 'error'>> = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
};

/** Once a process, before anything of the SDK is used: its own talk goes where ours goes. */
export const installRuntime = (logger: Logger, stopsOnSignals: boolean): void => {
  Runtime.install({
    ...(stopsOnSignals ? {} : { shutdownSignals: [] }),
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'WARN' }), forward: {} } },
    logger: new DefaultLogger('WARN', ({ level, message, meta }) =>
      logger[levels[level]](meta ?? {}, message),
    ),
  });
};

type Stop = () => Promise<void>;

/** Stops what was started, last first, each even if another fails. */
export const stopAll = async (stops: Stop[]): Promise<void> => {
  for (let stop = stops.pop(); stop; stop = stops.pop()) await stop().catch(() => undefined);
};

export const startWorking = async (options: WorkingOptions): Promise<Working> => {
  const { databaseUrl, address, namespace, connection, mail, webhooks, logger } = options;
  const operator = await Connection.connect({ ...connection, address });
  await registerSearchAttributes(operator, namespace, searchAttributes);
  await operator.close();

  const stops: Stop[] = [];
  try {
    const db = openDatabase({ url: databaseUrl });
    stops.push(() => db.close());
    const onTrouble = (what: string, error: unknown): void => logger.warn({ err: error }, what);
    const courier = createCourier({ address, namespace, connection, onTrouble });
    stops.push(() => courier.close());
    const native = await NativeConnection.connect({ ...connection, address });
    stops.push(() => native.close());
    const mailer =
      mail.smtpUrl === undefined ? null : createMailer({ smtpUrl: mail.smtpUrl, from: mail.from });
    const robots = createRobots({ ...webhooks, clock: Date.now });
    const mailDomain = mailDomainOf(mail.from);
    const posts = { mailer, robots, mailDomain };
    const workers = await startWorkers({ connection: native, namespace, db, courier, ...posts });
    stops.push(() => workers.stop());
    return { db, courier, stopped: workers.stopped, stop: () => stopAll(stops) };
  } catch (error) {
    await stopAll(stops);
    throw error;
  }
};
