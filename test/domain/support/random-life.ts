/** Random lives of one usual item, for tests that want many and do not mind which; what an item may meet is in test/model. */
import { settle } from '../../../src/domain/settle.js';
import type { Instant } from '../../../src/domain/instants.js';
import { defaultPolicy } from '../../../src/domain/policy.js';
import { choices, type Choice } from '../../model/choices.js';
import { contextOf, grown, type Life as Grown } from '../../model/life.js';
import { policies, yearMs } from '../../model/setups.js';
import type { Setup } from '../../model/simple/world.js';
import { at, milestone, publishedYears } from './story.js';

export { choices };

const usual: Setup = {
  bornAt: at('2021-09-13T08:00'),
  coUnits: ['U2'],
  binding: false,
  milestones: [
    milestone('M1', '2021-10-15', { measures: ['a'] }),
    milestone('M2', '2021-12-31', { basis: 'proposed', measures: ['a', 'b'] }),
  ],
  measures: ['a', 'b'],
  policy: policies[0] ?? defaultPolicy,
  calendars: [publishedYears],
};

export const lifeContext = contextOf(usual, []);

export interface Life extends Grown {
  /** A year after the last command; state and log are of then. */
  readonly end: Instant;
}

export const live = (chosen: readonly Choice[]): Life => {
  const life = grown(
    usual,
    chosen.map((choice) => ({ ...choice, away: false })),
  );
  const end = (life.steps.at(-1)?.at ?? usual.bornAt) + yearMs;
  const { state, events } = settle(life.state, [], end, lifeContext);
  return { ...life, end, state, log: [...life.log, ...events] };
};
