/** A life as numbers: what each choice becomes depends on the item as it stands when its turn comes. */
import fc from 'fast-check';
import { commandTypes } from '../../src/domain/decide.js';
import type { Instant } from '../../src/domain/instants.js';
import type { ItemState } from '../../src/domain/item.js';
import type { Received } from '../../src/domain/settle.js';
import { askerOf, at } from './askers.js';
import { gaps, type Gap } from './gaps.js';
import { commandFor, type Draw } from './particulars.js';
import type { Setup } from './simple/world.js';
import { wished } from './wishes.js';

export interface Choice extends Gap, Draw {
  /** Only a look. */
  readonly look: boolean;
  /** The system was away before. */
  readonly away: boolean;
  readonly pick: number;
  readonly who: number;
}

const numbers = fc.integer({ min: 0, max: 9_999 });
const oneIn = (n: number) => fc.integer({ min: 0, max: n - 1 }).map((drawn) => drawn === n - 1);

/** Short lives and long ones: much of what can go wrong comes late. */
export const choices = (atMost: number): fc.Arbitrary<readonly Choice[]> => {
  const rest = { look: oneIn(12), away: oneIn(40), pick: numbers, who: numbers, a: numbers, b: numbers };
  const choice = fc.tuple(gaps, fc.record(rest)).map(([gap, drawn]) => ({ ...gap, ...drawn }));
  const some = (minLength: number, maxLength: number) =>
    fc.array(choice, { minLength, maxLength, size: 'max' });
  return fc.oneof(
    { withCrossShrink: true },
    some(1, Math.ceil(atMost / 2)),
    some(Math.ceil(atMost / 2), atMost),
  );
};

/** One command in ten is any of all; one in thirty comes from somebody who has not seen the last version. */
export const asking = (state: ItemState, now: Instant, choice: Choice, n: number, setup: Setup): Received => {
  const anything = at(commandTypes, choice.pick) ?? 'comment';
  const type = choice.a % 10 === 9 ? anything : wished(state, choice.pick);
  return {
    submission: `s${n}`,
    command: commandFor(state, now, type, choice, setup),
    actor: askerOf(state, type, choice.who),
    receivedAt: now,
    expectedVersion: choice.who % 30 === 29 ? state.version - (choice.b % 2) : null,
  };
};
