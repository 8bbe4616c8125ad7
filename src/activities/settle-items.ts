/**
 * Promise: in one transaction items take everything they have received and everything that is due, and whatever
 * follows is written with it; repeating it changes nothing.
 */
import type { Instant } from '../domain/instants.js';
import { settle, type Outcome, type Settled } from '../domain/settle.js';
import { type Context } from '../domain/context.js';
import { auditInsertion } from '../store/audit.js';
import type { Tx } from '../store/database.js';
import { issueDocuments } from '../store/documents.js';
import { eventInsertion } from '../store/events.js';
import { recordUses } from '../store/files.js';
import {
  itemChange,
  lockItems,
  partStatements,
  project,
  type ItemWrite,
  type LockedItem,
  type Projection,
} from '../store/items.js';
import { contextAt, planNow, plansById, type PlanRow } from '../store/plans.js';
import { promiseOf, settledUpTo } from '../store/promise.js';
import { together } from '../store/rows.js';
import {
  asReceived,
  openOfItems,
  outcomeChange,
  type Decision,
  type Submission,
} from '../store/submissions.js';
import { ownTimerAt } from './own-timer.js';
import type { ItemStanding } from './standings.js';
import { tell } from './tell.js';
import { auditOfItem, documentsOfItem, usesOfItem, type Happened } from './tellings.js';

interface SettledItem {
  readonly standing: ItemStanding;
  /** What was decided now, by submission id. */
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly events: number;
  /** Something of it is shown differently now. */
  readonly changed: boolean;
}

export interface SettledItems {
  readonly items: ReadonlyMap<string, SettledItem>;
  /** Persons whose mailbox promised a later hour than it must keep now. */
  readonly mailboxes: readonly string[];
}

/** A plan at the moment of settling. */
interface Moment {
  readonly plan: PlanRow;
  readonly now: Instant;
  readonly context: Context;
}

interface Work {
  readonly item: LockedItem;
  readonly moment: Moment;
  readonly decided: readonly {
    readonly submission: Submission;
    readonly outcome: Outcome;
    readonly at: Instant;
  }[];
  readonly settled: Settled;
  readonly projection: Projection;
}

/** `wall`: the wall clock of whoever asks. Items that do not exist are left out. */
export const settleItems = async (tx: Tx, ids: readonly string[], wall: Instant): Promise<SettledItems> => {
  const locked = await lockItems(tx, ids);
  const [moments, open] = await Promise.all([
    momentsOf(tx, locked, wall),
    openOfItems(
      tx,
      locked.map(({ id }) => id),
    ),
  ]);
  const work = locked.map((item) => {
    const moment = moments.get(item.planId);
    if (!moment) throw new Error(`item ${item.id} has no plan`);
    return settleOne(
      item,
      moment,
      open.filter((submission) => submission.itemId === item.id),
    );
  });
  const mailboxes = await write(tx, work, wall);
  return { items: new Map(work.map((one) => [one.item.id, resultOf(one)])), mailboxes };
};

/** Read after the items are held, so that a clock moved meanwhile is seen. */
const momentsOf = async (
  tx: Tx,
  items: readonly LockedItem[],
  wall: Instant,
): Promise<ReadonlyMap<string, Moment>> => {
  const plans = await plansById(tx, [...new Set(items.map(({ planId }) => planId))]);
  const moments = new Map<string, Moment>();
  for (const plan of plans.values()) {
    const now = planNow(plan, wall);
    moments.set(plan.id, { plan, now, context: await contextAt(tx, plan, now) });
  }
  return moments;
};

const settleOne = (item: LockedItem, { plan, now, context }: Moment, open: readonly Submission[]): Work => {
  const upTo = settledUpTo(plan.kind, now);
  // In the minute after midnight what was received since then waits for the day's alarms.
  const taken = upTo < now ? open.filter(({ receivedAt }) => receivedAt <= upTo) : open;
  const until = Math.max(upTo, ...taken.map(({ receivedAt }) => receivedAt));
  const settled = settle(item.snapshot, taken.map(asReceived), until, context);
  const at = Math.max(until, settled.state.at);
  const projection = project(item.id, settled.state, at, context, promiseOf(plan.kind));
  const waits = taken.length < open.length;
  return {
    item,
    moment: { plan, now, context },
    decided: taken.flatMap((submission) => {
      const outcome = settled.outcomes.get(submission.id);
      return outcome ? [{ submission, outcome, at: now }] : [];
    }),
    settled,
    projection: waits ? soonerBy(projection, promiseOf(plan.kind)(now)) : projection,
  };
};

const soonerBy = ({ figures, standing }: Projection, instant: Instant): Projection => ({
  standing,
  figures: { ...figures, wakeAt: Math.min(figures.wakeAt ?? Infinity, instant), done: false },
});

const hasChanged = ({ item, settled, projection: { figures } }: Work): boolean =>
  settled.events.length > 0 || figures.light !== item.light || figures.wakeAt !== item.wakeAt;

const write = async (tx: Tx, work: readonly Work[], wall: Instant): Promise<readonly string[]> => {
  const writes = work.filter(hasChanged).map(writeOf);
  await together(tx, [
    eventInsertion(work.flatMap(loggedBy), wall),
    itemChange(writes),
    ...partStatements(writes),
    outcomeChange(work.flatMap(decisionsOf)),
    auditInsertion(
      work.flatMap((one) => auditOfItem(happenedTo(one), one.decided)),
      wall,
    ),
  ]);
  const happened = work.filter(({ settled }) => settled.events.length > 0).map(happenedTo);
  const mailboxes = await tell(tx, happened);
  await recordUses(tx, happened.flatMap(usesOfItem));
  await issueDocuments(tx, happened.flatMap(documentsOfItem));
  return mailboxes;
};

const decisionsOf = ({ decided }: Work): readonly Decision[] =>
  decided.map(({ submission, outcome, at }) => ({
    id: submission.id,
    outcome,
    // Received by another machine's clock, perhaps a moment ahead of ours.
    decidedAt: Math.max(at, submission.receivedAt),
  }));

const writeOf = ({ item, moment, settled, projection }: Work): ItemWrite => ({
  head: item,
  state: settled.state,
  figures: projection.figures,
  context: moment.context,
});

const loggedBy = ({ item, settled }: Work) =>
  settled.events.map((event) => ({
    itemId: item.id,
    planId: item.planId,
    unitId: settled.state.unit,
    event,
  }));

const happenedTo = ({ item, moment, settled }: Work): Happened => ({
  head: item,
  kind: moment.plan.kind,
  state: settled.state,
  events: settled.events,
  context: moment.context,
});

const resultOf = (work: Work): SettledItem => {
  const { item, moment, settled } = work;
  const { figures, standing } = work.projection;
  return {
    standing: {
      ...standing,
      planId: item.planId,
      wakeAt: ownTimerAt(figures.wakeAt, moment.plan, moment.now, item.number),
      done: figures.done,
    },
    decisions: new Map(decisionsOf(work).map((decision) => [decision.id, decision])),
    events: settled.events.length,
    changed: hasChanged(work),
  };
};
