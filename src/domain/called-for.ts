/** What the office may send up or issue on its own, and the state of an item calls for: nobody owes it as a case. */
import { available } from './decide.js';
import type { Moment } from './decide/rules.js';
import { climbOf, worstOverdue } from './climb.js';
import type { Instant } from './instants.js';
import type { ItemState } from './item.js';
import { levelOf } from './level.js';
import { listCounts } from './list.js';

export const calledForCommands = ['proposeDelisting', 'proposeStrikeOff', 'issueLetter'] as const;
export type CalledForCommand = (typeof calledForCommands)[number];

export interface CalledFor {
  readonly command: CalledForCommand;
  /** Measures concerned; null where it is not about measures. */
  readonly measures: number | null;
  /** When the clock does it anyway; null = never. */
  readonly at: Instant | null;
}

/** When the letter comes by itself, of an item that is urged and goes on being late. */
const letterAt = (state: ItemState, moment: Moment): Instant | null => {
  const milestone = worstOverdue(state);
  if (milestone === null || levelOf(state) !== 'urged') return null;
  return climbOf(state, milestone, moment).find(({ rung }) => rung === 'letter')?.at ?? null;
};

const calls = (state: ItemState, command: CalledForCommand, moment: Moment): CalledFor | null => {
  switch (command) {
    case 'proposeDelisting':
      return { command, measures: null, at: null };
    case 'proposeStrikeOff': {
      const { done } = listCounts(state);
      return done > 0 ? { command, measures: done, at: null } : null;
    }
    case 'issueLetter': {
      const at = letterAt(state, moment);
      return at === null ? null : { command, measures: null, at };
    }
  }
};

export const calledFor = (state: ItemState, moment: Moment): readonly CalledFor[] => {
  const allowed = available(state, moment).flatMap((entry) => (entry.allowed ? [entry.command] : []));
  return calledForCommands
    .filter((command) => allowed.includes(command))
    .map((command) => calls(state, command, moment))
    .filter((one) => one !== null);
};
