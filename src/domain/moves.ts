/** What another calendar, another policy or an outage would move: every date of an item, before and after. */
import type { Command } from './commands.js';
import { rulesFor, type Context } from './context.js';
import type { FactType, ItemEvent } from './events.js';
import type { Instant } from './instants.js';
import { dateOverAt, isOpen, type ItemState } from './item.js';
import { mornings, rungsDue, type Rules } from './ladder.js';
import { markAt } from './clock.js';
import type { Actor } from './people.js';
import type { Rung } from './policy.js';
import { rungKey } from './rung-keys.js';
import { settle } from './settle.js';
import { overAt, standingClock, stepAt } from './terms.js';

/** `due` = when a milestone's date is over, `rung` = a step of its ladder, `term` = when a case is over, `step` = its next step up. */
export type MovedKind = 'due' | 'rung' | 'term' | 'step' | 'standing';

export interface Moved {
  readonly kind: MovedKind;
  /** The milestone, the case or `listing`. */
  readonly subject: string;
  /** The rung; null for others. */
  readonly rung: Rung | null;
  /** Null = it would not have come, or will not come any more. */
  readonly from: Instant | null;
  readonly to: Instant | null;
}

type Dates = ReadonlyMap<string, Omit<Moved, 'from' | 'to'> & { readonly at: Instant | null }>;

const ofMilestones = (state: ItemState, rules: Rules) =>
  state.milestones.filter(isOpen).flatMap((m) => [
    { key: `${m.id}:due`, kind: 'due', subject: m.id, rung: null, at: dateOverAt(m) } as const,
    ...rungsDue(state, m, rules)
      .filter(({ skip }) => skip === null)
      .map(({ rung, at }) => ({
        // Of another epoch it is still the same step to whoever waits for it.
        key: rungKey({ ...m, epoch: 0 }, rung),
        kind: 'rung' as const,
        subject: m.id,
        rung,
        at,
      })),
  ]);

const ofCases = (state: ItemState, rules: Rules) =>
  state.cases.map((open) => {
    const step = open.overAt !== null;
    const at = open.overAt === null ? overAt(state, open) : stepAt(state, open, open.overAt, rules);
    const kind = step ? ('step' as const) : ('term' as const);
    return { key: open.id, kind, subject: open.id, rung: null, at };
  });

const ofListing = (state: ItemState, rules: Rules) => {
  if (!state.listing) return [];
  const next = rules.policy.standingEvery * (state.listing.standings + 1);
  const at = markAt(standingClock(state, state.listing), next, mornings(rules));
  return [{ key: 'listing', kind: 'standing' as const, subject: 'listing', rung: null, at }];
};

/** Every instant the item is waiting for, by what it is. */
const datesOf = (state: ItemState, rules: Rules): Dates =>
  new Map(
    [...ofMilestones(state, rules), ...ofCases(state, rules), ...ofListing(state, rules)].map(
      ({ key, ...date }) => [key, date],
    ),
  );

const compared = (before: Dates, after: Dates): readonly Moved[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    const known = was ?? is;
    const [from, to] = [was?.at ?? null, is?.at ?? null];
    if (!known || from === to) return [];
    return [{ kind: known.kind, subject: known.subject, rung: known.rung, from, to }];
  });

export interface Preview {
  readonly moved: readonly Moved[];
  /** What would happen at once, beside the adoption itself and the dates it moves. */
  readonly atOnce: readonly ItemEvent[];
}

/** Told by the preview as a whole, and by its moves. */
const told: readonly FactType[] = ['policyAdopted', 'calendarAdopted', 'outageAdopted', 'caseTermMoved'];

/** Whoever looks, what would move is what it would be for the one who may give the command. */
const publisher: Actor = {
  person: 'preview',
  role: 'supervision_head',
  unit: null,
  rank: null,
  onBehalfOf: null,
};

/** Before and after what a plan asks of the item at `now`; nothing is changed. Null = it would be refused. */
export const previewOf = (
  state: ItemState,
  command: Extract<Command, { type: 'adoptPolicy' | 'adoptCalendar' | 'adoptOutage' }>,
  now: Instant,
  context: Context,
): Preview | null => {
  const settled = settle(state, [], now, context).state;
  const received = {
    submission: 'preview',
    command,
    actor: publisher,
    receivedAt: now,
    expectedVersion: null,
  };
  const given = settle(settled, [received], now, context);
  if (given.outcomes.get('preview')?.kind !== 'done') return null;
  return {
    moved: compared(
      datesOf(settled, rulesFor(settled, context)),
      datesOf(given.state, rulesFor(given.state, context)),
    ),
    atOnce: given.events.filter(({ type }) => !told.includes(type)),
  };
};
