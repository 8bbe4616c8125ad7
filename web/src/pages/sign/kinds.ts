/** What a page of signature says, by kind of case: one table a question, so that a new kind is a row and no new page. */
import type { Policy } from '../../../../src/domain/policy.js';
import type { CommandPreview, Desk, DeskEntry, HistoryEntry, Item, Milestone } from '../../data/contract';
import { shortDate } from '../../parts/dates';
import { fieldOf } from '../../parts/recorded';
import { text, words } from '../../text';

export type CaseKind = NonNullable<DeskEntry['case']>;

/** Everything known about one signature when its page is drawn. */
export interface Looked {
  readonly item: Item;
  readonly entry: DeskEntry;
  /** Newest first. */
  readonly history: readonly HistoryEntry[];
  /** The one the item runs under; null = not known. */
  readonly policy: Policy | null;
}

export const caseIn = (desk: Desk, item: string, id: string): DeskEntry | null =>
  [...desk.owed, ...desk.withOthers].find((entry) => entry.item.id === item && entry.id === id) ?? null;

/** With which fact a case is asked for, and how that is called. */
const askedWith: Partial<
  Readonly<Record<CaseKind, readonly [fact: string, how: keyof typeof text.sign.asked]>>
> = {
  listing_signature: ['listingProposed', 'proposed'],
  delisting_signature: ['delistingProposed', 'proposed'],
  strike_off_signature: ['strikeOffProposed', 'proposed'],
  extension: ['extensionRequested', 'requested'],
  change: ['changeRequested', 'requested'],
  closing_signature: ['closingVerified', 'verified'],
  suspension: ['suspended', 'suspended'],
  obstacle: ['obstacleRaised', 'raised'],
};

/** The fact the case came of; null where it is not in the history at hand. */
export const askedBy = ({ entry, history }: Looked): HistoryEntry | null => {
  const [fact] = (entry.case && askedWith[entry.case]) ?? [];
  const found = history.find(
    (one) =>
      one.type === fact &&
      (entry.case !== 'extension' || fieldOf(one, 'milestone') === entry.subject) &&
      (entry.case !== 'obstacle' || fieldOf(one, 'obstacle') === entry.id),
  );
  return found ?? null;
};

/** `何清 03-02 提请`. */
export const askedWords = (looked: Looked): string => {
  const { entry, item } = looked;
  const asked = askedBy(looked);
  const [, how] = (entry.case && askedWith[entry.case]) ?? [];
  if (asked && how !== undefined && how !== 'opened')
    return text.sign.asked[how](asked.who, shortDate(asked.at, item.today));
  return entry.since === null ? '' : text.sign.asked.opened(shortDate(entry.since, item.today));
};

/** The milestone it is about: the one named, else the one the item's colour comes from. */
export const milestoneOf = ({ item, entry }: Pick<Looked, 'item' | 'entry'>): Milestone | null => {
  const named = entry.case === 'extension' ? entry.subject : item.proposal?.milestone;
  const id = named ?? item.explanation.milestone;
  return item.milestoneList.find((milestone) => milestone.id === id) ?? null;
};

/** What the plaque at the top says. */
export const plaqueOf = ({ item, entry }: Pick<Looked, 'item' | 'entry'>): string => {
  if (entry.case === 'listing_signature' && item.proposal) return levelName(item.proposal.level);
  return entry.title;
};

export const levelName = (level: number): string => words.levels[`listed_${level as 1 | 2 | 3}`];

/** The papers and posts of what would happen, each once. */
export const papersOf = ({ happens }: CommandPreview): readonly string[] => [
  ...new Set(happens.flatMap(({ documentTitle }) => documentTitle ?? [])),
];
export const toldPosts = ({ happens }: CommandPreview): CommandPreview['happens'][number]['told'] => [
  ...new Set(happens.flatMap(({ told }) => told)),
];
