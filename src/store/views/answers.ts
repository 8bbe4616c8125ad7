/** What units have answered to urges and letters, out of the log. */
import { answerTypes, demandTypes } from '../../domain/answers.js';
import type { Fact } from '../../domain/events.js';
import type { Instant } from '../../domain/instants.js';
import type { Tx } from '../database.js';
import { select } from '../rows.js';
import { all, condition, visible, type Condition, type Viewer } from './visible.js';

const lastOf = (item: string, unit: string): string =>
  `coalesce((SELECT max(e.seq) FROM events e WHERE e.item_id = ${item} AND e.unit_id = ${unit} AND e.type = ANY(?)), 0)`;

/** Items (`i`) that are urged or worse and whose present unit has not answered the last urge or letter. */
export const unanswered: Condition = condition(
  `i.level <> 'none' AND NOT i.suspended AND ${lastOf('i.id', 'i.unit_id')} > ${lastOf('i.id', 'i.unit_id')}`,
  demandTypes,
  answerTypes,
);

export interface PressedCounts {
  readonly overdue: number;
  readonly unanswered: number;
}

/** How many of a plan's visible items are overdue, and how many owe an answer. */
export const pressedCounts = async (tx: Tx, viewer: Viewer, planId: string): Promise<PressedCounts> => {
  const where = all([condition('i.plan_id = ?', planId), visible(viewer)]);
  const [row] = await select<PressedCounts>(
    tx,
    `SELECT count(*) FILTER (WHERE i.milestones_overdue > 0)::int AS overdue,
       count(*) FILTER (WHERE ${unanswered.sql})::int AS unanswered
     FROM items i WHERE ${where.sql}`,
    [...unanswered.bindings, ...where.bindings],
  );
  return row ?? { overdue: 0, unanswered: 0 };
};

export interface AnswerRow {
  readonly itemId: string;
  /** The present unit's last answer; null = it has never said anything. */
  readonly answeredAt: Instant | null;
  readonly answer: Fact | null;
  /** Urges and letters since then. */
  readonly demands: number;
  /** The first of them. */
  readonly demandedSince: Instant | null;
  /** Of those the ones nobody of the unit has read. */
  readonly unread: number;
}

/** How the present unit of each item has answered. */
export const answersOf = (tx: Tx, items: readonly string[]): Promise<readonly AnswerRow[]> =>
  select(
    tx,
    `SELECT i.id AS item_id, a.at AS answered_at, a.body AS answer, d.demands, d.demanded_since, d.unread
     FROM items i
     LEFT JOIN LATERAL (
       SELECT e.seq, e.at, e.body FROM events e
       WHERE e.item_id = i.id AND e.unit_id = i.unit_id AND e.type = ANY(?) ORDER BY e.seq DESC LIMIT 1) a ON true
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS demands, min(e.at) AS demanded_since,
         count(*) FILTER (WHERE NOT EXISTS (
           SELECT 1 FROM notices n WHERE n.item_id = e.item_id AND n.event_seq = e.seq AND n.read_at IS NOT NULL
             AND n.told_as && ARRAY['unit_officer', 'unit_head']))::int AS unread
       FROM events e
       WHERE e.item_id = i.id AND e.unit_id = i.unit_id AND e.type = ANY(?) AND e.seq > coalesce(a.seq, 0)) d
     WHERE i.id = ANY(?)`,
    [answerTypes, demandTypes, items],
  );
