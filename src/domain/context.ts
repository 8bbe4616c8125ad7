/** Under which policy and calendar something is decided. */
import type { Calendar } from './calendar.js';
import type { Instant } from './instants.js';
import type { ItemState } from './item.js';
import type { Rules } from './ladder.js';
import type { Policy } from './policy.js';

/** Versions of a plan's calendar. */
export type CalendarBook = ReadonlyMap<number, Calendar>;

export interface Context {
  readonly calendars: CalendarBook;
  /** The version new hand-outs take. */
  readonly calendarVersion: number;
  /** The policy new hand-outs take. */
  readonly policy: Policy;
  /** Ids of the plan's units; absent = whatever is named is one. */
  readonly units?: ReadonlySet<string>;
  /**
   * When an alarm is recorded that was due at `due`: live plans say the instant they got to it, rehearsals say
   * `due`, since a jump is not downtime.
   */
  readonly recordedAt: (due: Instant) => Instant;
}

/** Policy and calendar the item runs under. Throws when the book lacks its calendar: that is a bug, not a refusal. */
export const rulesFor = (state: Pick<ItemState, 'policy' | 'calendarVersion'>, context: Context): Rules => {
  const calendar = context.calendars.get(state.calendarVersion);
  if (!calendar) throw new Error(`calendar version ${state.calendarVersion} is not in the book`);
  return { policy: state.policy, calendar };
};
