/** `decide(state, command) -> facts | refusal`: state and suspension, rights, then the command's own rule. */
import type { Command, CommandType } from './commands.js';
import { adopting } from './decide/adopting.js';
import { breakingDown } from './decide/breaking-down.js';
import { ending } from './decide/ending.js';
import { enforcement } from './decide/enforcement.js';
import { obstacles } from './decide/obstacles.js';
import { handingOut } from './decide/handing-out.js';
import { time } from './decide/time.js';
import { working } from './decide/working.js';
import type { CommandRule, CommandRules, Moment } from './decide/rules.js';
import type { Fact } from './events.js';
import type { ItemState } from './item.js';
import { refuse, type Refusal } from './refusals.js';
import { can, mayGive } from './rights.js';

/** Every command and its rule: a missing one is a type error. */
export const commandRules: CommandRules<CommandType> = {
  ...handingOut,
  ...obstacles,
  ...breakingDown,
  ...working,
  ...time,
  ...adopting,
  ...enforcement,
  ...ending,
};

export const commandTypes = Object.keys(commandRules) as readonly CommandType[];

/** The table of 01: blank cells refuse, and while suspended all but a few do. */
const inState = (state: ItemState, rule: CommandRule<never>): Refusal | null => {
  if (state.suspendedSince !== null && !rule.whileSuspended) return refuse('suspended');
  return rule.states.includes(state.lifecycle) ? null : refuse('wrong_state', state.lifecycle);
};

/** Why the actor cannot give the command now, whatever its particulars; null = may be tried. */
const hindrance = (state: ItemState, type: CommandType, moment: Moment): Refusal | null => {
  const rule = commandRules[type] as CommandRule<never>;
  return inState(state, rule) ?? can(moment.actor, type, state) ?? rule.ready?.(state, moment) ?? null;
};

export const decide = (state: ItemState, command: Command, moment: Moment): readonly Fact[] | Refusal => {
  const rule = commandRules[command.type] as CommandRule<CommandType>;
  return hindrance(state, command.type, moment) ?? rule.decide(state, command, moment);
};

export interface Available {
  readonly command: CommandType;
  readonly allowed: boolean;
  readonly reason: Refusal | null;
}

/** The commands of the actor's role on this item: which may be given now, and why not the others. */
export const available = (state: ItemState, moment: Moment): readonly Available[] =>
  commandTypes
    .filter((command) => mayGive[command].includes(moment.actor.role))
    .map((command) => {
      const { hopeless } = commandRules[command] as CommandRule<never>;
      const reason = hindrance(state, command, moment) ?? hopeless?.(state) ?? null;
      return { command, allowed: reason === null, reason };
    });
