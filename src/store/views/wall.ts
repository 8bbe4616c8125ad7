/**
 * Promise: the wall of a plan at any moment, of exactly the items the viewer may see. It is read from the looks its
 * items had; the last of them is how they stand now.
 */
import type { PastLook } from '../../domain/as-of.js';
import type { PlanId } from '../../domain/ids.js';
import { dayMs, type Instant, type IsoDate } from '../../domain/instants.js';
import { levels } from '../../domain/item.js';
import { lights } from '../../domain/light.js';
import type { DayChange } from '../../domain/trend.js';
import type { Tx } from '../database.js';
import { select } from '../rows.js';
import type { TallyRow } from './board.js';
import { all, condition, visible, type Condition, type Viewer } from './visible.js';

/** Whose wall, and of when. */
export interface Glance {
  readonly viewer: Viewer;
  readonly planId: string;
  /** Null = now. */
  readonly at: Instant | null;
}

/** A look `l` of an item `i`. */
const looks = 'looks l JOIN items i ON i.id = l.item_id';

/** A unit an item was taken from still sees it on the days it had it. */
const hadThen = ({ actor }: Viewer, at: Condition): Condition =>
  actor.role === 'unit_officer' || actor.role === 'unit_head'
    ? condition(
        `? = ANY(i.former_units) AND EXISTS (SELECT 1 FROM jsonb_to_recordset(i.snapshot->'formerUnits')
           AS former (unit text, "to" bigint) WHERE former.unit = ? AND former."to" > ${at.sql})`,
        ...[actor.unit, actor.unit, ...at.bindings],
      )
    : condition('false');

const either = (a: Condition, b: Condition): Condition =>
  condition(`(${a.sql}) OR (${b.sql})`, ...a.bindings, ...b.bindings);

const lastOnes = condition('l.until_at IS NULL');
const thoseAt = (at: Instant): Condition =>
  condition('l.from_at <= ? AND (l.until_at IS NULL OR l.until_at > ?)', at, at);

const inGlance = ({ viewer, planId, at }: Glance): Condition =>
  all([
    condition('l.plan_id = ?', planId),
    at === null ? lastOnes : thoseAt(at),
    at === null ? visible(viewer) : either(visible(viewer), hadThen(viewer, condition('?::bigint', at))),
  ]);

export interface WallTally extends TallyRow {
  /** Items with evidence that waits to be decided. */
  readonly underReview: number;
  /** Signatures waited for. */
  readonly signatures: number;
  /** Events by then. */
  readonly events: number;
}

const sums = [
  ...['milestones_total', 'milestones_accepted', 'milestones_open', 'milestones_overdue'],
  ...['measures_total', 'measures_done', 'measures_struck_off', 'measures_waived', 'signatures'],
]
  .map((column) => `sum(l.${column})::int AS ${column}`)
  .join(', ');

/** Counts by everything items are counted by. */
export const wallTallies = (tx: Tx, glance: Glance): Promise<readonly WallTally[]> => {
  const where = inGlance(glance);
  return select(
    tx,
    `SELECT i.section, l.light, l.level, l.lifecycle, l.suspended, count(*)::int AS items, ${sums},
       count(*) FILTER (WHERE l.under_review)::int AS under_review, sum(l.seq)::bigint AS events
     FROM ${looks} WHERE ${where.sql} GROUP BY 1, 2, 3, 4, 5`,
    where.bindings,
  );
};

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

export const wallUnits = (tx: Tx, glance: Glance): Promise<readonly UnitTally[]> => {
  const where = inGlance(glance);
  return select(
    tx,
    `SELECT l.unit_id, l.calendar_version, l.overdue_since, count(*)::int AS items,
       count(*) FILTER (WHERE l.level LIKE 'listed%')::int AS listed, sum(l.milestones_accepted)::int AS accepted,
       sum(l.on_time_by_first_due)::int AS on_time_by_first_due,
       sum(l.on_time_by_current_due)::int AS on_time_by_current_due
     FROM ${looks} WHERE ${where.sql} GROUP BY 1, 2, 3`,
    where.bindings,
  );
};

