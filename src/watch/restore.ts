/** Promise: after a start every item, plan and waiting mailbox has its workflow, also on a Temporal that lost all. */
import { wakeAll, type Courier, type Target } from '../courier.js';
import type { Database } from '../store/database.js';
import { keepers } from '../store/promises.js';

/** Starting a workflow is restoring it. Returns those that could not be told. */
export const restoreWorkflows = async (db: Database, courier: Courier): Promise<readonly Target[]> =>
  wakeAll(courier, await db.asActor({ system: 'watch' }, keepers));
