/** What the log alone tells of an item's enforcement: when each step was taken, and who asked for what is owed. */
import type { ItemEvent } from './events.js';
import { dateOf, type Instant, type IsoDate } from './instants.js';
import type { ItemState, Level } from './item.js';
import { listedLevel } from './level.js';
import type { Actor } from './people.js';

export interface StepTaken {
  readonly level: Level;
  /** The day it was recorded, as documents carry it. */
  readonly on: IsoDate;
}

/** The letter and each level of what stands now, in order; what was ended by a delisting is no part of it. */
export const stepsTaken = (events: readonly ItemEvent[]): readonly StepTaken[] => {
  let letter: StepTaken | null = null;
  let listed: StepTaken[] = [];
  for (const event of events) {
    const on = dateOf(event.recordedAt);
    if (event.type === 'letterIssued' && listed.length === 0) letter = { level: 'lettered', on };
    if (event.type === 'listed') listed.push({ level: listedLevel(event.level), on });
    if (event.type === 'delisted') [letter, listed] = [null, []];
  }
  return letter === null ? listed : [letter, ...listed];
};

export interface Asker {
  readonly at: Instant;
  /** Null = the clock. */
  readonly actor: Actor | null;
}

/** Who brought a case about: what a command leads to is its giver's doing. */
export const askerOf = (events: readonly ItemEvent[], openCase: string): Asker | null => {
  const opened = events.findLast((event) => event.type === 'caseOpened' && event.case === openCase);
  if (!opened) return null;
  const { submission, at } = opened;
  const command = events.find(
    (event) => submission !== null && event.submission === submission && event.actor !== null,
  );
  return { at, actor: opened.actor ?? command?.actor ?? null };
};

export const rectificationStates = ['none', 'owed', 'under_review', 'accepted'] as const;
export interface Rectification {
  /** Whose turn it is with the plan of a listed item; `none` = no plan is asked for. */
  readonly state: (typeof rectificationStates)[number];
  readonly until: IsoDate | null;
  readonly over: boolean;
}

export const rectificationOf = (state: ItemState): Rectification => {
  const without = { until: null, over: false };
  if (state.listing === null) return { state: 'none', ...without };
  if (state.listing.planAccepted) return { state: 'accepted', ...without };
  const open = state.cases.find(({ kind }) => kind === 'rectification' || kind === 'rectification_review');
  if (!open) return { state: 'none', ...without };
  const { kind, until, overAt } = open;
  return { state: kind === 'rectification' ? 'owed' : 'under_review', until, over: overAt !== null };
};
