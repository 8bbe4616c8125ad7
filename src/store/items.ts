/**
 * Promise: what the screens count is written with the events it follows from, in the same transaction; an item's
 * row is the fence: whoever holds it decides alone.
 */
import { isOverdue, isOpen, type ItemState, type Level, type Lifecycle } from '../domain/item.js';
import type { ItemId, PlanId } from '../domain/ids.js';
import type { Instant, IsoDate } from '../domain/instants.js';
import { milestoneLight, type Light } from '../domain/light.js';
import { listCounts } from '../domain/list.js';
import { rulesFor, type Context } from '../domain/context.js';
import { nextDateOver, standingOf, type Standing } from '../domain/standing.js';
import type { Tx } from './database.js';
import { change, insertion, insertRows, select, type Statement } from './rows.js';

/** What never changes with its events. */
export interface ItemHead {
  readonly id: ItemId;
  readonly planId: PlanId;
  readonly number: number;
  readonly section: number;
  readonly title: string;
  /** `|` marks where a line may break. */
  readonly tile: string;
  readonly gloss: string;
}

/** What follows from the state at `settledAt`. */
interface ItemFigures {
  readonly id: ItemId;
  readonly unitId: string;
  readonly coUnits: readonly string[];
  /** Units it was taken from; they may read their own time. */
  readonly formerUnits: readonly string[];
  readonly caseOfficer: string | null;
  readonly binding: boolean;
  readonly version: number;
  readonly lifecycle: Lifecycle;
  readonly suspended: boolean;
  readonly light: Light;
  readonly level: Level;
  readonly nextAlarmKey: string | null;
  readonly nextAlarmAt: Instant | null;
  /** The promise: when the item will be settled again; null = nothing is due any more. */
  readonly wakeAt: Instant | null;
  readonly done: boolean;
  readonly measuresTotal: number;
  readonly measuresDone: number;
  readonly measuresStruckOff: number;
  readonly measuresWaived: number;
  readonly milestonesTotal: number;
  readonly milestonesAccepted: number;
  readonly milestonesOpen: number;
  readonly milestonesOverdue: number;
  readonly nextDue: IsoDate | null;
  readonly settledAt: Instant;
}

export interface ItemSummary extends ItemHead, ItemFigures {}
export interface ItemRow extends ItemSummary {
  readonly snapshot: ItemState;
}

const summaryColumns = `id, plan_id, number, section, title, tile, gloss, unit_id, co_units, former_units, case_officer, binding, version,
  lifecycle, suspended, light, level, next_alarm_key, next_alarm_at, wake_at, done, measures_total, measures_done,
  measures_struck_off, measures_waived, milestones_total, milestones_accepted, milestones_open, milestones_overdue,
  next_due, settled_at`;

export const itemOf = async (tx: Tx, id: string): Promise<ItemRow | null> =>
  (await select<ItemRow>(tx, `SELECT ${summaryColumns}, snapshot FROM items WHERE id = ?`, [id]))[0] ?? null;

export const itemsOf = (tx: Tx, plan: string): Promise<readonly ItemSummary[]> =>
  select(tx, `SELECT ${summaryColumns} FROM items WHERE plan_id = ? ORDER BY number`, [plan]);

/** Items of a plan that still have something to wait for. */
export const runningItems = async (tx: Tx, plan: string): Promise<readonly ItemId[]> => {
  const rows = await select<{ id: ItemId }>(
    tx,
    'SELECT id FROM items WHERE plan_id = ? AND NOT done ORDER BY number',
    [plan],
  );
  return rows.map((row) => row.id);
};

/** Items of a plan that may be reopened. */
export const closedItems = async (tx: Tx, plan: string): Promise<readonly ItemId[]> => {
  const sql = `SELECT id FROM items WHERE plan_id = ? AND lifecycle = 'closed' ORDER BY number`;
  return (await select<{ id: ItemId }>(tx, sql, [plan])).map((row) => row.id);
};

/** Items of a plan whose promise falls by the instant (plan time), soonest first. */
export const itemsDueBy = async (tx: Tx, plan: string, by: Instant): Promise<readonly ItemId[]> => {
  const sql = 'SELECT id FROM items WHERE plan_id = ? AND wake_at <= ? ORDER BY wake_at, id';
  return (await select<{ id: ItemId }>(tx, sql, [plan, by])).map((row) => row.id);
};

/** Items of a plan that are due by the instant (plan time) or have been asked something: nothing happens to the others. */
export const itemsToSettle = async (tx: Tx, plan: string, by: Instant): Promise<readonly ItemId[]> => {
  const sql = `SELECT i.id FROM items i WHERE i.plan_id = ? AND (i.wake_at <= ? OR EXISTS (
      SELECT FROM submissions s WHERE s.item_id = i.id AND s.decided_at IS NULL)) ORDER BY i.id`;
  return (await select<{ id: ItemId }>(tx, sql, [plan, by])).map((row) => row.id);
};

export interface LockedItem extends ItemHead {
  readonly snapshot: ItemState;
  readonly light: Light;
  readonly wakeAt: Instant | null;
}

/**
 * Takes the rows in the order of their ids, so that two transactions never wait for each other; what is received
 * meanwhile does not wait at all.
 */
export const lockItems = (tx: Tx, ids: readonly string[]): Promise<readonly LockedItem[]> =>
  select(
    tx,
    `SELECT id, plan_id, number, section, title, tile, gloss, snapshot, light, wake_at
     FROM items WHERE id = ANY(?) ORDER BY id FOR NO KEY UPDATE`,
    [ids],
  );

