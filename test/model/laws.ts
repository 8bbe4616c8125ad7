/** Everything a random life is held against: the simpler model, the invariants, and time in other portions. */
import fc from 'fast-check';
import { choices, type Choice } from './choices.js';
import { oneGoIsAsGoodAsMany, oneYearIs365Days, twiceIsOnce } from './chopping.js';
import { invariants } from './invariants/index.js';
import { grown, type Life } from './life.js';
import { agree } from './likeness.js';
import { setups } from './setups.js';
import type { Setup } from './simple/world.js';
import { lifeTold } from './telling.js';

interface Law {
  readonly holds: (life: Life) => void;
  /** Checked on every n-th life only, since it is dear. */
  readonly every: number;
}

const dear: Readonly<Record<string, number>> = {
  'a command shown as not to be had is refused, and for the reason shown where it is not about its particulars': 10,
  'red can be explained, and has a way back': 4,
};

export const laws: Readonly<Record<string, Law>> = {
  'the core and the simpler model agree about everything they both say': { holds: agree, every: 1 },
  ...Object.fromEntries(
    Object.entries(invariants).map(([name, holds]) => [name, { holds, every: dear[name] ?? 1 }]),
  ),
  'settled twice is settled once': { holds: twiceIsOnce, every: 1 },
  'settled in one go, or in any portions, the same happens': { holds: oneGoIsAsGoodAsMany, every: 5 },
  'one jump of a year is 365 of a day': { holds: oneYearIs365Days, every: 20 },
};

const lives = fc.tuple(setups, choices(50));

export interface Run {
  readonly seed: number;
  readonly count: number;
}

/** Shows the lives of a seed one after another; the n-th of a seed is always the same. */
export const everyLife = ({ seed, count }: Run, visit: (life: Life, n: number) => void): void => {
  let n = 0;
  fc.assert(
    fc.property(lives, ([setup, chosen]) => {
      visit(grown(setup, chosen), n);
      n += 1;
    }),
    { seed, numRuns: count },
  );
};

/** The shortest life found that breaks the law, told, with the seed that finds it again. */
export const shortest = (law: string, run: Run): string => {
  const holds = laws[law]?.holds ?? agree;
  const broken = (setup: Setup, chosen: readonly Choice[]) => {
    const life = grown(setup, chosen);
    try {
      holds(life);
    } catch (error) {
      throw new Error(`${String(error)}\n${lifeTold(life)}`, { cause: error });
    }
  };
  const property = fc.property(lives, ([setup, chosen]) => broken(setup, chosen));
  const found = fc.check(property, { seed: run.seed, numRuns: run.count, interruptAfterTimeLimit: 60_000 });
  const story = found.errorInstance instanceof Error ? found.errorInstance.message : 'not found again';
  return `${law}: seed ${run.seed}, path ${found.counterexamplePath ?? 'none'}\n${story}`;
};

/** Names of the laws the n-th life breaks. */
export const brokenBy = (life: Life, nth: number): readonly string[] =>
  Object.entries(laws).flatMap(([name, { holds, every }]) => {
    if (nth % every !== 0) return [];
    try {
      holds(life);
      return [];
    } catch {
      return [name];
    }
  });
