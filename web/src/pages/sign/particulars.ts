/** What a decision on a case still needs to be told, beyond what the case itself names. */
import { bodyOf, forms, isCommand, type Field } from '../../commands/forms';
import type { DeskEntry, Item, ItemCommandType } from '../../data/contract';
import { words } from '../../text';

type Given = Readonly<Record<string, string>>;

/** The command that grants what a case asks for, and the one that does not; the API lists them in this order. */
export const decisionsOn = (
  entry: DeskEntry,
): { readonly yes: ItemCommandType | null; readonly no: ItemCommandType | null } => {
  const [yes = '', no = ''] = entry.commands;
  return { yes: isCommand(yes) ? yes : null, no: isCommand(no) ? no : null };
};

/** Fields whose value the case is. */
export const givenBy = (entry: DeskEntry, command: ItemCommandType): Given =>
  Object.fromEntries(
    forms[command].flatMap((field): [string, string][] => {
      if (field.kind === 'milestone' && entry.subject !== null) return [[field.name, entry.subject]];
      return field.kind === 'obstacle' ? [[field.name, entry.id]] : [];
    }),
  );

const isOptional = (field: Field): boolean => 'optional' in field && field.optional === true;
const isTyped = ({ kind }: Field): boolean => kind === 'text' || kind === 'note' || kind === 'line';

export interface ToType {
  readonly name: string;
  readonly needed: boolean;
}

/** Fields to be written before confirming. */
export const toType = (command: ItemCommandType): readonly ToType[] =>
  forms[command].filter(isTyped).map((field) => ({ name: field.name, needed: !isOptional(field) }));

/** Whether a few written words are all it needs; else its own form is opened. */
export const fitsSheet = (entry: DeskEntry, command: ItemCommandType): boolean => {
  const given = givenBy(entry, command);
  return forms[command].every((field) => isTyped(field) || isOptional(field) || field.name in given);
};

export const bodyFor = (entry: DeskEntry, command: ItemCommandType, typed: Given): Record<string, unknown> =>
  bodyOf(command, { ...givenBy(entry, command), ...typed });

/** For looking ahead before anything is written: facts do not depend on the wording. */
export const bodyAhead = (entry: DeskEntry, command: ItemCommandType): Record<string, unknown> =>
  bodyFor(entry, command, Object.fromEntries(toType(command).map(({ name }) => [name, '…'])));

export interface Refusal {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}

/** Null = it may be given. What the API does not list is not for this post. */
export const refusalOf = (
  { available }: Pick<Item, 'available'>,
  command: ItemCommandType,
): Refusal | null => {
  const found = available.find((entry) => entry.command === command);
  if (!found) return { code: 'not_allowed', ...words.problems.not_allowed };
  return found.allowed ? null : found.reason;
};
