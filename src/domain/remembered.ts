/**
 * Remembers what was computed for an immutable value as long as what it was computed from is the same. A long
 * rehearsal asks for the next alarm after each of thousands of events, of which each changes one clock.
 */

interface Memory<V extends object, R> {
  readonly basis: readonly unknown[];
  readonly of: (value: V) => R;
}

const rememberedOn = <V extends object, R>(compute: (value: V) => R): ((value: V) => R) => {
  const results = new WeakMap<V, { readonly result: R }>();
  return (value) => {
    const known = results.get(value);
    if (known) return known.result;
    const result = compute(value);
    results.set(value, { result });
    return result;
  };
};

/**
 * `compute` must depend on nothing but its value and what `basisOf` lists. One basis is kept: items are looked at one
 * after the other, and each has its own.
 */
export const remembered = <V extends object, A extends readonly unknown[], R>(
  basisOf: (...args: A) => readonly unknown[],
  compute: (value: V, ...args: A) => R,
): ((...args: A) => (value: V) => R) => {
  let memory: Memory<V, R> | null = null;
  return (...args) => {
    const basis = basisOf(...args);
    if (memory === null || memory.basis.some((part, index) => part !== basis[index]))
      memory = { basis, of: rememberedOn((value: V) => compute(value, ...args)) };
    return memory.of;
  };
};
