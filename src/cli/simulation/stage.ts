/** The real API, workers and store on given services, with a clock that stands still: only what is played moves time. */
import { randomBytes } from 'node:crypto';
import { NativeConnection, type WorkflowBundleOption } from '@temporalio/worker';
import type { Logger } from 'pino';
import { startApi } from '../../api/server.js';
import { createCourier } from '../../courier.js';
import { dayMs, type Instant } from '../../domain/instants.js';
import type { PlanDocument } from '../../domain/plan.js';
import { generatePassword } from '../../intake/passwords.js';
import { openDatabase } from '../../store/database.js';
import { importPlan } from '../../store/import-plan.js';
import { startWorkers } from '../../worker.js';
import { Client } from '../scenario/client.js';
import { fillPosts } from '../system/people.js';
import { stopAll } from '../system/working.js';
import type { Ground } from './ground.js';

export interface Stage {
  readonly url: string;
  /** Of every account. */
  readonly password: string;
  /** Speaks as everybody who has an account. */
  readonly client: Client;
  /** Takes a plan over as a rehearsal that begins at the instant. */
  take(document: PlanDocument, startAt: Instant): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions extends Pick<Ground, 'databaseUrl' | 'address' | 'namespace' | 'filesDir'> {
  readonly logger: Logger;
  readonly bundle?: WorkflowBundleOption;
  /** Where built pages lie; none where nothing is said. */
  readonly webDir?: string;
}

/** Long enough for any decision: what is answered before it is decided would have to be asked after. */
const commandWaitMs = 60_000;

export const openStage = async (options: StageOptions): Promise<Stage> => {
  const stops: (() => Promise<void>)[] = [];
  try {
    return await open(options, stops);
  } catch (error) {
    await stopAll(stops);
    throw error;
  }
};

const open = async (
  { databaseUrl, address, namespace, filesDir, logger, bundle, webDir }: StageOptions,
  stops: (() => Promise<void>)[],
): Promise<Stage> => {
  // A day ahead of the machine's clock, by which timers run: none of them fires while a scenario is played.
  const standstill = Date.now() + dayMs;
  const clock = (): Instant => standstill;
  const db = openDatabase({ url: databaseUrl });
  stops.push(() => db.close());
  const courier = createCourier({ address, namespace });
  stops.push(() => courier.close());
  const connection = await NativeConnection.connect({ address });
  stops.push(() => connection.close());
  const workers = await startWorkers({
    connection,
    namespace,
    db,
    courier,
    clock,
    mailer: null,
    robots: null,
    mailDomain: 'rehearsal.invalid',
    lanes: ['rehearsal'],
    ...(bundle ? { bundle } : {}),
  });
  workers.stopped.catch(() => undefined);
  stops.push(() => workers.stop());
  const secrets = {
    sessionSecret: randomBytes(32).toString('hex'),
    rehearsalPassword: generatePassword(),
  };
  const api = await startApi({
    databaseUrl,
    courier,
    filesDir,
    host: '127.0.0.1',
    port: 0,
    logger,
    sessionSecret: secrets.sessionSecret,
    now: clock,
    limits: { commandWaitMs },
    webDir: webDir ?? null,
  });
  stops.push(() => api.stop(1_000));
  return {
    url: api.url,
    password: secrets.rehearsalPassword,
    client: new Client(api.url, secrets.rehearsalPassword),
    take: async (document, startAt) => {
      await fillPosts(db, document, 'rehearsal', { secrets, fresh: false }, filesDir);
      const { kind } = await db.asActor({ system: 'import' }, (tx) =>
        importPlan(tx, document, { kind: 'rehearsal', now: clock(), startAt }),
      );
      if (kind !== 'imported') throw new Error(`a plan ${document.id} is there already`);
    },
    close: () => stopAll(stops),
  };
};
