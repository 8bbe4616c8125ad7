/**
 * Promise: an item as it was shown at a past moment follows from its log alone: what had been recorded by then, seen
 * under the policy and calendar it had then. What was recorded later of an earlier time was not known yet.
 */
import { rulesFor, type Context } from './context.js';
import type { ItemEvent } from './events.js';
import { evolve } from './evolve.js';
import { endOf, type Instant, type IsoDate } from './instants.js';
import { dateOverAt, isOpen, type ItemState, type Milestone } from './item.js';
import { remindersOf, type Rules } from './ladder.js';
import { lookOf, type Look } from './look.js';
import { remembered } from './remembered.js';

/** The last moment of a day: what falls at its 24:00 belongs to the next. */
export const lastMomentOf = (date: IsoDate): Instant => endOf(date) - 1;

/** What had been recorded by the instant. */
export const knownBy = (events: readonly ItemEvent[], at: Instant): readonly ItemEvent[] => {
  const later = events.findIndex(({ recordedAt }) => recordedAt > at);
  return later < 0 ? events : events.slice(0, later);
};

/** The state these events come to; null without any. */
export const stateAfter = (events: readonly ItemEvent[]): ItemState | null =>
  events.reduce<ItemState | null>(evolve, null);

/** How an item looked from a moment on, until the next look. */
export interface PastLook extends Look {
  readonly fromAt: Instant;
  /** Null = until something happens: it still looks so. */
  readonly untilAt: Instant | null;
  /** Number of the last event by then. */
  readonly seq: number;
}

/**
 * When a milestone's colour may change without an event: its date passes while it lies with the office, or the
 * reminder that made it yellow was skipped.
 */
const quietly = remembered(
  ({ policy, calendar }: Rules) => [policy, calendar],
  (milestone: Milestone, rules: Rules): readonly Instant[] => {
    const { inForceSince, overdueAt, fired } = milestone;
    if (!isOpen(milestone) || inForceSince === null || overdueAt !== null) return [];
    const end = dateOverAt(milestone);
    return fired.includes('reminder1') ? [end] : [remindersOf(milestone, inForceSince, rules).first, end];
  },
);

const quietChanges = (
  state: ItemState,
  context: Context,
  after: Instant,
  before: Instant,
): readonly Instant[] => {
  const changesOf = quietly(rulesFor(state, context));
  const between = state.milestones.flatMap((milestone) =>
    changesOf(milestone).filter((at) => at > after && at < before),
  );
  return [...new Set(between)].sort((a, b) => a - b);
};

/**
 * Every look an item has had up to `until`: one for each moment at which something was recorded or its light changed
 * by itself. Those of an earlier `until` are the same, but for the end of the last.
 */
export const looksOf = (
  events: readonly ItemEvent[],
  until: Instant,
  context: Context,
): readonly PastLook[] => {
  const looks: PastLook[] = [];
  const see = (state: ItemState, fromAt: Instant): void => {
    const look = lookOf(state, fromAt, rulesFor(state, context));
    looks.push({ ...look, fromAt, untilAt: null, seq: state.version });
  };
  let state: ItemState | null = null;
  let moment = 0;
  events.forEach((event, index) => {
    state = evolve(state, event);
    moment = Math.max(moment, event.recordedAt);
    const next = events[index + 1]?.recordedAt;
    if (next !== undefined && next <= moment) return;
    see(state, moment);
    for (const at of quietChanges(state, context, moment, next ?? until + 1)) see(state, at);
  });
  return looks.map((look, index) => ({ ...look, untilAt: looks[index + 1]?.fromAt ?? null }));
};
