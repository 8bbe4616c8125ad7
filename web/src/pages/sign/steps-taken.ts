/** What was already done about an item, as the ladder's steps in the order they were taken. */
import type { HistoryEntry } from '../../data/contract';
import { fieldOf } from '../../parts/recorded';
import { words } from '../../text';

export interface StepTaken {
  readonly seq: number;
  /** Of the first, where it was taken several times in a row. */
  readonly at: string;
  readonly label: string;
  readonly times: number;
}

type LabelOf = (entry: HistoryEntry) => string;

const listedAs: LabelOf = (entry) => words.levels[`listed_${fieldOf(entry, 'level') as 1 | 2 | 3}`];

const labels: Readonly<Record<string, LabelOf>> = {
  urged: () => words.levels.urged,
  letterIssued: () => words.levels.lettered,
  listed: listedAs,
  listingDeclined: () => words.commands.declineListing,
  interviewCalled: () => words.cases.interview,
  rectificationPlanAccepted: () => words.commands.acceptRectificationPlan,
  rectificationPlanReturned: () => words.commands.returnRectificationPlan,
  evidenceAccepted: () => words.commands.acceptEvidence,
  evidenceReturned: () => words.commands.returnEvidence,
  extensionGranted: () => words.commands.grantExtension,
  extensionRefused: () => words.commands.refuseExtension,
  delistingDeclined: () => words.commands.declineDelisting,
  delisted: () => words.commands.delist,
  closingReturned: () => words.commands.returnClosing,
  reopened: () => words.commands.reopen,
  instructed: () => words.commands.instruct,
};

const merged = (
  steps: readonly StepTaken[],
  { seq, at, type, ...rest }: HistoryEntry,
): readonly StepTaken[] => {
  const label = labels[type]?.({ seq, at, type, ...rest });
  if (label === undefined) return steps;
  const last = steps.at(-1);
  if (last?.label === label) return [...steps.slice(0, -1), { ...last, times: last.times + 1 }];
  return [...steps, { seq, at, label, times: 1 }];
};

/** `history`: newest first, as the API answers it. The last `atMost`, oldest first. */
export const stepsTaken = (history: readonly HistoryEntry[], atMost = 9): readonly StepTaken[] =>
  [...history].reverse().reduce(merged, []).slice(-atMost);
