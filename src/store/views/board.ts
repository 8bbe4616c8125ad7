/** The register and its figures, as the viewer may see them: pages of items and counts. */
import type { Instant, IsoDate } from '../../domain/instants.js';
import { levels, type Level, type Lifecycle } from '../../domain/item.js';
import { lights, type Light } from '../../domain/light.js';
import type { Owner, CaseKind } from '../../domain/cases.js';
import type { Tx } from '../database.js';
import type { ItemSummary } from '../items.js';
import { select } from '../rows.js';
import { unanswered } from './answers.js';
import { all, condition, owedBy, visible, type Condition, type Viewer } from './visible.js';

const itemColumns = `i.id, i.plan_id, i.number, i.section, i.title, i.tile, i.gloss, i.unit_id, i.co_units, i.case_officer,
  i.binding, i.version, i.lifecycle, i.suspended, i.light, i.level, i.next_alarm_key, i.next_alarm_at, i.wake_at, i.done,
  i.measures_total, i.measures_done, i.measures_struck_off, i.measures_waived, i.milestones_total,
  i.milestones_accepted, i.milestones_open, i.milestones_overdue, i.next_due, i.settled_at`;

const position = (list: readonly string[], column: string): string =>
  `array_position(ARRAY[${list.map((entry) => `'${entry}'`).join(', ')}], ${column})`;
const withUnit = 'items i LEFT JOIN units u ON u.plan_id = i.plan_id AND u.id = i.unit_id';

/** Orders of the register as row values, all ascending and unique within a plan. */
const orders = {
  number: ['i.number'],
  danger: [
    position(lights, 'i.light'),
    position([...levels].reverse(), 'i.level'),
    `coalesce(i.next_due, DATE '9999-12-31')`,
    'i.number',
  ],
} as const;
export type ItemOrder = keyof typeof orders;

interface ItemFilter {
  readonly planId: string;
  readonly section?: readonly number[] | undefined;
  readonly unit?: readonly string[] | undefined;
  readonly coUnit?: readonly string[] | undefined;
  readonly light?: readonly Light[] | undefined;
  readonly level?: readonly Level[] | undefined;
  readonly lifecycle?: readonly Lifecycle[] | undefined;
  readonly overdue?: boolean | undefined;
  /** Whose unit has not answered the last urge or letter. */
  readonly unanswered?: boolean | undefined;
  readonly suspended?: boolean | undefined;
  readonly owedByViewer?: boolean | undefined;
  /** With an open milestone due by this day. */
  readonly dueBy?: IsoDate | undefined;
  readonly search?: string | undefined;
}

export interface ItemPageRequest {
  readonly filter: ItemFilter;
  readonly order: ItemOrder;
  /** The order's values of the last item seen. */
  readonly after: readonly (string | number)[] | null;
  readonly limit: number;
}

export interface ItemPageRow extends ItemSummary {
  readonly unitName: string | null;
  /** The order's values, to go on from. */
  readonly sortKey: readonly (string | number)[];
}

const oneOf = (column: string, values: readonly unknown[] | undefined): readonly Condition[] =>
  values === undefined ? [] : [condition(`${column} = ANY(?)`, values)];

const isSet = (value: boolean | undefined, sql: string): readonly Condition[] =>
  value === undefined ? [] : [condition(value ? sql : `NOT (${sql})`)];

/** Whoever types a number means the item's. */
const matching = (search: string | undefined): readonly Condition[] =>
  search === undefined
    ? []
    : [
        condition(
          `i.number::text = ? OR strpos(lower(i.title), lower(?)) > 0 OR strpos(lower(i.gloss), lower(?)) > 0
           OR strpos(replace(i.tile, '|', ''), ?) > 0 OR strpos(u.name, ?) > 0`,
          ...[search, search, search, search, search].map((text) => text.trim()),
        ),
      ];