export interface Projection {
  readonly figures: ItemFigures;
  readonly standing: Standing;
}

/** The earlier of the next alarm and the next change of light, or null. */
const nextLook = (state: ItemState, alarmAt: Instant | null, now: Instant): Instant | null => {
  const look = Math.min(alarmAt ?? Infinity, nextDateOver(state, now));
  return look === Infinity ? null : look;
};

/** The row's figures; `promise` turns the instant of an alarm into the one at which it is handled. */
export const project = (
  id: ItemId,
  state: ItemState,
  now: Instant,
  context: Context,
  promise: (alarmAt: Instant) => Instant,
): Projection => {
  const rules = rulesFor(state, context);
  const standing = standingOf(state, now, rules);
  const list = listCounts(state);
  const open = state.milestones.filter(isOpen);
  const look = standing.done ? null : nextLook(state, standing.nextAlarm?.at ?? null, now);
  const figures: ItemFigures = {
    id,
    unitId: state.unit,
    coUnits: state.coUnits,
    formerUnits: [...new Set(state.formerUnits.map(({ unit }) => unit))],
    caseOfficer: state.caseOfficer,
    binding: state.binding,
    version: state.version,
    lifecycle: state.lifecycle,
    suspended: state.suspendedSince !== null,
    light: standing.light,
    level: standing.level,
    nextAlarmKey: standing.nextAlarm?.key ?? null,
    nextAlarmAt: standing.nextAlarm?.at ?? null,
    wakeAt: look === null ? null : promise(look),
    done: standing.done,
    measuresTotal: list.total,
    measuresDone: list.done,
    measuresStruckOff: list.struckOff,
    measuresWaived: list.waived,
    milestonesTotal: state.milestones.length,
    milestonesAccepted: state.milestones.filter(({ status }) => status === 'accepted').length,
    milestonesOpen: open.length,
    milestonesOverdue: open.filter(isOverdue).length,
    nextDue: open.map(({ due }) => due).sort()[0] ?? null,
    settledAt: now,
  };
  return { figures, standing };
};

/** One item as it is to be written. */
export interface ItemWrite {
  readonly head: ItemHead;
  readonly state: ItemState;
  readonly figures: ItemFigures;
  readonly context: Context;
}

/** The rows of new items; what hangs on them comes after. */
export const insertItems = (tx: Tx, items: readonly ItemWrite[]): Promise<void> =>
  insertRows(
    tx,
    'items',
    items.map(({ head, state, figures }) => ({ ...headFields(head), ...figures, snapshot: state })),
  );

const headFields = ({ id, planId, number, section, title, tile, gloss }: ItemHead): ItemHead => ({
  ...{ id, planId, number, section, title, tile, gloss },
});

export const itemChange = (items: readonly ItemWrite[]): Statement =>
  change(
    'items',
    items.map(({ state, figures }) => ({ ...figures, snapshot: state })),
    'id',
  );

/** Milestones and open cases as rows, for lists across items; and that the items' looks are to be written anew. */
export const partStatements = (items: readonly ItemWrite[]): readonly Statement[] => {
  const ids = items.map(({ head }) => head.id);
  return [
    insertion('looks_behind', items.map(behindRow), { key: ['itemId'], then: 'replace' }),
    ...replacement('milestones', ids, items.flatMap(milestoneRows)),
    ...replacement('cases', ids, items.flatMap(caseRows)),
  ];
};

const behindRow = ({ head, figures }: ItemWrite): object => ({
  itemId: head.id,
  planId: head.planId,
  version: figures.version,
  settledAt: figures.settledAt,
});

const milestoneRows = ({ head, state, figures, context }: ItemWrite): object[] =>
  state.milestones.map((milestone, ordinal) => ({
    itemId: head.id,
    id: milestone.id,
    planId: head.planId,
    unitId: state.unit,
    ordinal,
    title: milestone.title,
    evidence: milestone.evidence,
    due: milestone.due,
    firstDue: milestone.firstDue,
    basis: milestone.basis,
    weight: milestone.weight,
    measures: milestone.measures,
    status: milestone.status,
    confirmed: milestone.confirmed,
    light: milestoneLight(state, milestone, figures.settledAt, rulesFor(state, context)).light,
    epoch: milestone.epoch,
    overdueAt: milestone.overdueAt,
    returnedAt: milestone.returned?.at ?? null,
    endedAt: milestone.endedAt,
    onTime: milestone.onTime,
  }));

const caseRows = ({ head, state }: ItemWrite): object[] =>
  state.cases.map((open) => ({
    itemId: head.id,
    id: open.id,
    planId: head.planId,
    unitId: open.unit ?? state.unit,
    kind: open.kind,
    subject: open.subject,
    owedBy: open.owedBy,
    since: open.since,
    until: open.until,
    overAt: open.overAt,
    steps: open.steps,
  }));

/** What is no longer there goes, the rest is as it is now. */
const replacement = (
  table: string,
  items: readonly string[],
  rows: readonly object[],
): readonly Statement[] => {
  if (items.length === 0) return [];
  const kept = rows.map((row) => row as { itemId: string; id: string });
  const sql = `DELETE FROM ${table} AS old WHERE old.item_id = ANY(?) AND NOT EXISTS (
    SELECT 1 FROM unnest(?::text[], ?::text[]) AS kept (item_id, id)
    WHERE kept.item_id = old.item_id AND kept.id = old.id)`;
  const removal = { sql, bindings: [items, kept.map((row) => row.itemId), kept.map((row) => row.id)] };
  return [removal, insertion(table, rows, { key: ['itemId', 'id'], then: 'replace' })];
};
