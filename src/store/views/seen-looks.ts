/**
 * Promise: how items looked at a moment or all the time, of exactly the items the viewer may see: those he sees now, and
 * those his unit had before they went to another, on the days it had them.
 */
import type { Instant } from '../../domain/instants.js';
import { condition, seesAll, visible, type Condition, type Viewer } from './visible.js';

/** Whose wall, and of when. */
export interface Glance {
  readonly viewer: Viewer;
  readonly planId: string;
  /** Null = now. */
  readonly at: Instant | null;
}

/** A unit an item was taken from still sees it on the days it had it. */
const hadThen = ({ actor }: Viewer, at: Condition): Condition =>
  actor.role === 'unit_officer' || actor.role === 'unit_head'
    ? condition(
        `? = ANY(i.former_units) AND EXISTS (SELECT 1 FROM jsonb_to_recordset(i.snapshot->'formerUnits')
           AS former (unit text, "to" bigint) WHERE former.unit = ? AND former."to" > ${at.sql})`,
        ...[actor.unit, actor.unit, ...at.bindings],
      )
    : condition('false');

const columns = `item_id, plan_id, section, number, from_at, seq, unit_id, lifecycle, suspended, light, level,
  calendar_version, milestones_total, milestones_accepted, milestones_open, milestones_overdue, measures_total,
  measures_done, measures_struck_off, measures_waived, on_time_by_current_due, on_time_by_first_due, under_review,
  next_due, overdue_since, proposal, signatures`;

/** Rows of these tables, of items the viewer sees or had: few of many are found by their item. */
const ofItems = ({ viewer, planId }: Pick<Glance, 'viewer' | 'planId'>): Condition => {
  if (seesAll(viewer, planId)) return condition('plan_id = ?', planId);
  const own = visible(viewer);
  return condition(
    `plan_id = ? AND item_id = ANY(ARRAY(SELECT i.id FROM items i
       WHERE i.plan_id = ? AND ((${own.sql}) OR ?::text = ANY(i.former_units))))`,
    ...[planId, planId, ...own.bindings, viewer.actor.unit],
  );
};

/** Of rows `l`, those the viewer may see; of an item that went to another unit those before `until`, null = none. */
const seenBy = (
  { viewer, planId }: Pick<Glance, 'viewer' | 'planId'>,
  rows: Condition,
  until: Condition | null,
): Condition => {
  if (seesAll(viewer, planId)) return rows;
  const own = visible(viewer);
  const former = until === null ? condition('false') : hadThen(viewer, until);
  return condition(
    `SELECT l.* FROM (${rows.sql}) l JOIN items i ON i.id = l.item_id WHERE (${own.sql}) OR (${former.sql})`,
    ...[...rows.bindings, ...own.bindings, ...former.bindings],
  );
};

/** What looks so still, and what looked so then. */
export const seenAt = (glance: Glance): Condition => {
  const { at } = glance;
  const of = ofItems(glance);
  const now = `SELECT ${columns} FROM looks_now WHERE ${of.sql}`;
  if (at === null) return seenBy(glance, condition(now, ...of.bindings), null);
  const then = condition(
    `SELECT ${columns} FROM looks WHERE ${of.sql} AND int8range(from_at, until_at) @> ?::bigint
     UNION ALL ${now} AND from_at <= ?`,
    ...[...of.bindings, at, ...of.bindings, at],
  );
  return seenBy(glance, then, condition('?::bigint', at));
};

/** Looks of the whole time; those that still are have no end. */
export const allSeen = (of: Pick<Glance, 'viewer' | 'planId'>): Condition => {
  const { sql, bindings } = ofItems(of);
  const spans = condition(
    `SELECT item_id, from_at, until_at, light, level, lifecycle FROM looks WHERE ${sql}
     UNION ALL SELECT item_id, from_at, NULL, light, level, lifecycle FROM looks_now WHERE ${sql}`,
    ...[...bindings, ...bindings],
  );
  return seenBy(of, spans, condition('l.from_at'));
};
