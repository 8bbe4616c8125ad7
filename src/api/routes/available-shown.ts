/** What the caller may do to an item now, and in words why not the rest. */
import type { z } from 'zod';
import { fromPlan, type CommandType } from '../../domain/commands.js';
import { rulesFor, type Context } from '../../domain/context.js';
import { available } from '../../domain/decide.js';
import type { Instant } from '../../domain/instants.js';
import type { ItemState } from '../../domain/item.js';
import type { Refusal } from '../../domain/refusals.js';
import { can } from '../../domain/rights.js';
import type { availableCommand } from '../contract/item-shapes.js';
import { problemText } from '../problem.js';
import type { Caller } from '../sign-in.js';
import type { Language, Naming, Words } from '../words/index.js';

export interface Asking {
  readonly at: Instant;
  readonly context: Context;
  readonly caller: Caller;
  readonly words: Words;
  readonly language: Language;
}

type Shown = z.input<typeof availableCommand>;

const commandShown = (
  command: CommandType,
  reason: Refusal | null,
  { words, language }: Asking,
  naming: Naming,
): Shown => ({
  command,
  title: words.commands[command],
  allowed: reason === null,
  reason: reason && problemText(reason.refused, reason.detail, language, naming),
});

/** The commands of the caller's role. */
export const availableShown = (state: ItemState, asking: Asking, naming: Naming): Shown[] => {
  const { at, context, caller } = asking;
  return available(state, { ...rulesFor(state, context), at, actor: caller.actor, context })
    .filter(({ command }) => !fromPlan.some((type) => type === command))
    .map(({ command, reason }) => commandShown(command, reason, asking, naming));
};

/** Certain commands, also those of other roles, which the caller's post may not give. */
export const theseShown = (
  commands: readonly CommandType[],
  state: ItemState,
  asking: Asking,
  naming: Naming,
): Shown[] => {
  const ofRole = availableShown(state, asking, naming);
  return commands.map(
    (command) =>
      ofRole.find((one) => one.command === command) ??
      commandShown(command, can(asking.caller.actor, command, state), asking, naming),
  );
};
