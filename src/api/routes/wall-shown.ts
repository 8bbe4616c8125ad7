/** The wall as answers show it: its counts, its units, its items. */
import type { z } from 'zod';
import type { CalendarBook } from '../../domain/context.js';
import type { Instant } from '../../domain/instants.js';
import { lights } from '../../domain/light.js';
import { daysOverOf } from '../../domain/look.js';
import type { UnitRow } from '../../store/plans.js';
import type { UnitTally, Wall, WallItem, WallTally } from '../../store/views/wall.js';
import type { board, boardCounts, boardItem } from '../contract/board.js';
import type { Names } from '../say.js';

const sumOf = <T>(rows: readonly T[], of: (row: T) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);

export const countsShown = (rows: readonly WallTally[]): z.input<typeof boardCounts> => {
  const items = (isCounted: (row: WallTally) => boolean): number =>
    sumOf(rows.filter(isCounted), (row) => row.items);
  const lit = Object.fromEntries(lights.map((light) => [light, items((row) => row.light === light)]));
  return {
    ...(lit as Record<(typeof lights)[number], number>),
    items: items(() => true),
    suspended: items((row) => row.suspended),
    closed: items((row) => row.lifecycle === 'closed'),
    listed: items((row) => row.level.startsWith('listed')),
    underReview: sumOf(rows, (row) => row.underReview),
    signatures: sumOf(rows, (row) => row.signatures),
  };
};

const calendarOf = (calendars: CalendarBook, version: number) => {
  const calendar = calendars.get(version);
  if (!calendar) throw new Error(`calendar version ${version} is not in the book`);
  return { calendar };
};

interface Then {
  readonly at: Instant;
  readonly calendars: CalendarBook;
}

type UnitShown = z.input<typeof board>['units'][number];

const unitShown = (
  { id, name, kind }: UnitRow,
  rows: readonly UnitTally[],
  returned: number,
  { at, calendars }: Then,
): UnitShown => {
  const overdue = rows.filter(({ overdueSince }) => overdueSince !== null);
  return {
    unit: { id, name },
    kind,
    items: sumOf(rows, ({ items }) => items),
    overdue: sumOf(overdue, ({ items }) => items),
    listed: sumOf(rows, ({ listed }) => listed),
    accepted: sumOf(rows, ({ accepted }) => accepted),
    onTimeByFirstDue: sumOf(rows, (row) => row.onTimeByFirstDue),
    onTimeByCurrentDue: sumOf(rows, (row) => row.onTimeByCurrentDue),
    returned,
    daysOver: sumOf(
      overdue,
      (row) => row.items * daysOverOf(row, at, calendarOf(calendars, row.calendarVersion)),
    ),
  };
};

/** Units that have items, in the plan's order. */
export const unitsShown = (
  units: readonly UnitRow[],
  rows: readonly UnitTally[],
  returns: Wall['returns'],
  then: Then,
): readonly UnitShown[] => {
  const returned = new Map(returns.map((row) => [row.unitId, row.returned]));
  const byUnit = new Map<string, UnitTally[]>(units.map(({ id }) => [id, []]));
  for (const row of rows) byUnit.get(row.unitId)?.push(row);
  return units.flatMap((unit) => {
    const own = byUnit.get(unit.id) ?? [];
    return own.length > 0 ? [unitShown(unit, own, returned.get(unit.id) ?? 0, then)] : [];
  });
};

export const wallItemShown = (
  item: WallItem,
  names: Names,
  { at, calendars }: Then,
): z.input<typeof boardItem> => ({
  id: item.itemId,
  number: item.number,
  section: item.section,
  tile: item.tile,
  title: item.title,
  unit: { id: item.unitId, name: names.unit(item.planId, item.unitId) },
  light: item.light,
  level: item.level,
  lifecycle: item.lifecycle,
  suspended: item.suspended,
  nextDue: item.nextDue,
  daysOver: daysOverOf(item, at, calendarOf(calendars, item.calendarVersion)),
  proposal: item.proposal,
});
