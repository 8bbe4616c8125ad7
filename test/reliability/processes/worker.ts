/** A worker in a process of its own. */
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { createCourier } from '../../../src/courier.js';
import { openDatabase } from '../../../src/store/database.js';
import { startWorkers } from '../../../src/worker.js';
import { serve } from './start.js';

await serve(async ({ databaseUrl, address, namespace, bundlePath }) => {
  Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('ERROR') });
  const { stopped } = await startWorkers({
    connection: await NativeConnection.connect({ address }),
    namespace,
    db: openDatabase({ url: databaseUrl }),
    courier: createCourier({ address, namespace }),
    mailer: null,
    robots: null,
    mailDomain: 'example.org',
    bundle: { codePath: bundlePath },
  });
  return { ended: stopped };
});
