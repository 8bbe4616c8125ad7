/** A row of the table of commands: where it may be given, by whom, what refuses it, and what it brings about. */
import type { CommandOf, CommandType } from '../../../src/domain/commands.js';
import type { IsoDate } from '../../../src/domain/instants.js';
import type { Actor } from '../../../src/domain/people.js';
import type { RefusalCode } from '../../../src/domain/refusals.js';
import { dayNamed } from './days.js';
import { mileNamed } from './miles.js';
import { type Mile, type World, todayOf } from './world.js';

/** Every reason that applies, in no order: the core may name any of them. */
export type Reasons = readonly (RefusalCode | false)[];

export interface Rule<T extends CommandType> {
  /** R D P V C X T = registered, dispatched, in progress, closing review, completed, closed, terminated. */
  readonly in: string;
  /** o officer, h unit head, c case officer, s supervision head, l leader. */
  readonly by: string;
  readonly unless?: (world: World, command: CommandOf<T>, actor: Actor) => Reasons;
  readonly then?: (world: World, command: CommandOf<T>, actor: Actor) => void;
}

export type Rules<T extends CommandType> = { readonly [K in T]: Rule<K> };

/** Which of the two is said is the table of ranks, held by a test of its own. */
export const denied = ['not_allowed', 'rank_too_low'] as const;

export const personsBehind = ({ person, onBehalfOf }: Actor): readonly string[] =>
  onBehalfOf === null ? [person] : [person, onBehalfOf];

export const isAmong = (actor: Actor, persons: Iterable<string>): boolean => {
  const known = new Set(persons);
  return personsBehind(actor).some((person) => known.has(person));
};

export const remember = (persons: Set<string>, actor: Actor): void =>
  personsBehind(actor).forEach((person) => persons.add(person));

/** A leader below the signer of the level. */
export const tooLow = (actor: Actor, level: number): boolean => level === 3 && actor.rank !== 'director';

export const notAhead = (world: World, date: IsoDate): boolean => dayNamed(date) <= todayOf(world);

/** Reasons that concern the milestone named. */
export const ofMile = (world: World, id: string, reasons: (mile: Mile) => Reasons): Reasons => {
  const mile = mileNamed(world, id);
  return mile ? reasons(mile) : ['no_milestone'];
};

/** It is accepted, or dropped and so as good as not there. */
export const ofEnded = ({ status }: Mile): Reasons => [
  (status === 'accepted' || status === 'dropped') && 'already_done',
  status === 'dropped' && 'no_milestone',
];
