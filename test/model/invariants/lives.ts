/** Ways through a life: its states, its steps, its events with what is before and after each. */
import type { ItemEvent } from '../../../src/domain/events.js';
import { evolve } from '../../../src/domain/evolve.js';
import type { ItemState, Lifecycle } from '../../../src/domain/item.js';
import type { Life, Step } from '../life.js';

export type Holds = (life: Life) => void;

export const isOneOf = (state: ItemState, ...names: readonly Lifecycle[]): boolean =>
  names.includes(state.lifecycle);
export const hasEnded = (state: ItemState): boolean => isOneOf(state, 'closed', 'terminated');
export const statesOf = ({ birth, steps }: Life): readonly ItemState[] => [
  birth.state,
  ...steps.map(({ after }) => after),
];
export const each = <T>(all: (life: Life) => readonly T[], holds: (one: T, life: Life) => void): Holds => {
  return (life) => all(life).forEach((one) => holds(one, life));
};
export const everyState = (holds: (state: ItemState, life: Life) => void): Holds => each(statesOf, holds);
export const everyStep = (holds: (step: Step, life: Life) => void): Holds =>
  each(({ steps }) => steps, holds);
/** Every event with the state before and after it. */
export const everyEvent =
  (holds: (event: ItemEvent, before: ItemState | null, after: ItemState) => void): Holds =>
  ({ log }) => {
    let state: ItemState | null = null;
    for (const event of log) {
      const after: ItemState = evolve(state, event);
      holds(event, state, after);
      state = after;
    }
  };
