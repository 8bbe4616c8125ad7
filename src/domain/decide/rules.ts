/** What the handlers of commands share: their shape, the moment they act at, and checks that several need. */
import { endCase } from '../case-facts.js';
import type { Command, CommandOf, CommandType, Demand } from '../commands.js';
import type { Fact } from '../events.js';
import {
  caseOf,
  hasOverdue,
  isOpen,
  hasStanding,
  isOverdue,
  type ItemState,
  type Lifecycle,
  type Milestone,
  type MilestoneBasis,
  type MilestoneSeed,
} from '../item.js';
import { dateOf, type Instant, type IsoDate } from '../instants.js';
import type { CaseKind } from '../cases.js';
import type { Rules } from '../ladder.js';
import { openMeasure } from '../list.js';
import { ranksAtLeast, personsOf, type Actor, type Rank } from '../people.js';
import { isRefusal, refuse, type Refusal } from '../refusals.js';
import type { Context } from '../context.js';

export interface Moment extends Rules {
  /** When the command counts as given: its receipt. */
  readonly at: Instant;
  readonly actor: Actor;
  readonly context: Context;
}

/**
 * One command: in which states it may be given, what must hold before its particulars matter (asked also when
 * buttons are drawn), and what it brings about.
 */
export interface CommandRule<T extends CommandType> {
  readonly states: readonly Lifecycle[];
  readonly whileSuspended?: boolean;
  readonly ready?: (state: ItemState, moment: Moment) => Refusal | null;
  /** Why no particulars would do: asked when buttons are drawn only, since whoever gives it hears of his own. */
  readonly hopeless?: (state: ItemState) => Refusal | null;
  readonly decide: (state: ItemState, command: CommandOf<T>, moment: Moment) => readonly Fact[] | Refusal;
}

export type CommandRules<T extends CommandType> = { readonly [K in T]: CommandRule<K> };
export type { Command };

/** A date set by hand must be after today. */
export const dateAhead = (date: IsoDate, moment: Moment): Refusal | null =>
  date > dateOf(moment.at) ? null : refuse('date_not_future', date);

/** The milestone, if it can still be worked on. */
export const openMilestone = (state: ItemState, id: string): Milestone | Refusal => {
  const milestone = state.milestones.find((m) => m.id === id);
  if (!milestone || milestone.status === 'dropped') return refuse('no_milestone', id);
  return isOpen(milestone) ? milestone : refuse('already_done', id);
};

/** For `hopeless`: no milestone can be worked on any more. */
export const noneOpen = (state: ItemState): Refusal | null => {
  if (state.milestones.some(isOpen)) return null;
  return refuse(
    state.milestones.some(({ status }) => status === 'accepted') ? 'already_done' : 'no_milestone',
  );
};

/** For `ready`: the case must be there. */
export const needsCase =
  (kind: CaseKind) =>
  (state: ItemState): Refusal | null =>
    caseOf(state, kind) ? null : refuse('no_such_case', kind);

export const needsListing = (state: ItemState): Refusal | null =>
  state.listing ? null : refuse('no_such_case', 'listing');

export const needsRank = (actor: Actor, rank: Rank): Refusal | null =>
  ranksAtLeast(actor.rank, rank) ? null : refuse('rank_too_low', rank);

/** Level 3 is the director's; below it any deputy's. */
export const rankFor = (level: 0 | 1 | 2 | 3): Rank => (level === 3 ? 'director' : 'deputy');

/** Two keys: whoever turned the first may not turn the second, acting or acted for. */
export const otherThan = (actor: Actor, persons: readonly string[]): Refusal | null =>
  personsOf(actor).some((person) => persons.includes(person)) ? refuse('same_person') : null;

export const first = (...checks: (Refusal | null)[]): Refusal | null =>
  checks.find((check) => check !== null) ?? null;

const blocksClosing: readonly CaseKind[] = [
  'interview',
  'listing_signature',
  'delisting_signature',
  'strike_off_signature',
  'extension',
  'change',
  'decomposition',
  'decomposition_review',
];