/** How often each unit's evidence had been returned by then. */
export const wallReturns = async (tx: Tx, glance: Glance): Promise<ReadonlyMap<string, number>> => {
  const where = inGlance(glance);
  const rows = await select<{ unitId: string; returned: number }>(
    tx,
    `SELECT e.unit_id, count(*)::int AS returned
     FROM events e JOIN looks l ON l.item_id = e.item_id JOIN items i ON i.id = l.item_id
     WHERE e.plan_id = ? AND e.type = 'evidenceReturned' AND e.recorded_at <= coalesce(?::bigint, e.recorded_at)
       AND ${where.sql} GROUP BY e.unit_id`,
    [glance.planId, glance.at, ...where.bindings],
  );
  return new Map(rows.map(({ unitId, returned }) => [unitId, returned]));
};

export interface WallItem extends PastLook {
  readonly itemId: string;
  readonly planId: PlanId;
  readonly number: number;
  readonly section: number;
  readonly title: string;
  readonly tile: string;
}

const place = (list: readonly string[], column: string): string =>
  `array_position(ARRAY[${list.map((entry) => `'${entry}'`).join(', ')}], ${column})`;
const danger = `${place(lights, 'l.light')}, ${place([...levels].reverse(), 'l.level')},
  coalesce(l.overdue_since, l.next_due, DATE '9999-12-31'), i.number`;

const gravest = `${place([...levels].reverse(), 'l.level')}, coalesce(l.overdue_since, DATE '9999-12-31'), i.number`;

/** Which items are asked for. */
interface Choice {
  readonly only: Condition;
  readonly order: string;
  readonly limit: number;
}

const itemsOf = (tx: Tx, glance: Glance, { only, order, limit }: Choice): Promise<readonly WallItem[]> => {
  const where = all([inGlance(glance), only]);
  return select(
    tx,
    `SELECT l.*, i.number, i.section, i.title, i.tile FROM ${looks} WHERE ${where.sql} ORDER BY ${order} LIMIT ?`,
    [...where.bindings, limit],
  );
};

/** The most dangerous items first; of all sections where `section` is null. */
export const wallItems = (tx: Tx, glance: Glance, section: number | null, limit: number) =>
  itemsOf(tx, glance, {
    only: section === null ? condition('true') : condition('i.section = ?', section),
    order: danger,
    limit,
  });

/** Listed items, then those a letter has gone to; gravest first. */
export const wallEnforced = (tx: Tx, glance: Glance, limit: number) =>
  itemsOf(tx, glance, {
    only: condition(`l.level IN ('listed_3', 'listed_2', 'listed_1', 'lettered')`),
    order: gravest,
    limit,
  });

/** Items in which a signature is waited for, the most dangerous first. */
export const wallAwaiting = (tx: Tx, glance: Glance, limit: number) =>
  itemsOf(tx, glance, { only: condition('l.signatures > 0'), order: danger, limit });

/** Days in Shanghai, counted from 1970. */
const dayOf = (instant: string): string => `((${instant} + ${8 * 3_600_000}) / ${dayMs})::int`;

/**
 * Every look adds to the day it began on and takes away from the day it ended on; those of one day cancel out, so that
 * what is left is how each day ended.
 */
export const wallChanges = (tx: Tx, viewer: Viewer, planId: string): Promise<readonly DayChange[]> => {
  const where = all([
    condition('l.plan_id = ?', planId),
    either(visible(viewer), hadThen(viewer, condition('l.from_at'))),
  ]);
  const counted = (sql: string, name: string): string => `sum(v.sign * (${sql})::int)::int AS ${name}`;
  return select(
    tx,
    `SELECT ${dayOf('v.at')} AS day, ${counted('true', 'items')}, ${counted(`l.light = 'red'`, 'red')},
       ${counted(`l.light = 'yellow'`, 'yellow')}, ${counted(`l.level LIKE 'listed%'`, 'listed')},
       ${counted(`l.lifecycle = 'closed'`, 'closed')}
     FROM ${looks} CROSS JOIN LATERAL (VALUES (l.from_at, 1), (l.until_at, -1)) AS v (at, sign)
     WHERE v.at IS NOT NULL AND ${where.sql} GROUP BY 1 ORDER BY 1`,
    where.bindings,
  );
};
