/**
 * Remembers what was computed for an immutable value as long as what it was computed from is the same. A long
 * rehearsal asks for the next alarm after each of thousands of events, of which each changes one clock.
 */

interface Memory<R> {
  readonly basis: readonly unknown[];
  readonly result: R;
}

/** `compute` must depend on nothing but `value` and what `basisOf` lists. */
export const remembered = <V extends object, A extends readonly unknown[], R>(
  basisOf: (...args: A) => readonly unknown[],
  compute: (value: V, ...args: A) => R,
): ((value: V, ...args: A) => R) => {
  const memories = new WeakMap<V, Memory<R>>();
  return (value, ...args) => {
    const basis = basisOf(...args);
    const known = memories.get(value);
    if (known && known.basis.every((part, index) => part === basis[index])) return known.result;
    const result = compute(value, ...args);
    memories.set(value, { basis, result });
    return result;
  };
};
