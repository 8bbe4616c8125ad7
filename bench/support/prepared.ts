/**
 * Promise: the rows a settling would write, worked out beforehand by the very rules, and a transaction that writes
 * them by the store's own functions, statement for statement as the product does, without asking a rule.
 */
import {
  auditOfItem,
  documentsOfItem,
  isTold,
  noticesOfItem,
  usesOfItem,
  type Happened,
} from '../../src/activities/tellings.js';
import type { Instant } from '../../src/domain/instants.js';
import { settle, type Received } from '../../src/domain/settle.js';
import { type Context } from '../../src/domain/context.js';
import type { Audience } from '../../src/store/audience.js';
import { auditInsertion, type AuditEntry } from '../../src/store/audit.js';
import type { Tx } from '../../src/store/database.js';
import { issueDocuments, type NewDocument } from '../../src/store/documents.js';
import { eventInsertion, type LoggedEvent } from '../../src/store/events.js';
import { recordUses, type FileUse } from '../../src/store/files.js';
import {
  itemChange,
  lockItems,
  partStatements,
  project,
  type ItemHead,
  type ItemRow,
  type ItemWrite,
} from '../../src/store/items.js';
import { appendNotices, waitingReminders, type NewNotice } from '../../src/store/notices.js';
import { peopleOf } from '../../src/store/people.js';
import { plansById, unitsOf, type PlanRow } from '../../src/store/plans.js';
import { promiseOf } from '../../src/store/promise.js';
import { together } from '../../src/store/rows.js';
import { openOfItems, outcomeChange, type Decision, type Submission } from '../../src/store/submissions.js';

export interface Prepared {
  readonly head: ItemHead;
  readonly logged: readonly LoggedEvent[];
  readonly write: ItemWrite;
  readonly audit: readonly AuditEntry[];
  readonly notices: readonly NewNotice[];
  readonly uses: readonly FileUse[];
  readonly documents: readonly NewDocument[];
  readonly decision: Decision | null;
  readonly isTold: boolean;
}

export interface Ground {
  readonly plan: PlanRow;
  readonly context: Context;
  readonly audience: Audience;
}

/** What settling at `now` would write for an item, and for the command it may have received. */
export const prepare = (
  { plan, context, audience }: Ground,
  item: Pick<ItemRow, 'snapshot'> & ItemHead,
  received: Submission | null,
  now: Instant,
): Prepared => {
  const { state, events, outcomes } = settle(item.snapshot, received ? [asked(received)] : [], now, context);
  const { figures } = project(item.id, state, now, context, promiseOf(plan.kind));
  const happened: Happened = { head: item, kind: plan.kind, state, events, context };
  const outcome = received && outcomes.get(received.id);
  if (outcome?.kind === 'refused') throw new Error(`${received?.type} is refused: ${outcome.code}`);
  return {
    head: item,
    logged: events.map((event) => ({ itemId: item.id, planId: item.planId, unitId: state.unit, event })),
    write: { head: item, state, figures, context },
    audit: auditOfItem(happened, received && outcome ? [{ submission: received, outcome, at: now }] : []),
    notices: noticesOfItem(happened, audience),
    uses: usesOfItem(happened),
    documents: documentsOfItem(happened),
    decision: received && outcome ? { id: received.id, outcome, decidedAt: now } : null,
    isTold: events.some(isTold),
  };
};

const asked = ({ id, body, actor, receivedAt }: Submission): Received => ({
  submission: id,
  command: body as Received['command'],
  actor,
  receivedAt,
  expectedVersion: null,
});

/** The settling transaction's statements, in its order, with rows that are there already. */
export const record = async (tx: Tx, item: string, wall: Instant, rowsFor: RowsFor): Promise<void> => {
  const [locked] = await lockItems(tx, [item]);
  if (!locked) throw new Error(`there is no item ${item}`);
  await plansById(tx, [locked.planId]);
  await openOfItems(tx, [item]);
  const prepared = rowsFor(locked.snapshot.version);
  await together(tx, [
    eventInsertion(prepared.logged, wall),
    itemChange([prepared.write]),
    ...partStatements([prepared.write]),
    outcomeChange(prepared.decision ? [prepared.decision] : []),
    auditInsertion(prepared.audit, wall),
  ]);
  if (prepared.isTold) {
    await peopleOf(tx, locked.planId);
    await unitsOf(tx, locked.planId);
    await countReminders(tx, locked.planId, prepared.notices);
    await appendNotices(tx, prepared.notices);
  }
  await recordUses(tx, prepared.uses);
  await issueDocuments(tx, prepared.documents);
};

/** A digest has a measure: how much of it is taken is asked before reminders are written. */
const countReminders = async (tx: Tx, planId: string, notices: readonly NewNotice[]): Promise<void> => {
  const reminders = notices.filter((notice) => notice.class === 'reminder');
  if (reminders.length === 0) return;
  const persons = [...new Set(reminders.map(({ personId }) => personId))];
  const since = Math.min(...reminders.map(({ deliverAt }) => deliverAt));
  await waitingReminders(tx, { planId, persons, since });
};

/** The rows that follow a version of the item. */
export type RowsFor = (version: number) => Prepared;

/** The same rows as of another version, instant and submission: what a step of a repeated series writes. */
export const redated = (prepared: Prepared, version: number, submission: string, at: Instant): Prepared => {
  const { logged, write, decision } = prepared;
  const first = logged[0]?.event.seq ?? 0;
  const seqOf = (seq: number): number => version + 1 + seq - first;
  const last = version + logged.length;
  const stamp = { at, recordedAt: at, submission };
  return {
    ...prepared,
    logged: logged.map((one) => ({
      ...one,
      event: { ...one.event, ...stamp, seq: seqOf(one.event.seq) },
    })),
    write: {
      ...write,
      state: { ...write.state, version: last, at },
      figures: { ...write.figures, version: last, settledAt: at },
    },
    audit: prepared.audit.map((entry) => ({ ...entry, submissionId: submission, at })),
    notices: prepared.notices.map((notice) => {
      const eventSeq = seqOf(notice.eventSeq);
      return { ...notice, eventSeq, dedupeKey: `${notice.itemId}/${eventSeq}/${notice.personId}` };
    }),
    uses: prepared.uses.map((use) => ({ ...use, eventSeq: seqOf(use.eventSeq) })),
    documents: prepared.documents.map((one) => ({ ...one, eventSeq: seqOf(one.eventSeq) })),
    decision: decision && {
      ...{ id: submission, decidedAt: at },
      outcome: { ...decision.outcome, version: last },
    },
  };
};
