/** What of an item is shown from outside: its colour, level, who owes, and when it next moves by itself. */
import { nextAlarm } from './alarms.js';
import { dateOverAt, isOpen, isOverdue, type ItemState, type Level, type Lifecycle } from './item.js';
import { levelOf } from './level.js';
import { lightOf, type Light } from './light.js';
import { owed } from './owing.js';
import type { Owner } from './cases.js';
import type { Instant } from './instants.js';
import type { Rules } from './ladder.js';

export interface Standing {
  readonly version: number;
  readonly lifecycle: Lifecycle;
  readonly suspended: boolean;
  readonly light: Light;
  readonly level: Level;
  readonly openMilestones: number;
  readonly overdueMilestones: number;
  readonly owes: readonly Owner[];
  /** The promise: when the item next moves by itself, plan time. */
  readonly nextAlarm: { readonly key: string; readonly at: Instant } | null;
  /** Nothing will ever happen by itself again: closed or terminated. */
  readonly done: boolean;
}

export const standingOf = (state: ItemState, now: Instant, rules: Rules): Standing => {
  const alarm = nextAlarm(state, rules);
  return {
    version: state.version,
    lifecycle: state.lifecycle,
    suspended: state.suspendedSince !== null,
    light: lightOf(state, now, rules).light,
    level: levelOf(state),
    openMilestones: state.milestones.filter(isOpen).length,
    overdueMilestones: state.milestones.filter(isOverdue).length,
    owes: [...new Set(owed(state).map(({ by }) => by))],
    nextAlarm: alarm && { key: alarm.key, at: alarm.at },
    done: state.lifecycle === 'closed' || state.lifecycle === 'terminated',
  };
};

/** When a light may next change without an alarm: a date under review or held passes silently. Infinity = never. */
export const nextDateOver = (state: ItemState, after: Instant): Instant =>
  Math.min(
    ...state.milestones
      .filter(isOpen)
      .map(dateOverAt)
      .filter((end) => end > after),
    Infinity,
  );
