/**
 * Promise: one task item is supervised from hand-out to strike-off (直至办结), for years, and never forgotten.
 *
 * The item's story, and the file in `src/domain` that decides each step:
 *  1. It is registered; the case officer owes the hand-out ........... register, decide/handing-out
 *  2. Dispatched: its dates are in force, the unit owes a receipt ...... decide/handing-out
 *  3. Signed for, broken down into milestones by the unit, approved .... decide/breaking-down
 *  4. Reports and evidence come in, are accepted or returned ........... decide/working
 *  5. Dates are moved, work is suspended and resumed, on request ....... decide/time
 *  6. A date passes: reminder, overdue, urges, letter, listing ......... alarms, ladder
 *  7. Listed items owe a plan and stand before the leaders until done .. decide/enforcement
 *  8. Done measures are struck off, the item is closed with two keys ... decide/ending
 * Who owes the next step at any time: cases, owing. Who is told: told, notices.
 *
 * None of it happens here: every step is one `settle`, in one transaction, with the row locked. This workflow waits
 * for the next alarm the last `settle` promised, or for a command, and shows operators how the item stands.
 */
import { log, proxyLocalActivities, setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { Activities } from '../activities/index.js';
import type { ItemStanding } from '../activities/standings.js';
import {
  itemCommands,
  levelAttribute,
  lightAttribute,
  nextAlarmAttribute,
  planAttribute,
} from './messages.js';
import { supervise } from './supervise.js';

const { settleItem } = proxyLocalActivities<Pick<Activities, 'settleItem'>>({
  startToCloseTimeout: '30s',
  // While Postgres is away a waiting local activity writes history all the time: give up soon, wait on a timer.
  retry: { maximumAttempts: 3, initialInterval: '200ms' },
});

export const taskItem = async (id: string): Promise<void> => {
  await supervise<ItemStanding>({
    id,
    commands: itemCommands,
    settle: settleItem,
    show: createShow(),
    waitingFor: ({ nextAlarm }) => nextAlarm?.key ?? 'a date to pass',
  });
  log.info('nothing is due any more');
};

/** Attributes cost an event of history each time: only what changed is written. */
const createShow = () => {
  let shown = '';
  return (standing: ItemStanding): void => {
    setCurrentDetails(describe(standing));
    const next = `${standing.light} ${standing.level} ${standing.nextAlarm?.at ?? ''}`;
    if (next === shown) return;
    shown = next;
    upsertSearchAttributes([
      { key: planAttribute, value: standing.planId },
      { key: lightAttribute, value: standing.light },
      { key: levelAttribute, value: standing.level },
      { key: nextAlarmAttribute, value: standing.nextAlarm ? new Date(standing.nextAlarm.at) : null },
    ]);
  };
};

const describe = (standing: ItemStanding): string =>
  [
    `**${standing.lifecycle}**${standing.suspended ? ', suspended' : ''}: light ${standing.light}, level ${standing.level}`,
    `milestones open ${standing.openMilestones}, overdue ${standing.overdueMilestones}`,
    `owed by: ${standing.owes.join(', ') || 'nobody'}`,
    `next: ${standing.nextAlarm ? `${standing.nextAlarm.key} at ${new Date(standing.nextAlarm.at).toISOString()} (plan time)` : 'nothing'}`,
    `version ${standing.version}`,
  ].join('\n\n');
