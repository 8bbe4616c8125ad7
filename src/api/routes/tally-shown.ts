/** Counts of items as answers show them. */
import type { z } from 'zod';
import { levels, lifecycles } from '../../domain/item.js';
import { lights } from '../../domain/light.js';
import type { TallyRow } from '../../store/views/board.js';
import type { tally } from '../contract/plans.js';

type Tally = z.input<typeof tally>;

const counted = <K extends string>(
  rows: readonly TallyRow[],
  keys: readonly K[],
  of: (row: TallyRow) => K,
): Record<K, number> =>
  Object.fromEntries(
    keys.map((key) => [key, rows.filter((row) => of(row) === key).reduce((sum, row) => sum + row.items, 0)]),
  ) as Record<K, number>;

export const tallyOf = (rows: readonly TallyRow[]): Tally => {
  const sum = (of: (row: TallyRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    items: sum((row) => row.items),
    light: counted(rows, lights, (row) => row.light),
    level: counted(rows, levels, (row) => row.level),
    lifecycle: counted(rows, lifecycles, (row) => row.lifecycle),
    suspended: sum((row) => (row.suspended ? row.items : 0)),
    milestones: {
      total: sum((row) => row.milestonesTotal),
      accepted: sum((row) => row.milestonesAccepted),
      open: sum((row) => row.milestonesOpen),
      overdue: sum((row) => row.milestonesOverdue),
    },
    measures: {
      total: sum((row) => row.measuresTotal),
      done: sum((row) => row.measuresDone),
      struckOff: sum((row) => row.measuresStruckOff),
      waived: sum((row) => row.measuresWaived),
    },
  };
};
