/** The reference: bare Temporal workflows that do the same transaction as the product and nothing else. */
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineUpdate,
  proxyLocalActivities,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { ReferenceActivities } from './reference-activities.js';

const { begun, recordAlarm, recordCommand } = proxyLocalActivities<ReferenceActivities>({
  startToCloseTimeout: '30s',
  retry: { maximumAttempts: 3, initialInterval: '200ms' },
});

/** Sleeps until the item is due (wall clock), then writes what follows. */
export const alarm = async (item: string, dueAt: number): Promise<void> => {
  await begun();
  await sleep(Math.max(1, dueAt - Date.now()));
  await recordAlarm(item);
};

export const give = defineUpdate<void, [submission: string, step: number]>('give');

/** As the product does, it begins a new run after 500 events. */
export const commands = async (item: string): Promise<void> => {
  setHandler(give, (submission, step) => recordCommand(item, submission, step));
  await condition(() => workflowInfo().historyLength > 500 && allHandlersFinished());
  await continueAsNew<typeof commands>(item);
};
