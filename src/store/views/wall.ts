/**
 * Promise: the wall of a plan at any moment, read from the looks its items had, the last of which is how they
 * stand now. A look at the whole wall goes over them once.
 */
import type { PastLook } from '../../domain/as-of.js';
import type { PlanId } from '../../domain/ids.js';
import { dayMs, type IsoDate } from '../../domain/instants.js';
import { levels } from '../../domain/item.js';
import { lights } from '../../domain/light.js';
import type { DayChange } from '../../domain/trend.js';
import type { Tx } from '../database.js';
import { nestedRows, select } from '../rows.js';
import type { TallyRow } from './board.js';
import { allSeen, seenAt, type Glance } from './seen-looks.js';
import { condition, type Condition, type Viewer } from './visible.js';

export interface WallTally extends TallyRow {
  /** Items with evidence that waits to be decided. */
  readonly underReview: number;
  /** Signatures waited for. */
  readonly signatures: number;
  /** Events by then. */
  readonly events: number;
}

/** Items of one unit that went overdue on one day, or those that are not. */
export interface UnitTally {
  readonly unitId: string;
  readonly calendarVersion: number;
  readonly overdueSince: IsoDate | null;
  readonly items: number;
  readonly listed: number;
  /** Milestones; they count for the unit that has the item then. */
  readonly accepted: number;
  readonly onTimeByFirstDue: number;
  readonly onTimeByCurrentDue: number;
}

export interface WallItem extends Omit<PastLook, 'untilAt'> {
  readonly itemId: string;
  readonly planId: PlanId;
  readonly number: number;
  readonly section: number;
  readonly title: string;
  readonly tile: string;
}

export interface Wall {
  readonly tallies: readonly WallTally[];
  readonly units: readonly UnitTally[];
  /** How often each unit's evidence had been returned. */
  readonly returns: readonly { readonly unitId: string; readonly returned: number }[];
  /** The most dangerous items first. */
  readonly items: readonly WallItem[];
  /** Listed items, then those a letter has gone to; gravest first. */
  readonly enforced: readonly WallItem[];
  /** Items in which a signature is waited for, the most dangerous first. */
  readonly awaiting: readonly WallItem[];
}

export interface WallLimits {
  /** Null = items of all sections. */
  readonly section: number | null;
  readonly items: number;
  readonly onRail: number;
}

const sums = [
  ...['milestones_total', 'milestones_accepted', 'milestones_open', 'milestones_overdue'],
  ...['measures_total', 'measures_done', 'measures_struck_off', 'measures_waived', 'signatures'],
]
  .map((column) => `sum(${column}) AS ${column}`)
  .join(', ');

/** Counts by everything items are counted by. */
const tallies = `SELECT section, light, level, lifecycle, suspended, count(*) AS items, ${sums},
  count(*) FILTER (WHERE under_review) AS under_review, sum(seq) AS events FROM seen GROUP BY 1, 2, 3, 4, 5`;

const units = `SELECT unit_id, calendar_version, overdue_since, count(*) AS items,
  count(*) FILTER (WHERE level LIKE 'listed%') AS listed, sum(milestones_accepted) AS accepted,
  sum(on_time_by_first_due) AS on_time_by_first_due, sum(on_time_by_current_due) AS on_time_by_current_due
  FROM seen GROUP BY 1, 2, 3`;

const returns = `SELECT e.unit_id, count(*) AS returned FROM events e JOIN seen ON seen.item_id = e.item_id
  WHERE e.plan_id = ? AND e.type = 'evidenceReturned' AND e.recorded_at <= ? GROUP BY 1`;

const place = (list: readonly string[], column: string): string =>
  `array_position(ARRAY[${list.map((entry) => `'${entry}'`).join(', ')}], ${column})`;
const never = `DATE '9999-12-31'`;
const danger = `${place(lights, 'light')}, ${place([...levels].reverse(), 'level')},
  coalesce(overdue_since, next_due, ${never}), number`;
const gravest = `${place([...levels].reverse(), 'level')}, coalesce(overdue_since, ${never}), number`;

