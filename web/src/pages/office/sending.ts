/**
 * Promise: one command given to many items is sent once to each, one after another, so that numbers follow on and
 * nothing is doubled when what failed is sent again.
 */
import type { CommandPreview } from '../../data/contract';
import type { Sending } from '../../data/submit';

export const bulkCommands = ['dispatch', 'urge', 'issueLetter'] as const;
export type BulkCommand = (typeof bulkCommands)[number];

export type SendingState = Sending['state'];
/** How each item stands, by its id; one that is not there has not been sent. */
export type States = Readonly<Record<string, SendingState>>;

/** What is still to be sent: all that may be, without what has been issued. */
export const remaining = (allowed: readonly string[], states: States): readonly string[] =>
  allowed.filter((id) => states[id] !== 'done');

/** Whose turn comes after this one within a round of sending; null = the round is over. */
export const turnAfter = (round: readonly string[], id: string): string | null =>
  round[round.indexOf(id) + 1] ?? null;

export interface Paper {
  /** Of the paper; null = it is told on none. */
  readonly title: CommandPreview['happens'][number]['documentTitle'];
  readonly text: string;
  readonly told: CommandPreview['happens'][number]['told'];
}

/** What a command puts on paper or tells somebody; facts that stay in the record are left out. */
export const papersIn = ({ happens }: CommandPreview): readonly Paper[] =>
  happens
    .filter(({ documentTitle, told }) => documentTitle !== null || told.length > 0)
    .map(({ documentTitle, text, told }) => ({ title: documentTitle, text, told }));
