/** The birth of an item: it is registered, and handing it out is owed from that instant. */
import { openCase } from './case-facts.js';
import { eventVersion, type FactOf, type ItemEvent } from './events.js';
import { evolve } from './evolve.js';
import type { Instant } from './instants.js';
import type { ItemState } from './item.js';
import { rulesFor, type Context } from './context.js';

export interface Registered {
  readonly state: ItemState;
  readonly events: readonly ItemEvent[];
}

export const register = (fact: FactOf<'registered'>, at: Instant, context: Context): Registered => {
  const envelope = { version: eventVersion, at, recordedAt: at, actor: null, submission: null } as const;
  const registered: ItemEvent = { ...fact, ...envelope, seq: 1 };
  const born = evolve(null, registered);
  const opened: ItemEvent = {
    ...openCase(born, at, rulesFor(born, context), { kind: 'handing_out' }),
    ...envelope,
    seq: 2,
  };
  return { state: evolve(born, opened), events: [registered, opened] };
};