const owing = (viewer: Viewer, wanted: boolean | undefined): readonly Condition[] => {
  if (wanted === undefined) return [];
  const { sql, bindings } = owedBy(viewer);
  const owes = `EXISTS (SELECT 1 FROM cases c WHERE c.item_id = i.id AND (${sql}))`;
  return [condition(wanted ? owes : `NOT ${owes}`, ...bindings)];
};

const filtered = (viewer: Viewer, filter: ItemFilter): readonly Condition[] => [
  condition('i.plan_id = ?', filter.planId),
  visible(viewer),
  ...oneOf('i.section', filter.section),
  ...oneOf('i.unit_id', filter.unit),
  ...(filter.coUnit === undefined ? [] : [condition('i.co_units && ?::text[]', filter.coUnit)]),
  ...oneOf('i.light', filter.light),
  ...oneOf('i.level', filter.level),
  ...oneOf('i.lifecycle', filter.lifecycle),
  ...isSet(filter.overdue, 'i.milestones_overdue > 0'),
  ...(filter.unanswered === true ? [unanswered] : []),
  ...isSet(filter.suspended, 'i.suspended'),
  ...owing(viewer, filter.owedByViewer),
  ...(filter.dueBy === undefined ? [] : [condition('i.next_due <= ?', filter.dueBy)]),
  ...matching(filter.search),
];

/** One page of the register; asks for one more than `limit` so that the caller knows whether there is a next. */
export const itemPage = (
  tx: Tx,
  viewer: Viewer,
  request: ItemPageRequest,
): Promise<readonly ItemPageRow[]> => {
  const key = orders[request.order];
  const from = request.after;
  const where = all([
    ...filtered(viewer, request.filter),
    ...(from === null
      ? []
      : [
          condition(
            `(${key.join(', ')}) > (${key.map((column) => (column.includes('DATE') ? '?::date' : '?::int')).join(', ')})`,
            ...from,
          ),
        ]),
  ]);
  return select(
    tx,
    `SELECT ${itemColumns}, u.name AS unit_name, jsonb_build_array(${key.join(', ')}) AS sort_key
     FROM ${withUnit} WHERE ${where.sql} ORDER BY ${key.join(', ')} LIMIT ?`,
    [...where.bindings, request.limit + 1],
  );
};

/** How many values a cursor of the order holds. */
export const sortKeyLength = (order: ItemOrder): number => orders[order].length;

export interface OpenCase {
  readonly itemId: string;
  readonly id: string;
  readonly unitId: string;
  readonly kind: CaseKind;
  readonly subject: string | null;
  readonly owedBy: Owner;
  readonly since: Instant;
  readonly until: IsoDate;
  readonly overAt: Instant | null;
}

/** Open cases of items, oldest first. */
export const openCasesOf = (tx: Tx, items: readonly string[]): Promise<readonly OpenCase[]> =>
  select(
    tx,
    `SELECT item_id, id, unit_id, kind, subject, owed_by, since, until, over_at
     FROM cases WHERE item_id = ANY(?) ORDER BY since, id`,
    [items],
  );

export interface TallyRow {
  readonly section: number;
  readonly light: Light;
  readonly level: Level;
  readonly lifecycle: Lifecycle;
  readonly suspended: boolean;
  readonly items: number;
  readonly milestonesTotal: number;
  readonly milestonesAccepted: number;
  readonly milestonesOpen: number;
  readonly milestonesOverdue: number;
  readonly measuresTotal: number;
  readonly measuresDone: number;
  readonly measuresStruckOff: number;
  readonly measuresWaived: number;
}

/** Counts of visible items by everything they are counted by. */
export const tallies = (tx: Tx, viewer: Viewer, planId: string): Promise<readonly TallyRow[]> => {
  const where = all([condition('i.plan_id = ?', planId), visible(viewer)]);
  const sums = [
    'milestones_total',
    'milestones_accepted',
    'milestones_open',
    'milestones_overdue',
    'measures_total',
  ]
    .concat(['measures_done', 'measures_struck_off', 'measures_waived'])
    .map((column) => `sum(i.${column})::int AS ${column}`)
    .join(', ');
  return select(
    tx,
    `SELECT i.section, i.light, i.level, i.lifecycle, i.suspended, count(*)::int AS items, ${sums}
     FROM items i WHERE ${where.sql} GROUP BY i.section, i.light, i.level, i.lifecycle, i.suspended`,
    where.bindings,
  );
};

