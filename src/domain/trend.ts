/** A plan's counts day by day, from what each day changed. */
import { dateOfDay, type IsoDate } from './instants.js';

export interface WallCounts {
  readonly items: number;
  readonly red: number;
  readonly yellow: number;
  readonly listed: number;
  readonly closed: number;
}

/** By how much the counts changed on a day, given by its number. */
export interface DayChange extends WallCounts {
  readonly day: number;
}

export interface DayCounts extends WallCounts {
  readonly date: IsoDate;
}

/** What the counts were when a day ended, of days that changed one; `changes` in order of their days. */
export const runningCounts = (changes: readonly DayChange[]): readonly DayCounts[] => {
  let counts: WallCounts = { items: 0, red: 0, yellow: 0, listed: 0, closed: 0 };
  return changes.flatMap(({ day, ...change }) => {
    const names = Object.keys(counts) as (keyof WallCounts)[];
    if (names.every((name) => change[name] === 0)) return [];
    counts = {
      items: counts.items + change.items,
      red: counts.red + change.red,
      yellow: counts.yellow + change.yellow,
      listed: counts.listed + change.listed,
      closed: counts.closed + change.closed,
    };
    return [{ date: dateOfDay(day), ...counts }];
  });
};
