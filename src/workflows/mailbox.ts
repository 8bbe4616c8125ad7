/**
 * Promise: one person's outgoing messages leave when they are due, one after another, and wait while the mail server
 * is away. It ends when nothing waits; whoever commits a notice wakes it.
 */
import { proxyActivities, setCurrentDetails } from '@temporalio/workflow';
import type { Activities } from '../activities/index.js';
import type { MailboxStanding } from '../activities/standings.js';
import { supervise } from './supervise.js';

const { deliver } = proxyActivities<Pick<Activities, 'deliver'>>({
  startToCloseTimeout: '10m',
  heartbeatTimeout: '2m',
  // Temporary refusals are failures: the policy is how often we knock again.
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '10m' },
});

export const mailbox = (id: string): Promise<void> =>
  supervise<MailboxStanding>({
    id,
    commands: [],
    settle: deliver,
    show: ({ wakeAt }) =>
      setCurrentDetails(
        wakeAt === null ? 'nothing waits' : `next message at ${new Date(wakeAt).toISOString()}`,
      ),
    waitingFor: () => 'the next message',
  });