export interface UnitOutcome {
  readonly id: string;
  readonly name: string;
  readonly kind: 'division' | 'affiliated' | 'county';
  readonly items: number;
  readonly overdue: number;
  readonly listed: number;
  readonly accepted: number;
  readonly onTimeByFirstDue: number;
  readonly onTimeByCurrentDue: number;
  readonly returned: number;
}

/** Outcomes of lead units over the items the viewer may see. Accepted milestones are counted for the present unit. */
export const unitOutcomes = (tx: Tx, viewer: Viewer, planId: string): Promise<readonly UnitOutcome[]> => {
  const where = all([condition('i.plan_id = ?', planId), visible(viewer)]);
  return select(
    tx,
    `WITH mine AS (SELECT i.id, i.unit_id, i.level, i.milestones_overdue FROM items i WHERE ${where.sql}),
     done AS (
       SELECT m.unit_id, count(*)::int AS accepted,
         count(*) FILTER (WHERE m.on_time)::int AS on_time_by_current_due,
         count(*) FILTER (WHERE m.on_time AND m.due = m.first_due)::int AS on_time_by_first_due
       FROM milestones m JOIN mine ON mine.id = m.item_id WHERE m.status = 'accepted' GROUP BY m.unit_id),
     back AS (
       SELECT e.unit_id, count(*)::int AS returned FROM events e JOIN mine ON mine.id = e.item_id
       WHERE e.type = 'evidenceReturned' GROUP BY e.unit_id)
     SELECT u.id, u.name, u.kind, count(mine.id)::int AS items,
       count(*) FILTER (WHERE mine.milestones_overdue > 0)::int AS overdue,
       count(*) FILTER (WHERE mine.level LIKE 'listed%')::int AS listed,
       coalesce(max(done.accepted), 0) AS accepted,
       coalesce(max(done.on_time_by_first_due), 0) AS on_time_by_first_due,
       coalesce(max(done.on_time_by_current_due), 0) AS on_time_by_current_due,
       coalesce(max(back.returned), 0) AS returned
     FROM units u JOIN mine ON mine.unit_id = u.id
     LEFT JOIN done ON done.unit_id = u.id LEFT JOIN back ON back.unit_id = u.id
     WHERE u.plan_id = ? GROUP BY u.id, u.name, u.kind, u.ordinal ORDER BY u.ordinal`,
    [...where.bindings, planId],
  );
};

export interface PlanEntry {
  readonly id: string;
  readonly kind: 'live' | 'rehearsal';
  readonly title: string;
  readonly short: string;
  readonly gloss: string;
  readonly clockShiftMs: number;
  readonly policyVersion: number;
  readonly calendarVersion: number;
}

/** Plans a person has to do with: their own, or all. */
export const planEntries = (tx: Tx, planId: string | null): Promise<readonly PlanEntry[]> =>
  select(
    tx,
    `SELECT id, kind, title, document->>'short' AS short, document->>'gloss' AS gloss, clock_shift_ms, policy_version,
       calendar_version
     FROM plans WHERE ?::text IS NULL OR id = ? ORDER BY imported_at, id`,
    [planId, planId],
  );

/** When the plan or any of its items has its next alarm (plan time); null = nothing is ahead. */
export const nextAlarmOf = async (tx: Tx, planId: string): Promise<Instant | null> => {
  const rows = await select<{ at: Instant | null }>(
    tx,
    `SELECT least(p.next_alarm_at, (SELECT min(next_alarm_at) FROM items WHERE plan_id = p.id)) AS at
     FROM plans p WHERE p.id = ?`,
    [planId],
  );
  return rows[0]?.at ?? null;
};
