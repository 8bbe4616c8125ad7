/** The one function everything calls: what was received and what is due, in the order of their instants. */
import { nextAlarm, onAlarm } from './alarms.js';
import type { Command } from './commands.js';
import { consequences } from './consequences.js';
import { decide } from './decide.js';
import { eventVersion, type Envelope, type Fact, type ItemEvent } from './events.js';
import { evolve } from './evolve.js';
import type { Instant } from './instants.js';
import type { ItemState } from './item.js';
import { rulesFor, type Context } from './context.js';
import type { Rules } from './ladder.js';
import type { Actor } from './people.js';
import { isRefusal, refuse, type Refusal, type RefusalCode } from './refusals.js';

/** A command as received. */
export interface Received {
  readonly submission: string;
  readonly command: Command;
  readonly actor: Actor;
  readonly receivedAt: Instant;
  /** `If-Match`: the version the sender had seen; null = any. */
  readonly expectedVersion: number | null;
}

export type Outcome =
  | { readonly kind: 'done'; readonly version: number }
  | {
      readonly kind: 'refused';
      readonly code: RefusalCode;
      readonly detail: string | null;
      readonly version: number;
    };

export interface Settled {
  readonly state: ItemState;
  readonly events: readonly ItemEvent[];
  /** By submission id. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

type Stamp = Pick<Envelope, 'at' | 'recordedAt' | 'actor' | 'submission'>;

/** Folds facts and whatever follows from them, keeping the events in order. */
class Log {
  readonly events: ItemEvent[] = [];

  constructor(
    public state: ItemState,
    private readonly context: Context,
  ) {}

  rules(): Rules {
    return rulesFor(this.state, this.context);
  }

  record(facts: readonly Fact[], stamp: Stamp): void {
    this.append(facts, stamp);
    for (;;) {
      // What an alarm starts runs from its handling; what a command starts, from its receipt.
      const since = stamp.actor === null ? stamp.recordedAt : stamp.at;
      const following = consequences(this.state, since, this.rules());
      if (following.length === 0) return;
      this.append(following, { ...stamp, actor: null });
    }
  }

  private append(facts: readonly Fact[], stamp: Stamp): void {
    for (const fact of facts) {
      const event: ItemEvent = { ...fact, ...stamp, version: eventVersion, seq: this.state.version + 1 };
      this.state = evolve(this.state, event);
      this.events.push(event);
    }
  }
}

/** Lets every alarm due by `until` happen, in order. */
const ring = (log: Log, until: Instant, context: Context): void => {
  for (;;) {
    const rules = log.rules();
    const alarm = nextAlarm(log.state, rules);
    if (alarm === null || alarm.at > until) return;
    const recordedAt = Math.max(alarm.at, context.recordedAt(alarm.at));
    log.record(onAlarm(log.state, alarm, recordedAt, rules), {
      at: alarm.at,
      recordedAt,
      actor: null,
      submission: null,
    });
  }
};

const answer = (log: Log, received: Received, at: Instant, context: Context): Refusal | null => {
  const { command, actor, submission, expectedVersion } = received;
  if (expectedVersion !== null && expectedVersion !== log.state.version)
    return refuse('stale_version', String(log.state.version));
  const facts = decide(log.state, command, { ...log.rules(), at, actor, context });
  if (isRefusal(facts)) return facts;
  log.record(facts, { at, recordedAt: Math.max(at, context.recordedAt(at)), actor, submission });
  return null;
};

const outcomeOf = (refusal: Refusal | null, version: number): Outcome =>
  refusal === null
    ? { kind: 'done', version }
    : { kind: 'refused', code: refusal.refused, detail: refusal.detail ?? null, version };

/**
 * Takes what was received and what is due up to `now`, in the order of their instants; at one instant alarms come
 * before commands. An item's time never goes back: what arrives out of order counts from the last event.
 */
export const settle = (
  state: ItemState,
  received: readonly Received[],
  now: Instant,
  context: Context,
): Settled => {
  const log = new Log(state, context);
  const outcomes = new Map<string, Outcome>();
  for (const one of [...received].sort((a, b) => a.receivedAt - b.receivedAt)) {
    const at = Math.max(one.receivedAt, log.state.at);
    ring(log, at, context);
    outcomes.set(one.submission, outcomeOf(answer(log, one, at, context), log.state.version));
  }
  ring(log, now, context);
  return { state: log.state, events: log.events, outcomes };
};
