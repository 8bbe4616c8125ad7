/** Promise: the same seed gives the same run of choices on every machine. */

export interface Chance {
  /** A whole number from 0 up to but not including `bound`. */
  below(bound: number): number;
  between(least: number, most: number): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
}

/** A linear congruence of 48 bits, of which the upper 32 are used: enough to choose by, no more. */
export const chanceOf = (seed: number): Chance => {
  const mask = (1n << 48n) - 1n;
  let state = (BigInt(seed) ^ 0x5deece66dn) & mask;
  const below = (bound: number): number => {
    state = (state * 0x5deece66dn + 11n) & mask;
    return Number((state >> 16n) % BigInt(bound));
  };
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    pick: (choices) => choices[below(choices.length)] ?? choices[0],
  };
};
