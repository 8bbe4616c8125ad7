/** What a digest says: its items, gravest first, each with its reminders merged, and what was past due when handed out. */
import { isPrintedAsOne } from './digest.js';
import type { FactType } from './events.js';

/** A reminder as a digest prints it. */
export interface Reminder {
  readonly planId: string;
  readonly itemId: string;
  readonly itemNumber: number;
  readonly itemTitle: string;
  /** The type of the event told of. */
  readonly kind: string;
  /** Milestones concerned. */
  readonly milestones: readonly string[];
}

/** Reminders of one kind about one item. */
interface DigestLine {
  readonly kind: string;
  readonly count: number;
  readonly milestones: readonly string[];
}

interface DigestItem {
  readonly number: number;
  readonly title: string;
  readonly lines: readonly DigestLine[];
}

export interface DigestPage {
  /** How many things have happened or are asked for, past dues apart. */
  readonly things: number;
  readonly items: readonly DigestItem[];
  /** Milestones that were over when their items were handed out. */
  readonly pastDues: readonly {
    readonly number: number;
    readonly title: string;
    readonly milestones: readonly string[];
  }[];
}

/** What weighs most comes first; kinds not named here are news and come last. */
const byWeight: readonly FactType[] = [
  'standingReported',
  'caseEscalated',
  'reportAsked',
  'reminded',
  'caseOpened',
];

const weightOf = (kind: string): number => {
  const place = (byWeight as readonly string[]).indexOf(kind);
  return place < 0 ? byWeight.length : place;
};

type Group = readonly [Reminder, ...Reminder[]];

const groupedBy = (
  reminders: readonly Reminder[],
  keyOf: (reminder: Reminder) => string,
): readonly Group[] => {
  const groups = new Map<string, Group>();
  for (const reminder of reminders) {
    const before = groups.get(keyOf(reminder));
    groups.set(keyOf(reminder), before ? [...before, reminder] : [reminder]);
  }
  return [...groups.values()];
};

const milestonesIn = (reminders: readonly Reminder[]): readonly string[] => [
  ...new Set(reminders.flatMap(({ milestones }) => milestones)),
];

/** By plan and number: the order in which a plan is read. */
const inPlanOrder = ([a]: Group, [b]: Group): number =>
  a.planId === b.planId ? a.itemNumber - b.itemNumber : a.planId < b.planId ? -1 : 1;

const gravest = (group: Group): number => Math.min(...group.map(({ kind }) => weightOf(kind)));

const itemOf = (group: Group): DigestItem => ({
  number: group[0].itemNumber,
  title: group[0].itemTitle,
  lines: groupedBy(group, ({ kind }) => kind)
    .map((alike) => ({ kind: alike[0].kind, count: alike.length, milestones: milestonesIn(alike) }))
    .sort((a, b) => weightOf(a.kind) - weightOf(b.kind)),
});

const byItem = (reminders: readonly Reminder[]): readonly Group[] =>
  [...groupedBy(reminders, ({ itemId }) => itemId)].sort(inPlanOrder);

export const digestPage = (reminders: readonly Reminder[]): DigestPage => {
  const things = reminders.filter(({ kind }) => !isPrintedAsOne(kind));
  const pastDues = reminders.filter(({ kind }) => isPrintedAsOne(kind));
  return {
    things: things.length,
    items: [...byItem(things)].sort((a, b) => gravest(a) - gravest(b)).map(itemOf),
    pastDues: byItem(pastDues).map((group) => ({
      number: group[0].itemNumber,
      title: group[0].itemTitle,
      milestones: milestonesIn(group),
    })),
  };
};
