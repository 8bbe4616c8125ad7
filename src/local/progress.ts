/** Promise: local services tell what they do, one line a step, to whoever started them. */
export type Log = (line: string) => void;

/** Time since `from` (of `performance.now()`), as people read it: "0.4 s". */
export const since = (from: number): string => `${((performance.now() - from) / 1000).toFixed(1)} s`;
