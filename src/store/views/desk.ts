/** What somebody must do, what comes next and what others owe them, across all items of a plan they may see. */
import type { CaseKind, Owner } from '../../domain/cases.js';
import type { Instant, IsoDate } from '../../domain/instants.js';
import { levels, type Level } from '../../domain/item.js';
import { lights, type Light } from '../../domain/light.js';
import type { Tx } from '../database.js';
import { select } from '../rows.js';
import { all, condition, owedBy, visible, type Condition, type Viewer } from './visible.js';

export interface DeskRow {
  readonly kind: 'case' | 'milestone';
  readonly id: string;
  readonly itemId: string;
  readonly number: number;
  readonly itemTitle: string;
  readonly tile: string;
  readonly itemUnit: string;
  readonly light: Light;
  readonly level: Level;
  /** A milestone's own; null = a case. */
  readonly ownLight: Light | null;
  readonly caseKind: CaseKind | null;
  readonly subject: string | null;
  /** Of a milestone: its title. */
  readonly title: string | null;
  readonly owedBy: Owner;
  /** Who owes it, where a unit does. */
  readonly unitId: string;
  readonly since: Instant | null;
  readonly until: IsoDate;
  readonly over: boolean;
}

const atMost = 300;

const head = `i.id AS item_id, i.number, i.title AS item_title, i.tile, i.unit_id AS item_unit, i.light, i.level`;
const rank = `array_position(ARRAY[${[...levels]
  .reverse()
  .map((level) => `'${level}'`)
  .join(', ')}], level)`;
const brightness = `array_position(ARRAY[${lights.map((light) => `'${light}'`).join(', ')}], light)`;
/** Over before open, listed before urged, red before yellow, early before late. */
const danger = `over DESC, ${rank}, until, ${brightness}, number, id`;

const casesWhere = (where: Condition): Condition => ({
  sql: `SELECT 'case' AS kind, c.id, ${head}, NULL AS own_light, c.kind AS case_kind, c.subject, NULL AS title, c.owed_by, c.unit_id, c.since,
      c.until, c.over_at IS NOT NULL AS over
    FROM cases c JOIN items i ON i.id = c.item_id LEFT JOIN units u ON u.plan_id = i.plan_id AND u.id = i.unit_id
    WHERE ${where.sql}`,
  bindings: where.bindings,
});

const milestonesWhere = (where: Condition): Condition => ({
  sql: `SELECT 'milestone' AS kind, m.id, ${head}, m.light AS own_light, NULL AS case_kind, m.id AS subject, m.title, 'unit' AS owed_by, i.unit_id,
      m.overdue_at AS since, m.due AS until, m.overdue_at IS NOT NULL AS over
    FROM milestones m JOIN items i ON i.id = m.item_id WHERE ${where.sql}`,
  bindings: where.bindings,
});

const read = (tx: Tx, parts: readonly Condition[], order: string): Promise<readonly DeskRow[]> =>
  select(
    tx,
    `SELECT * FROM (${parts.map(({ sql }) => sql).join(' UNION ALL ')}) AS desk ORDER BY ${order} LIMIT ?`,
    [...parts.flatMap(({ bindings }) => bindings), atMost],
  );

const ofUnit = ({ actor }: Viewer): boolean => actor.role === 'unit_officer' || actor.role === 'unit_head';

/** Milestones that lie with a unit: handed out, signed for or not, not suspended, and no evidence under review. */
const withUnit = `m.status = 'open' AND i.lifecycle IN ('dispatched', 'in_progress') AND NOT i.suspended`;

/** Past due, reminded of, or with evidence to be made good. */
const pressing = `(m.overdue_at IS NOT NULL OR m.light = 'yellow' OR m.returned_at IS NOT NULL)`;

/** What the viewer owes: open cases, and of units their pressing milestones; worst first. */
export const owedOf = (tx: Tx, viewer: Viewer, planId: string): Promise<readonly DeskRow[]> => {
  const here = condition('i.plan_id = ?', planId);
  const cases = casesWhere(all([here, visible(viewer), owedBy(viewer)]));
  const milestones = milestonesWhere(
    all([here, condition(withUnit), condition(pressing), condition('i.unit_id = ?', viewer.actor.unit)]),
  );
  return read(tx, ofUnit(viewer) ? [cases, milestones] : [cases], danger);
};

/** Milestones not overdue that fall due up to a day: a unit's own that do not press yet, else those of all visible items. */
export const upcomingOf = (
  tx: Tx,
  viewer: Viewer,
  planId: string,
  upTo: IsoDate,
): Promise<readonly DeskRow[]> =>
  read(
    tx,
    [
      milestonesWhere(
        all([
          condition('i.plan_id = ?', planId),
          visible(viewer),
          condition(withUnit),
          condition('m.overdue_at IS NULL AND m.due <= ?', upTo),
          ofUnit(viewer)
            ? condition(`i.unit_id = ? AND NOT ${pressing}`, viewer.actor.unit)
            : condition('true'),
        ]),
      ),
    ],
    'until, number, id',
  );

/** Open cases of visible items that somebody else must settle. */
export const owedByOthers = (tx: Tx, viewer: Viewer, planId: string): Promise<readonly DeskRow[]> => {
  const mine = owedBy(viewer);
  const others = condition(`NOT coalesce((${mine.sql}), false)`, ...mine.bindings);
  return read(tx, [casesWhere(all([condition('i.plan_id = ?', planId), visible(viewer), others]))], danger);
};

/** An item in which the office may have something to send up or issue. */
export interface CallingRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly tile: string;
  readonly unitId: string;
  readonly light: Light;
  readonly level: Level;
}

/** Items that are listed, urged and overdue, or have done measures not struck off; worst first. */
export const callingOf = (tx: Tx, viewer: Viewer, planId: string): Promise<readonly CallingRow[]> => {
  const where = all([
    condition('i.plan_id = ?', planId),
    visible(viewer),
    condition(
      `NOT i.suspended AND i.lifecycle IN ('dispatched', 'in_progress', 'closing_review')
       AND (i.level LIKE 'listed%' OR (i.level = 'urged' AND i.milestones_overdue > 0) OR i.measures_done > 0)`,
    ),
  ]);
  return select(
    tx,
    `SELECT i.id, i.number, i.title, i.tile, i.unit_id, i.light, i.level FROM items i WHERE ${where.sql}
     ORDER BY ${rank}, number LIMIT ?`,
    [...where.bindings, atMost],
  );
};

/** Open cases of the office, counted by what decides whose they are and how they stand. */
export interface OfficeCases {
  readonly owedBy: Owner;
  readonly caseOfficer: string | null;
  readonly until: IsoDate;
  readonly over: boolean;
  readonly cases: number;
}

export const officeCasesOf = (tx: Tx, viewer: Viewer, planId: string): Promise<readonly OfficeCases[]> => {
  const where = all([
    condition('i.plan_id = ?', planId),
    visible(viewer),
    condition(`c.owed_by IN ('case_officer', 'supervision_head')`),
  ]);
  return select(
    tx,
    `SELECT c.owed_by, i.case_officer, c.until, c.over_at IS NOT NULL AS over, count(*)::int AS cases
     FROM cases c JOIN items i ON i.id = c.item_id WHERE ${where.sql} GROUP BY 1, 2, 3, 4`,
    where.bindings,
  );
};
