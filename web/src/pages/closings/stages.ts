/** How far a closing has come: asked, countersigned, verified, approved; each with who did it and when. */
import type { HistoryEntry, Item, NextStep } from '../../data/contract';
import { fieldOf, saidIn } from '../../parts/recorded';

export interface ClosingProps {
  readonly item: Item;
  /** Newest first. */
  readonly history: readonly HistoryEntry[];
}

export type Stage = 'requested' | 'countersigned' | 'verified' | 'closed';

export interface StageShown {
  readonly stage: Stage;
  readonly state: 'passed' | 'here' | 'ahead';
  /** Of the last fact that passed it; null = not passed, or nothing was to be done. */
  readonly by: HistoryEntry | null;
}

/** In which field of a fact its author's own words are. */
const wordsOf: Readonly<Record<string, string>> = {
  closingRequested: 'text',
  countersigned: 'opinion',
  closingVerified: 'text',
  closingApproved: 'text',
  closingReturned: 'reason',
  reopened: 'reason',
};

export interface Opinion {
  readonly entry: HistoryEntry;
  readonly words: string;
}

/** What was said on the way to the closing, oldest first, of this request and those before it. */
export const opinionsOf = (history: readonly HistoryEntry[]): readonly Opinion[] =>
  history
    .flatMap((entry): readonly Opinion[] => {
      const field = wordsOf[entry.type];
      return field === undefined ? [] : [{ entry, words: saidIn(entry, field) }];
    })
    .reverse();

/** Facts of the present request; none where nobody has asked since the last return. */
const ofRequest = (history: readonly HistoryEntry[]): readonly HistoryEntry[] => {
  const end = history.findIndex(({ type }) => type === 'closingReturned' || type === 'reopened');
  const since = end === -1 ? history : history.slice(0, end);
  const asked = since.findIndex(({ type }) => type === 'closingRequested');
  return asked === -1 ? [] : since.slice(0, asked + 1);
};

/** Co-units that still owe their word, as the API says who owes what. */
export const missingOf = ({ steps }: Pick<Item, 'steps'>): readonly NextStep[] =>
  steps.filter(({ kind }) => kind === 'countersignature');

/** Co-units that have given it. */
export const countersignedOf = (history: readonly HistoryEntry[]): readonly string[] =>
  ofRequest(history)
    .filter(({ type }) => type === 'countersigned')
    .map((entry) => String(fieldOf(entry, 'unit')));

/** `history`: newest first. */
export const stagesOf = (item: Item, history: readonly HistoryEntry[]): readonly StageShown[] => {
  const facts = ofRequest(history);
  const last = (type: string): HistoryEntry | null => facts.find((entry) => entry.type === type) ?? null;
  const requested = last('closingRequested');
  const passed: readonly (readonly [Stage, HistoryEntry | null, boolean])[] = [
    ['requested', requested, requested !== null],
    ['countersigned', last('countersigned'), requested !== null && missingOf(item).length === 0],
    ['verified', last('closingVerified'), last('closingVerified') !== null],
    ['closed', last('closingApproved'), item.lifecycle === 'closed'],
  ];
  const here = passed.findIndex(([, , isPassed]) => !isPassed);
  return passed.map(([stage, by, isPassed], index) => ({
    stage,
    state: isPassed ? 'passed' : index === here ? 'here' : 'ahead',
    by: isPassed ? by : null,
  }));
};
