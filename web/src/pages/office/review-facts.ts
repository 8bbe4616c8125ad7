/** What a case's matter is read from: facts of the item's record and the requests it holds open. */
import type { DeskEntry, HistoryEntry, Item } from '../../data/contract';
import { text } from '../../text';

type Fact = Readonly<Record<string, unknown>>;

/** The newest fact of a type that says these things; history comes newest first. */
export const lastFact = (
  history: readonly HistoryEntry[],
  type: string,
  fits: Fact = {},
): HistoryEntry | undefined =>
  history.find(
    (entry) =>
      entry.type === type &&
      Object.entries(fits).every(([name, value]) => (entry.fact as Fact)[name] === value),
  );

/** What a fact says in one of its fields; nothing where it has none. */
export const factOf = (entry: HistoryEntry | undefined, field: string): string => {
  const value = entry && (entry.fact as Fact)[field];
  return typeof value === 'string' ? value : '';
};

const aboutIt: readonly RegExp[] = [
  /^evidence/,
  /^extension/,
  /^change/,
  /^milestones/,
  /^rectification/,
  /^closing/,
  /^progress/,
];

/** What happened before the case was opened: entries on the same milestone, and dealings with the office about no milestone. */
export const beforeOf = (
  { subject, since }: Pick<DeskEntry, 'subject' | 'since'>,
  history: readonly HistoryEntry[],
  atMost = 12,
): readonly HistoryEntry[] =>
  history
    .filter(({ type, fact, at }) => {
      const { milestone } = fact as Fact;
      const isBefore = since === null || at < since;
      return (
        isBefore &&
        aboutIt.some((pattern) => pattern.test(type)) &&
        (milestone === undefined || milestone === subject)
      );
    })
    .slice(0, atMost);

interface Change {
  readonly drop?: string;
  readonly evidence?: { readonly milestone: string; readonly evidence: string };
  readonly coUnits?: readonly string[];
  readonly note?: string;
}

const titleOf = (item: Pick<Item, 'milestoneList'>, id: string): string =>
  item.milestoneList.find((milestone) => milestone.id === id)?.title ?? id;

/** The change that is asked for, a sentence a part. */
export const changeLines = (
  item: Pick<Item, 'change' | 'milestoneList'>,
  unitOf: (id: string) => string,
): readonly string[] => {
  const { drop, evidence, coUnits, note } = (item.change as { change?: Change } | null)?.change ?? {};
  const labels = text.office.review;
  return [
    ...(drop === undefined ? [] : [labels.drop(titleOf(item, drop))]),
    ...(evidence ? [labels.newEvidence(titleOf(item, evidence.milestone)) + evidence.evidence] : []),
    ...(coUnits ? [labels.coUnits + text.office.list(coUnits.map(unitOf))] : []),
    ...(note === undefined || note === '' ? [] : [note]),
  ];
};

export interface Seed {
  readonly id: string;
  readonly title: string;
  readonly due: string;
  readonly evidence: string;
  readonly measures: number;
}

interface Decomposition {
  readonly milestones?: readonly (Omit<Seed, 'measures'> & { readonly measures: readonly string[] })[];
  readonly replaces?: readonly string[];
}

/** The milestones a unit proposes, and how many present ones they replace. */
export const seedsOf = (
  item: Pick<Item, 'decomposition'>,
): { readonly seeds: readonly Seed[]; readonly replaces: number } => {
  const { milestones = [], replaces = [] } = (item.decomposition ?? {}) as Decomposition;
  return {
    seeds: milestones.map(({ id, title, due, evidence, measures }) => ({
      ...{ id, title, due, evidence },
      measures: measures.length,
    })),
    replaces: replaces.length,
  };
};
