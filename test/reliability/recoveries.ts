/** Promise: how long each kill kept people from a decision, from the kill to the first one asked for after it. */
import { percentile } from '../../bench/support/figures.js';
import type { PartName } from './part.js';

export interface Kill {
  readonly parts: readonly PartName[];
  readonly at: number;
}

export interface Recovered extends Kill {
  readonly tookMs: number;
}

export interface Recoveries {
  begin(parts: readonly PartName[]): Kill;
  /** Something asked for at `askedAt` was decided. */
  decided(askedAt: number): void;
  isOpen(kill: Kill): boolean;
  readonly done: readonly Recovered[];
}

export const createRecoveries = (): Recoveries => {
  const open = new Set<Kill>();
  const done: Recovered[] = [];
  return {
    done,
    begin: (parts) => {
      const kill = { parts, at: performance.now() };
      open.add(kill);
      return kill;
    },
    decided: (askedAt) => {
      for (const kill of open)
        if (kill.at < askedAt) {
          open.delete(kill);
          done.push({ ...kill, tookMs: performance.now() - kill.at });
        }
    },
    isOpen: (kill) => open.has(kill),
  };
};

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** A line for every part. */
export const recoveryLines = (done: readonly Recovered[], names: readonly PartName[]): readonly string[] =>
  names.map((name) => {
    const took = done.filter(({ parts }) => parts.includes(name)).map(({ tookMs }) => tookMs);
    const [p50, p99, most] = [0.5, 0.99, 1].map((share) => seconds(percentile(took, share)));
    return `  ${name.padEnd(9)} ${String(took.length).padStart(4)} kills, recovered in ${p50} (p50), ${p99} (p99), ${most} (longest)`;
  });