/** What stands between an item in progress and its closing, or null (01, "Closing"). */
export const closingObstacle = (state: ItemState): Refusal | null => {
  const open = state.milestones.find(isOpen);
  if (open) return refuse('milestone_open', open.id);
  if (!hasStanding(state)) return refuse('no_milestone');
  const measure = openMeasure(state);
  if (measure) return refuse('measure_open', measure.id);
  if (state.listing) return refuse('listing_stands');
  const blocking = state.cases.find((c) => blocksClosing.includes(c.kind));
  return blocking ? refuse('case_open', blocking.id) : null;
};

/** Everything a delisting still waits for, proposed or signed (01, "Delisting"). */
export const delistingObstacles = (state: ItemState): readonly Refusal[] => {
  const open = caseOf(state, 'interview') ?? caseOf(state, 'listing_signature');
  return [
    needsListing(state),
    hasOverdue(state) ? refuse('milestone_overdue', state.milestones.find(isOverdue)?.id) : null,
    state.listing?.planAccepted ? null : refuse('plan_not_accepted'),
    open ? refuse('case_open', open.id) : null,
  ].filter((obstacle) => obstacle !== null);
};

export const delistingObstacle = (state: ItemState): Refusal | null => delistingObstacles(state)[0] ?? null;

/** Where a demand comes from, and the letter its milestone's id begins with. */
export type DemandBasis = Extract<MilestoneBasis, 'instruction' | 'return' | 'consultation'>;
const idLetter: Readonly<Record<DemandBasis, string>> = { instruction: 'I', return: 'R', consultation: 'C' };

/** The first free id of a letter: R1, R2, … */
const freeId = (state: ItemState, letter: string, taken: readonly string[]): string => {
  for (let n = 1; ; n += 1) {
    const id = `${letter}${n}`;
    if (!taken.includes(id) && !state.milestones.some((m) => m.id === id)) return id;
  }
};

/**
 * What a leader's instruction, a return or a reopening demands: each a dated milestone, new, or an accepted one
 * opened again.
 */
export const demanded = (
  state: ItemState,
  demands: readonly Demand[],
  basis: DemandBasis,
  reason: string,
  moment: Moment,
): readonly Fact[] | Refusal => {
  if (demands.length === 0) return refuse('no_milestone');
  const facts: Fact[] = [];
  const taken: string[] = [];
  for (const demand of demands) {
    const late = dateAhead(demand.due, moment);
    if (late) return late;
    const known = state.milestones.find((m) => m.id === demand.id);
    if (known && isOpen(known)) return refuse('milestone_open', known.id);
    if (known?.status === 'dropped') return refuse('no_milestone', known.id);
    const id = demand.id ?? freeId(state, idLetter[basis], taken);
    if (taken.includes(id)) return refuse('invalid', id);
    taken.push(id);
    facts.push(
      known
        ? { type: 'milestoneReopened', milestone: id, due: demand.due, demand: reason }
        : { type: 'milestoneAdded', milestone: demandedSeed(id, demand, basis, reason), demand: reason },
    );
  }
  return facts;
};

const demandedSeed = (id: string, demand: Demand, basis: DemandBasis, reason: string): MilestoneSeed => ({
  id,
  title: demand.title ?? reason,
  due: demand.due,
  basis,
  evidence: demand.evidence ?? '',
  weight: 0,
  measures: [],
});

/** Obstacles and meetings about work that is handed back or done have nothing left to settle. */
export const mootTalks = (state: ItemState): readonly Fact[] =>
  state.cases
    .filter(({ kind }) => kind === 'obstacle' || kind === 'consultation_record')
    .map((open) => endCase(open, 'moot'));

/** Nobody could act on an item that is with a unit the plan does not have. */
export const unknownUnit = (units: readonly string[], { context }: Moment): Refusal | null => {
  const unknown = units.find((unit) => context.units?.has(unit) === false);
  return unknown === undefined ? null : refuse('invalid', unknown);
};

/** Joins the facts of steps that may each be refused. */
export const allOf = (...steps: (readonly Fact[] | Refusal)[]): readonly Fact[] | Refusal => {
  const facts: Fact[] = [];
  for (const step of steps) {
    if (isRefusal(step)) return step;
    facts.push(...step);
  }
  return facts;
};
