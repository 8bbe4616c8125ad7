/** Promise: units in the order that is asked for; what is alike, and what has no figure yet, stays in the order it came in, the latter last. */
import type { Board } from '../../data/contract';

type UnitOutcome = Board['units'][number];

export interface UnitRow extends UnitOutcome {
  /** Shares of accepted milestones; null = none accepted. */
  readonly onTimeFirst: number | null;
  readonly onTimeCurrent: number | null;
}

export const columns = [
  'onTimeFirst',
  'onTimeCurrent',
  'items',
  'overdue',
  'daysOver',
  'listed',
  'returned',
] as const;
export type Column = (typeof columns)[number];

export interface UnitOrder {
  readonly by: Column;
  readonly falling: boolean;
}

/** From the address; the share by the first due date, best first, where it names none. */
export const orderIn = (search: URLSearchParams): UnitOrder => {
  const by = columns.find((column) => column === search.get('by')) ?? 'onTimeFirst';
  return { by, falling: search.get('falling') !== 'false' };
};

/** Pressing a column turns its order round, another column starts with its highest. */
export const pressed = (order: UnitOrder, by: Column): UnitOrder => ({
  by,
  falling: order.by === by ? !order.falling : true,
});

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

export const rowsFor = (outcomes: readonly UnitOutcome[]): UnitRow[] =>
  outcomes.map((outcome) => ({
    ...outcome,
    onTimeFirst: share(outcome.onTimeByFirstDue, outcome.accepted),
    onTimeCurrent: share(outcome.onTimeByCurrentDue, outcome.accepted),
  }));

export const sorted = (rows: readonly UnitRow[], { by, falling }: UnitOrder): UnitRow[] =>
  [...rows].sort((a, b) => {
    const [left, right] = [a[by], b[by]];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return falling ? right - left : left - right;
  });
