/**
 * Random lives of one item on the core. A life is grown from choices, which are numbers: each becomes a command, by
 * somebody, at some instant, as the item stands then; so that lives shrink well, and most of what is asked is legal.
 */
import { createCalendar, type Calendar, type CalendarYear } from '../../src/domain/calendar.js';
import type { Context } from '../../src/domain/context.js';
import type { ItemEvent } from '../../src/domain/events.js';
import type { Instant } from '../../src/domain/instants.js';
import type { ItemState } from '../../src/domain/item.js';
import { register } from '../../src/domain/register.js';
import { settle, type Outcome, type Received } from '../../src/domain/settle.js';
import { asking, type Choice } from './choices.js';
import { laterBy } from './gaps.js';
import type { Outage, Turn } from './simple/walk.js';
import type { Setup } from './simple/world.js';

export interface Step {
  readonly at: Instant;
  /** Null = the item was only looked at. */
  readonly received: Received | null;
  readonly before: ItemState;
  readonly after: ItemState;
  readonly outcome: Outcome | null;
  /** Null = the system was there all the time before. */
  readonly outage: Outage | null;
}

export interface Life {
  readonly setup: Setup;
  readonly context: Context;
  readonly birth: { readonly state: ItemState; readonly events: readonly ItemEvent[] };
  readonly steps: readonly Step[];
  readonly outages: readonly Outage[];
  readonly state: ItemState;
  readonly log: readonly ItemEvent[];
}

const tables = new WeakMap<readonly CalendarYear[], Calendar>();
const tableOf = (years: readonly CalendarYear[]): Calendar => {
  const table = tables.get(years) ?? createCalendar(years);
  tables.set(years, table);
  return table;
};

/** Outages are added as a life goes on; what happened before them is not touched by that. */
export const contextOf = (setup: Setup, outages: readonly Outage[]): Context => ({
  calendars: new Map(setup.calendars.map((years, index) => [index + 1, tableOf(years)])),
  calendarVersion: 1,
  policy: setup.policy,
  recordedAt: (due) => outages.find(({ from, until }) => from <= due && due < until)?.until ?? due,
});

const born = (setup: Setup, context: Context) =>
  register(
    {
      type: 'registered',
      unit: 'U1',
      coUnits: setup.coUnits,
      caseOfficer: null,
      binding: setup.binding,
      policy: setup.policy,
      calendarVersion: 1,
      milestones: setup.milestones,
      measures: setup.measures.map((id) => ({ id, text: id, mark: null })),
    },
    setup.bornAt,
    context,
  );

/** What becomes of the choices: each is asked of the item as it stands when its turn comes. */
export const grown = (setup: Setup, choices: readonly Choice[]): Life => {
  const outages: Outage[] = [];
  const context = contextOf(setup, outages);
  const birth = born(setup, context);
  const log = [...birth.events];
  const steps: Step[] = [];
  let state = birth.state;
  let now = setup.bornAt;
  const settled = (received: readonly Received[]) => {
    const result = settle(state, received, now, context);
    state = result.state;
    log.push(...result.events);
    return result.outcomes;
  };
  choices.forEach((choice, n) => {
    const outage = outageIn(now, choice);
    if (outage) outages.push(outage);
    now = laterBy(now, choice);
    settled([]);
    const before = state;
    const received = choice.look ? null : asking(state, now, choice, n, setup);
    const outcome = received ? (settled([received]).get(received.submission) ?? null) : null;
    steps.push({ at: now, received, before, after: state, outcome, outage });
  });
  return { setup, context, birth, steps, outages, state, log };
};

/** The second half of the gap, if the system was away and the gap is one. */
const outageIn = (now: Instant, choice: Choice): Outage | null => {
  const until = laterBy(now, choice);
  return choice.away && until > now + 1 ? { from: now + Math.floor((until - now) / 2), until } : null;
};

/** The life as the simpler model takes it. */
export const turnsOf = (steps: readonly Step[]): readonly Turn[] =>
  steps.map(({ at, received, outcome }) => ({
    at,
    asked: received && {
      command: received.command,
      actor: received.actor,
      accepted: outcome?.kind === 'done',
    },
  }));
