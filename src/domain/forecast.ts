/**
 * What will happen to an item if nobody acts: the same settling, done ahead of time on the state as it stands. A pure
 * function of state, instant and rules; nothing is written.
 */
import { isProvisional } from './calendar.js';
import { rulesFor, type Context } from './context.js';
import { documentFor, type DocumentKind } from './documents.js';
import type { ItemEvent } from './events.js';
import { evolve } from './evolve.js';
import { dateOf, type Instant } from './instants.js';
import type { ItemState, Level } from './item.js';
import { levelOf } from './level.js';
import { lightOf, type Light } from './light.js';
import type { Actor } from './people.js';
import { withOverrides, type PolicyOverrides } from './policy.js';
import { settle } from './settle.js';
import { nextDateOver } from './standing.js';
import { toldOf, type Told } from './told.js';

export interface Foreseen {
  readonly event: ItemEvent;
  /** Null = it follows from what has one. */
  readonly key: string | null;
  readonly told: Told;
  /** The paper it will be issued on; null = none. */
  readonly document: DocumentKind | null;
}

export interface Turn<V> {
  readonly from: V;
  readonly to: V;
}

/** An instant at which something happens, or only a colour turns: a date under review passes silently. */
export interface Moment {
  readonly at: Instant;
  /** Rests on a year whose calendar is not published yet. */
  readonly provisional: boolean;
  readonly happens: readonly Foreseen[];
  readonly light: Turn<Light> | null;
  readonly level: Turn<Level> | null;
}

const restsOnUnpublished = (state: ItemState, at: Instant, context: Context): boolean =>
  isProvisional(rulesFor(state, context).calendar, dateOf(at));

interface Look {
  readonly light: Light;
  readonly level: Level;
}

const lookAt = (state: ItemState, at: Instant, context: Context): Look => ({
  light: lightOf(state, at, rulesFor(state, context)).light,
  level: levelOf(state),
});

const turn = <V>(from: V, to: V): Turn<V> | null => (from === to ? null : { from, to });

/** A fact to come, with whom it will be told and on which paper. */
export const foreseen = (event: ItemEvent): Foreseen => ({
  event,
  key: 'key' in event ? (event.key ?? null) : null,
  told: toldOf(event),
  document: documentFor(event),
});

const nextOf = (state: ItemState, rest: readonly ItemEvent[], after: Instant): Instant =>
  Math.min(rest[0]?.at ?? Infinity, nextDateOver(state, after));

const countUpTo = (events: readonly ItemEvent[], at: Instant): number => {
  const later = events.findIndex((event) => event.at > at);
  return later === -1 ? events.length : later;
};

/** Every moment in (now, until], in order. What is due by `now` counts as having happened. */
export const forecast = (
  present: ItemState,
  now: Instant,
  until: Instant,
  context: Context,
): readonly Moment[] => {
  const moments: Moment[] = [];
  let { state } = settle(present, [], now, context);
  let rest = settle(state, [], until, context).events;
  let look = lookAt(state, now, context);
  for (let at = nextOf(state, rest, now); at <= until; at = nextOf(state, rest, at)) {
    const happening = rest.slice(0, countUpTo(rest, at));
    rest = rest.slice(happening.length);
    state = happening.reduce<ItemState>(evolve, state);
    const seen = lookAt(state, at, context);
    const [light, level] = [turn(look.light, seen.light), turn(look.level, seen.level)];
    if (happening.length > 0 || light || level)
      moments.push({
        at,
        provisional: restsOnUnpublished(state, at, context),
        happens: happening.map(foreseen),
        light,
        level,
      });
    look = seen;
  }
  return moments;
};

/** Whoever asks what if is nobody in particular: only the post may adopt a policy. */
const asker: Actor = {
  person: 'what-if',
  role: 'supervision_head',
  unit: null,
  rank: null,
  onBehalfOf: null,
};

/** The item as if it had adopted another policy just now; where none can be adopted any more, as it is. */
export const underPolicy = (
  state: ItemState,
  now: Instant,
  overrides: PolicyOverrides,
  context: Context,
): ItemState => {
  const policy = { ...withOverrides(state.policy, overrides), version: state.policy.version + 1 };
  const command = { type: 'adoptPolicy', policy } as const;
  const received = {
    submission: 'what-if',
    command,
    actor: asker,
    receivedAt: now,
    expectedVersion: null,
  };
  return settle(state, [received], now, context).state;
};
