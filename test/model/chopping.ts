/** Time in portions: however it is chopped, the same happens. */
import assert from 'node:assert/strict';
import type { ItemEvent } from '../../src/domain/events.js';
import { dayMs, type Instant } from '../../src/domain/instants.js';
import { settle, type Received } from '../../src/domain/settle.js';
import type { Life } from './life.js';
import { yearMs } from './setups.js';

const endOf = ({ steps, setup }: Life): Instant => (steps.at(-1)?.at ?? setup.bornAt) + yearMs;

/** The life's commands, and a year after them, settled at these instants only. */
const settledAt = ({ birth, context, steps }: Life, stops: readonly Instant[]): readonly ItemEvent[] => {
  const asked = steps.flatMap(({ received }): readonly Received[] => (received ? [received] : []));
  let { state } = birth;
  let from = -Infinity;
  const log = [...birth.events];
  for (const stop of stops) {
    const due = asked.filter(({ receivedAt }) => receivedAt > from && receivedAt <= stop);
    const settled = settle(state, due, stop, context);
    state = settled.state;
    log.push(...settled.events);
    from = stop;
  }
  return log;
};

const everyDays = (life: Life, days: number): readonly Instant[] => {
  const stops: Instant[] = [];
  const end = endOf(life);
  for (let stop = life.setup.bornAt + days * dayMs; stop < end; stop += days * dayMs) stops.push(stop);
  return [...stops, end];
};

/** `atOnce` is what one go gives; the life itself was settled at every command. */
const inOneGo = (life: Life): readonly ItemEvent[] => settledAt(life, [endOf(life)]);

export const oneGoIsAsGoodAsMany = (life: Life): void => {
  const atOnce = inOneGo(life);
  assert.deepEqual(atOnce.slice(0, life.log.length), life.log);
  assert.deepEqual(settledAt(life, everyDays(life, 17.3)), atOnce);
};

export const oneYearIs365Days = (life: Life): void => {
  assert.deepEqual(settledAt(life, everyDays(life, 1)), inOneGo(life));
};

export const twiceIsOnce = ({ state, steps, context }: Life): void => {
  const last = steps.at(-1);
  if (!last) return;
  const again = settle(state, [], last.at, context);
  assert.deepEqual(again.events, []);
  assert.deepEqual(again.state, state);
};
