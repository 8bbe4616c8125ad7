/** Promise: clients in a closed loop: each gives its next command when the last is answered, until the time is over. */
import { percentile, type Figures } from './figures.js';

/** Gives one command, the client's `step`-th; rejects when it was not decided. */
export type Give = (step: number) => Promise<void>;

export interface Measured {
  readonly figures: Figures;
  readonly decided: number;
  /** The first reasons, where there are any. */
  readonly failures: readonly string[];
}

export const runClients = async (
  clients: readonly Give[],
  seconds: number,
  report: (decided: number) => void,
): Promise<Measured> => {
  const latencies: number[] = [];
  const failures: string[] = [];
  const begun = performance.now();
  const until = begun + seconds * 1000;
  const run = async (give: Give): Promise<void> => {
    for (let step = 0; performance.now() < until; step += 1) {
      const asked = performance.now();
      try {
        await give(step);
        latencies.push(performance.now() - asked);
      } catch (error) {
        failures.push(String(error));
        // What a failed command has left behind is unknown: the series cannot go on.
        return;
      }
      report(latencies.length);
    }
  };
  await Promise.all(clients.map(run));
  const elapsed = (performance.now() - begun) / 1000;
  return { figures: figuresOf(latencies, elapsed), decided: latencies.length, failures };
};

const figuresOf = (latencies: readonly number[], elapsed: number): Figures => ({
  'latency ms, p50': percentile(latencies, 0.5),
  'latency ms, p95': percentile(latencies, 0.95),
  'latency ms, p99': percentile(latencies, 0.99),
  'commands/s': latencies.length / elapsed,
});
