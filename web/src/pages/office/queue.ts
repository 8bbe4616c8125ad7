/** What the office itself owes, as one queue: a person's own cases and, for the head, those of the case officers. */
import type { Desk, DeskEntry, Role } from '../../data/contract';

export type CaseKind = NonNullable<DeskEntry['case']>;

export const queueTabs = [
  'all',
  'evidence',
  'requests',
  'breakdown',
  'rectification',
  'handing',
  'closing',
  'other',
] as const;
export type QueueTab = (typeof queueTabs)[number];

/** What one may look for besides a kind: the clocks at the head of the page link here. */
export const queueClocks = ['late', 'today'] as const;
export type QueueClock = (typeof queueClocks)[number];
export type QueueView = QueueTab | QueueClock;

const tabOf: Partial<Readonly<Record<CaseKind, QueueTab>>> = {
  evidence_review: 'evidence',
  extension: 'requests',
  change: 'requests',
  decomposition_review: 'breakdown',
  rectification_review: 'rectification',
  handing_out: 'handing',
  closing_verification: 'closing',
};

const views: readonly string[] = [...queueTabs, ...queueClocks];
export const viewOf = (named: string | null): QueueView =>
  named !== null && views.includes(named) ? (named as QueueView) : 'all';

/** By the term alone: in a queue of one's own clocks the next to run out comes first. */
const byTerm = (a: DeskEntry, b: DeskEntry): number =>
  Number(b.over) - Number(a.over) || a.until.localeCompare(b.until) || a.item.number - b.item.number;

export const queueOf = ({ owed, withOthers }: Desk, role: Role): readonly DeskEntry[] => {
  const ofOfficers = role === 'supervision_head' ? withOthers.filter(({ by }) => by === 'case_officer') : [];
  return [...owed, ...ofOfficers].filter(({ kind }) => kind === 'case').sort(byTerm);
};

export const isDueToday = ({ over, workingDays, until }: DeskEntry, today: string): boolean =>
  !over && workingDays.left === 0 && until === today;

const isIn = (entry: DeskEntry, view: QueueView, today: string): boolean => {
  if (view === 'all') return true;
  if (view === 'late') return entry.over;
  if (view === 'today') return isDueToday(entry, today);
  return ((entry.case && tabOf[entry.case]) ?? 'other') === view;
};

export const viewed = (queue: readonly DeskEntry[], view: QueueView, today: string): readonly DeskEntry[] =>
  queue.filter((entry) => isIn(entry, view, today));

export interface Folded {
  readonly rows: readonly DeskEntry[];
  /** Hand-outs told in one line; none = there are few, or they are what one looks at. */
  readonly handOuts: readonly DeskEntry[];
}

const rowsAtMost = 3;

/** A plan that begins has everything to be handed out: one decision for many, which must not bury all else. */
export const folded = (rows: readonly DeskEntry[], view: QueueView): Folded => {
  const handOuts = rows.filter((entry) => entry.case === 'handing_out');
  return view === 'handing' || handOuts.length <= rowsAtMost
    ? { rows, handOuts: [] }
    : { rows: rows.filter((entry) => entry.case !== 'handing_out'), handOuts };
};

/** How many rows each view has. */
export const countsOf = (queue: readonly DeskEntry[], today: string): Readonly<Record<QueueView, number>> =>
  Object.fromEntries(
    [...queueTabs, ...queueClocks].map((view) => [view, viewed(queue, view, today).length]),
  ) as Record<QueueView, number>;

/** Cases of which one must see what was handed in before one decides. */
const withMatter: readonly CaseKind[] = [
  'evidence_review',
  'extension',
  'change',
  'decomposition_review',
  'rectification_review',
  'obstacle',
  'closing_verification',
];
export const hasMatter = ({ case: kind }: DeskEntry): boolean => kind !== null && withMatter.includes(kind);

export const isRequest = ({ case: kind }: DeskEntry): boolean => kind === 'extension' || kind === 'change';

/** What leaders have been asked to sign, the first to run out first. */
export const sentUpOf = ({ withOthers }: Desk): readonly DeskEntry[] =>
  withOthers
    .filter(({ kind, by }) => kind === 'case' && (by === 'leader_in_charge' || by === 'director'))
    .sort(byTerm);

/** Values a command's form starts with: what the case is about. */
export const givenFor = ({ case: kind, id, subject }: DeskEntry): Readonly<Record<string, string>> => {
  if (kind === 'obstacle') return { obstacle: id };
  return subject !== null && (kind === 'evidence_review' || kind === 'extension')
    ? { milestone: subject }
    : {};
};

/** Milestones due within so many days, today included. */
export const dueWithin = ({ upcoming }: Desk, lastDay: string): readonly DeskEntry[] =>
  upcoming.filter(({ until }) => until <= lastDay);
