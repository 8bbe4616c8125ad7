/** Promise: once started it serves until told to stop, and then answers what it has begun before it lets go. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { Logger } from 'pino';
import { noChannels, type ChannelRules } from '../domain/channels.js';
import type { Instant } from '../domain/instants.js';
import { openDatabase } from '../store/database.js';
import { openFileBytes } from '../store/file-bytes.js';
import { createApp } from './app.js';
import { defaultLimits, type Limits, type Messenger } from './deps.js';

export interface ApiOptions {
  readonly databaseUrl: string;
  readonly courier: Messenger;
  /** Where uploaded bytes lie. */
  readonly filesDir: string;
  readonly host: string;
  /** 0 = any free one. */
  readonly port: number;
  readonly logger: Logger;
  /** The same for every process of an installation, and kept over restarts. */
  readonly sessionSecret: string;
  readonly secureCookies?: boolean;
  readonly trustedProxies?: number;
  readonly limits?: Partial<Limits>;
  /** Which robots persons may have; none where nothing is said. */
  readonly channels?: ChannelRules;
  readonly webDir?: string | null;
  readonly now?: () => Instant;
  readonly poolMax?: number;
}

export interface RunningApi {
  readonly url: string;
  /** Takes nothing new, finishes what it has begun within `graceMs`, then lets go of everything. */
  stop(graceMs?: number): Promise<void>;
}

const sessionPool = (url: string, logger: Logger): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    options: '-c role=duzhan_writer',
    connectionTimeoutMillis: 5_000,
    allowExitOnIdle: true,
  });
  // Without a listener a connection that dies while idle would end the process.
  pool.on('error', (error) => logger.warn({ err: error }, 'an idle connection was lost'));
  return pool;
};

const listen = (server: Server, port: number, host: string): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });

const drain = (server: Server, graceMs: number): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });

export const startApi = async (options: ApiOptions): Promise<RunningApi> => {
  const { databaseUrl, logger } = options;
  const db = openDatabase({
    url: databaseUrl,
    ...(options.poolMax === undefined ? {} : { poolMax: options.poolMax }),
  });
  const pool = sessionPool(databaseUrl, logger);
  const app = createApp({
    db,
    pool,
    courier: options.courier,
    bytes: await openFileBytes(options.filesDir),
    logger,
    now: options.now ?? (() => Date.now()),
    sessionSecret: options.sessionSecret,
    secureCookies: options.secureCookies ?? false,
    trustedProxies: options.trustedProxies ?? 0,
    limits: { ...defaultLimits, ...options.limits },
    channels: options.channels ?? noChannels,
    webDir: options.webDir ?? null,
  });
  const server = createServer(app.handler);
  const { address, port, family } = await listen(server, options.port, options.host);
  const host = family === 'IPv6' ? `[${address}]` : address;
  const stop = async (graceMs: number): Promise<void> => {
    await drain(server, graceMs);
    await app.close();
    await pool.end();
    await db.close();
  };
  let stopped: Promise<void> | undefined;
  return { url: `http://${host}:${port}`, stop: (graceMs = 10_000) => (stopped ??= stop(graceMs)) };
};
