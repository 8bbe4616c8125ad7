/** Promise: a plan comes in whole or not at all, with its items' first events, their first promises and its clock. */
import { itemId, planId, type ItemId, type PlanId } from '../domain/ids.js';
import { parseInstant, type Instant } from '../domain/instants.js';
import { isBinding, type PlanDocument, type PlanItem } from '../domain/plan.js';
import { register } from '../domain/register.js';
import type { Context } from '../domain/context.js';
import type { Actor } from '../domain/people.js';
import { appendAudit } from './audit.js';
import type { Tx } from './database.js';
import { eventInsertion } from './events.js';
import { insertItems, partStatements, project, type ItemHead, type ItemWrite } from './items.js';
import { peopleOf } from './people.js';
import { contextAt, planNow, planOf, type PlanKind, type PlanRow } from './plans.js';
import { promiseOf } from './promise.js';
import { insertRows, select, together } from './rows.js';

export interface ImportOptions {
  readonly kind: PlanKind;
  /** Wall clock. */
  readonly now: Instant;
  /** Rehearsals only: the plan time they begin at; default 08:30 of the day of publication. */
  readonly startAt?: Instant;
  /** Another id than the document's, so that one plan may be rehearsed several times. */
  readonly id?: string;
  /** Who brings it; nobody = the command line. */
  readonly by?: Actor;
}

export type ImportResult =
  | { readonly kind: 'imported'; readonly plan: PlanRow; readonly items: readonly ItemId[] }
  | { readonly kind: 'refused'; readonly code: 'plan_exists' };

export const importPlan = async (
  tx: Tx,
  document: PlanDocument,
  options: ImportOptions,
): Promise<ImportResult> => {
  const id = planId(options.id ?? document.id);
  if (!(await insertPlan(tx, id, document, options))) return { kind: 'refused', code: 'plan_exists' };
  await insertVersions(tx, id, document, startOf(document, options));
  await insertUnits(tx, id, document);
  const plan = await planOf(tx, id);
  if (!plan) throw new Error(`plan ${id} vanished while it was imported`);
  const items = await insertPlanItems(tx, plan, document, options.now);
  await auditImport(tx, plan, options);
  return { kind: 'imported', plan, items };
};

const startOf = (document: PlanDocument, { kind, now, startAt }: ImportOptions): Instant =>
  kind === 'live' ? now : (startAt ?? parseInstant(`${document.publishedOn}T08:30`) ?? now);

/** False when there is a plan of that id. */
const insertPlan = async (
  tx: Tx,
  id: PlanId,
  document: PlanDocument,
  options: ImportOptions,
): Promise<boolean> => {
  const start = startOf(document, options);
  const written = await select(
    tx,
    `INSERT INTO plans (id, kind, title, document, clock_shift_ms, policy_version, calendar_version, imported_at, written_at)
     VALUES (?, ?, ?, ?::jsonb, ?, ?, 1, ?, ?) ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      id,
      options.kind,
      document.title,
      JSON.stringify(document),
      start - options.now,
      document.policy.version,
      start,
      options.now,
    ],
  );
  return written.length > 0;
};

const insertVersions = async (
  tx: Tx,
  id: PlanId,
  { policy, calendar }: PlanDocument,
  /** Plan time, as of every version that follows. */
  at: Instant,
): Promise<void> => {
  await insertRows(tx, 'policies', [
    { planId: id, version: policy.version, body: policy, adoptedAt: at, signedBy: 'import', signedAt: at },
  ]);
  await insertRows(tx, 'calendars', [{ planId: id, version: 1, years: calendar, adoptedAt: at }]);
};

const insertUnits = (tx: Tx, id: PlanId, { units }: PlanDocument): Promise<void> =>
  insertRows(
    tx,
    'units',
    units.map((unit, ordinal) => ({
      planId: id,
      id: unit.id,
      name: unit.name,
      gloss: unit.gloss,
      kind: unit.kind,
      leaderInCharge: unit.leaderInCharge,
      caseOfficer: unit.caseOfficer,
      basis: unit.basis,
      ordinal,
    })),
  );

const insertPlanItems = async (
  tx: Tx,
  plan: PlanRow,
  document: PlanDocument,
  wall: Instant,
): Promise<readonly ItemId[]> => {
  const now = planNow(plan, wall);
  const context = await contextAt(tx, plan, now);
  const officers = new Map((await peopleOf(tx, plan.id)).map((person) => [person.postId, person.id]));
  const officerOf = (item: PlanItem): string | null => {
    const post = document.units.find((unit) => unit.id === item.lead)?.caseOfficer ?? null;
    return officers.get(post) ?? post;
  };
  const born = document.items.map((item) =>
    birth(plan, item, { context, now, binding: isBinding(document, item), caseOfficer: officerOf(item) }),
  );
  const writes = born.map(({ write }) => write);
  await insertItems(tx, writes);
  const logged = born.flatMap((item) => item.logged);
  await together(tx, [eventInsertion(logged, wall), ...partStatements(writes)]);
  return writes.map(({ head }) => head.id);
};

const headOf = (plan: PlanRow, item: PlanItem): ItemHead => ({
  id: itemId(plan.id, item.number),
  planId: plan.id,
  number: item.number,
  section: item.section,
  title: item.title,
  tile: item.tile,
  gloss: item.gloss,
});

interface Birth {
  readonly context: Context;
  readonly now: Instant;
  readonly binding: boolean;
  /** Whoever holds the post, or the post itself while nobody does. */
  readonly caseOfficer: string | null;
}

const birth = (plan: PlanRow, item: PlanItem, { context, now, binding, caseOfficer }: Birth) => {
  const head = headOf(plan, item);
  const { state, events } = register(
    {
      type: 'registered',
      unit: item.lead,
      coUnits: item.coUnits,
      caseOfficer,
      binding,
      policy: context.policy,
      calendarVersion: context.calendarVersion,
      milestones: item.milestones,
      measures: item.measures.map(({ id, text }) => ({ id, text, mark: null })),
    },
    now,
    context,
  );
  const { figures } = project(head.id, state, now, context, promiseOf(plan.kind));
  const write: ItemWrite = { head, state, figures, context };
  const logged = events.map((event) => ({ itemId: head.id, planId: plan.id, unitId: state.unit, event }));
  return { write, logged };
};

const auditImport = (tx: Tx, plan: PlanRow, { by, now }: ImportOptions): Promise<void> =>
  appendAudit(
    tx,
    [
      {
        actor: by ?? null,
        action: 'importPlan',
        planId: plan.id,
        itemId: null,
        submissionId: null,
        at: plan.importedAt,
        detail: { kind: plan.kind },
      },
    ],
    now,
  );
