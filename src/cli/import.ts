/** Carries out `duzhan plan import`, in the running system or in one that stands still. */
import { loadConfig } from '../config.js';
import { createCourier } from '../courier.js';
import type { PlanDocument } from '../domain/plan.js';
import type { ImportMode } from '../intake/mode.js';
import { migrate, openDatabase } from '../store/database.js';
import { restoreWorkflows } from '../watch/restore.js';
import { runningIn, type Running } from './system/running.js';
import { openSecrets } from './system/secrets.js';
import { bringUpPostgres } from './system/services.js';
import { takeOver } from './system/take-over.js';

export const importPlan = async (document: PlanDocument, mode: ImportMode): Promise<void> => {
  const config = loadConfig();
  const running = await runningIn(config.home);
  const postgres = running
    ? { url: running.databaseUrl, stop: () => Promise.resolve() }
    : await bringUpPostgres(config, (line) => console.error(line));
  try {
    await migrate(postgres.url);
    await importInto(postgres.url, document, mode, config.home, running);
  } finally {
    await postgres.stop();
  }
};

const importInto = async (
  url: string,
  document: PlanDocument,
  mode: ImportMode,
  home: string,
  running: Running | null,
): Promise<void> => {
  const db = openDatabase({ url, poolMax: 2 });
  try {
    const { items, clashes, passwords } = await takeOver(db, document, mode, await openSecrets(home), home);
    if (clashes.length > 0) {
      console.error(
        `Accounts of another plan's posts have the same ids: ${clashes.join(', ')}.\n` +
          'Nothing was changed. A plan of another body needs an installation of its own (DUZHAN_HOME).',
      );
      process.exitCode = 1;
      return;
    }
    if (items === null) {
      console.error(`A plan ${document.id} is there already; nothing was changed.`);
      process.exitCode = 1;
      return;
    }
    if (running) await tellTemporal(running, db);
    const how = mode.kind === 'live' ? 'live' : `as a rehearsal from ${mode.from}`;
    console.log(`${document.id}: ${items} items imported ${how}`);
    if (passwords !== null) console.log(`Passwords of the new accounts: ${passwords}`);
  } finally {
    await db.close();
  }
};

/** Without this the watch would start the workflows when their first promise is late. */
const tellTemporal = async (running: Running, db: Parameters<typeof restoreWorkflows>[0]): Promise<void> => {
  const courier = createCourier({ address: running.temporalAddress, namespace: running.temporalNamespace });
  await restoreWorkflows(db, courier);
  await courier.close();
};
