/**
 * Promise: what is asked of a plan as a whole (its clock, calendar, policy) is carried through for every item, however
 * often the process that does it dies.
 *
 * A step may take minutes (a rehearsal walks years), so it is an ordinary activity that reports how far it has come.
 */
import { proxyActivities, setCurrentDetails } from '@temporalio/workflow';
import type { Activities } from '../activities/index.js';
import type { PlanStanding } from '../activities/standings.js';
import { planCommands } from './messages.js';
import { supervise } from './supervise.js';

const { settlePlan } = proxyActivities<Pick<Activities, 'settlePlan'>>({
  startToCloseTimeout: '1h',
  // How long a dead worker keeps a storm waiting; a step says several times in between that it is alive.
  heartbeatTimeout: '6s',
  retry: { maximumAttempts: 5, initialInterval: '500ms', maximumInterval: '10s' },
});

export const plan = (id: string): Promise<void> =>
  supervise<PlanStanding>({
    id,
    commands: planCommands,
    settle: settlePlan,
    show: ({ planNow }) =>
      setCurrentDetails(`plan time was ${new Date(planNow).toISOString()} when last settled`),
    waitingFor: () => 'many items due together',
  });
