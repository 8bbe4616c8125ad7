/** Promise: units are ranked by what came of their work, and those with nothing accepted yet stand last in the plan's order. */
import type { Board } from '../../data/contract';

export type UnitOutcome = Board['units'][number];

/** Share of accepted milestones whose evidence came by the first due date; null = none accepted. */
export const onTimeShare = ({ accepted, onTimeByFirstDue }: UnitOutcome): number | null =>
  accepted === 0 ? null : onTimeByFirstDue / accepted;

export interface Ends {
  readonly first: readonly UnitOutcome[];
  /** How many stand between. */
  readonly between: number;
  readonly last: readonly UnitOutcome[];
}

/** Both ends of a ranking too long to show: who does best, and who needs looking at. */
export const endsOf = (units: readonly UnitOutcome[], most: number): Ends => {
  if (units.length <= most) return { first: units, between: 0, last: [] };
  const firstRows = Math.floor((most - 1) / 2);
  const lastRows = most - 1 - firstRows;
  return {
    first: units.slice(0, firstRows),
    between: units.length - firstRows - lastRows,
    last: units.slice(-lastRows),
  };
};

/** Best first; alike in share, whoever has less overdue and fewer returns. */
export const ranked = (units: readonly UnitOutcome[]): UnitOutcome[] =>
  [...units].sort(
    (a, b) =>
      (onTimeShare(b) ?? -1) - (onTimeShare(a) ?? -1) ||
      a.overdue - b.overdue ||
      a.returned - b.returned ||
      b.accepted - a.accepted,
  );
