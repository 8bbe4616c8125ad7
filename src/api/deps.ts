/** What the API is made of; the composition root hands it over, routes take what they need. */
import type pg from 'pg';
import type { Logger } from 'pino';
import type { Courier } from '../courier.js';
import type { ChannelRules } from '../domain/channels.js';
import type { Instant } from '../domain/instants.js';
import type { Database } from '../store/database.js';
import type { FileBytes } from '../store/file-bytes.js';
import type { Lockout } from './lockout.js';
import type { WholePlans } from './whole-plans.js';

/** The part of the courier the API needs. */
export type Messenger = Pick<Courier, 'submit' | 'wake' | 'reachable'>;

export interface Limits {
  readonly bodyBytes: number;
  readonly maxFileBytes: number;
  readonly maxFiles: number;
  /** Of one address; null = unlimited. */
  readonly requestsPerMinute: number | null;
  /** How long an answer waits for a decision before it says 202. */
  readonly commandWaitMs: number;
}

export const defaultLimits: Limits = {
  bodyBytes: 256 * 1024,
  maxFileBytes: 50 * 1024 * 1024,
  maxFiles: 20,
  requestsPerMinute: null,
  commandWaitMs: 5_000,
};

export interface AppDeps {
  readonly db: Database;
  /** For sessions and counted sign-ins. */
  readonly pool: pg.Pool;
  readonly courier: Messenger;
  readonly bytes: FileBytes;
  readonly logger: Logger;
  /** Wall clock. */
  readonly now: () => Instant;
  readonly sessionSecret: string;
  readonly secureCookies: boolean;
  /** How many proxies stand before this process. */
  readonly trustedProxies: number;
  readonly limits: Limits;
  /** Which robots persons may have. */
  readonly channels: ChannelRules;
  /** Folder of the built pages; null = the API alone. */
  readonly webDir: string | null;
}

export interface ApiContext extends AppDeps {
  readonly lockout: Lockout;
  readonly wholePlans: WholePlans;
}
