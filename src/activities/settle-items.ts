/**
 * Promise: in one transaction items take everything they have received and everything that is due, and whatever
 * follows is written with it; repeating it changes nothing.
 */
import { dayMs, type Instant } from '../domain/instants.js';
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
import { appendNotices } from '../store/notices.js';
import { peopleOf } from '../store/people.js';
import { contextAt, planNow, plansById, unitsOf, type PlanRow } from '../store/plans.js';
import { promiseOf, settledUpTo } from '../store/promise.js';
import { together } from '../store/rows.js';
import {
  asReceived,
  openOfItems,
  outcomeChange,
  type Decision,
  type Submission,
} from '../store/submissions.js';
import type { ItemStanding } from './standings.js';
import {
  auditOfItem,
  documentsOfItem,
  isTold,
  noticesOfItem,
  usesOfItem,
  type Happened,
} from './tellings.js';

interface SettledItem {
  readonly standing: ItemStanding;
  readonly outcomes: ReadonlyMap<string, Outcome>;
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
  const moments = await momentsOf(tx, locked, wall);
  const open = await openOfItems(
    tx,
    locked.map(({ id }) => id),
  );
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
  decided.map(({ submission, outcome, at }) => ({ id: submission.id, outcome, decidedAt: at }));

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

const tell = async (tx: Tx, happened: readonly Happened[]): Promise<readonly string[]> => {
  const mailboxes: string[] = [];
  for (const plan of new Set(happened.map(({ head }) => head.planId))) {
    const ofPlan = happened.filter(({ head, events }) => head.planId === plan && events.some(isTold));
    if (ofPlan.length === 0) continue;
    const audience = { people: await peopleOf(tx, plan), units: await unitsOf(tx, plan) };
    mailboxes.push(
      ...(await appendNotices(
        tx,
        ofPlan.flatMap((item) => noticesOfItem(item, audience)),
      )),
    );
  }
  return mailboxes;
};

/** A rehearsal's clock is moved without telling items that are far from due: they look again within a day. */
const wallOf = (wakeAt: Instant | null, { plan, now }: Moment): Instant | null => {
  if (wakeAt === null) return null;
  return (plan.kind === 'rehearsal' ? Math.min(wakeAt, now + dayMs) : wakeAt) - plan.clockShiftMs;
};

const resultOf = (work: Work): SettledItem => {
  const { item, moment, settled } = work;
  const { figures, standing } = work.projection;
  return {
    standing: {
      ...standing,
      planId: item.planId,
      wakeAt: wallOf(figures.wakeAt, moment),
      done: figures.done,
    },
    outcomes: settled.outcomes,
    events: settled.events.length,
    changed: hasChanged(work),
  };
};