/** What never changes of an item is read for the few that are shown. */
const itemsWhere = (sql: string, order: string): string =>
  `SELECT chosen.*, named.* FROM (SELECT * FROM seen WHERE ${sql} ORDER BY ${order} LIMIT ?) chosen
   CROSS JOIN LATERAL (SELECT title, tile FROM items WHERE id = chosen.item_id) named ORDER BY ${order}`;

const endOfTime = Number.MAX_SAFE_INTEGER;

const partsOf = ({ planId, at }: Glance, { section, items, onRail }: WallLimits) => ({
  tallies: condition(tallies),
  units: condition(units),
  returns: condition(returns, planId, at ?? endOfTime),
  items: condition(itemsWhere('?::int IS NULL OR section = ?', danger), section, section, items),
  enforced: condition(itemsWhere(`level = 'lettered' OR level LIKE 'listed%'`, gravest), onRail),
  awaiting: condition(itemsWhere('signatures > 0', danger), onRail),
});

/** Several answers from the same looks: each is an array of rows. */
const fromLooks = async <P extends string>(
  tx: Tx,
  glance: Glance,
  parts: Readonly<Record<P, Condition>>,
): Promise<Readonly<Record<P, readonly object[]>>> => {
  const seen = seenAt(glance);
  const asked = Object.entries<Condition>(parts);
  const answers = asked.map(
    ([name, { sql }]) => `coalesce((SELECT json_agg(part) FROM (${sql}) part), '[]') AS ${name}`,
  );
  const [row] = await select<Record<P, readonly object[]>>(
    tx,
    `WITH seen AS (${seen.sql}) SELECT ${answers.join(', ')}`,
    [...seen.bindings, ...asked.flatMap(([, { bindings }]) => bindings)],
  );
  if (!row) throw new Error('a wall without a row');
  return row;
};

export const wallOf = async (tx: Tx, glance: Glance, limits: WallLimits): Promise<Wall> => {
  const found = await fromLooks(tx, glance, partsOf(glance, limits));
  return {
    tallies: nestedRows(found.tallies),
    units: nestedRows(found.units),
    returns: nestedRows(found.returns),
    items: nestedRows(found.items),
    enforced: nestedRows(found.enforced),
    awaiting: nestedRows(found.awaiting),
  };
};

export const wallTallies = async (tx: Tx, glance: Glance): Promise<readonly WallTally[]> =>
  nestedRows((await fromLooks(tx, glance, { tallies: condition(tallies) })).tallies);

/** Days in Shanghai, counted from 1970. */
const dayOf = (instant: string): string => `((${instant} + ${8 * 3_600_000}) / ${dayMs})::int`;

/**
 * Every look adds to the day it began on and takes away from the day it ended on, so that what is left is how each day
 * ended. Looks that are alike go together first: there are far fewer kinds than looks.
 */
export const wallChanges = (tx: Tx, viewer: Viewer, planId: string): Promise<readonly DayChange[]> => {
  const seen = allSeen({ viewer, planId });
  const counted = (sql: string, name: string): string =>
    `coalesce(sum(v.sign * looks) FILTER (WHERE ${sql}), 0)::int AS ${name}`;
  return select(
    tx,
    `WITH alike AS (
       SELECT light, level, lifecycle, ${dayOf('from_at')} AS first, ${dayOf('until_at')} AS next, count(*)::int AS looks
       FROM (${seen.sql}) seen GROUP BY 1, 2, 3, 4, 5)
     SELECT v.day, ${counted('true', 'items')}, ${counted(`light = 'red'`, 'red')},
       ${counted(`light = 'yellow'`, 'yellow')}, ${counted(`level LIKE 'listed%'`, 'listed')},
       ${counted(`lifecycle = 'closed'`, 'closed')}
     FROM alike CROSS JOIN LATERAL (VALUES (first, 1), (next, -1)) AS v (day, sign)
     WHERE v.day IS NOT NULL GROUP BY 1 ORDER BY 1`,
    seen.bindings,
  );
};
