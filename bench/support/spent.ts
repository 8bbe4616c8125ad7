/** Promise: what a stretch of work has cost, process by process, shared among the pieces of work. */
import type { Child } from './child.js';
import type { Figures } from './figures.js';
import { serverCpuMs } from './machine.js';
import type { Services } from './services.js';

/** CPU in milliseconds; null = the system does not tell. */
export interface Spent {
  readonly worker: number;
  readonly postgres: number | null;
  readonly temporal: number | null;
}

const difference = (after: number | null, before: number | null): number | null =>
  after === null || before === null ? null : after - before;

/** Begins to measure; the answer ends it. */
export const meter = async ({ pids }: Services, child: Child): Promise<() => Promise<Spent>> => {
  const servers = () => ({ postgres: serverCpuMs(pids.postgres), temporal: serverCpuMs(pids.temporal) });
  const [usage, before] = [await child.usage(), servers()];
  return async () => {
    const [end, after] = [await child.usage(), servers()];
    return {
      worker: end.cpuMs - usage.cpuMs,
      postgres: difference(after.postgres, before.postgres),
      temporal: difference(after.temporal, before.temporal),
    };
  };
};

/** For each of `pieces`, named by what a piece is. */
export const costOf = ({ worker, postgres, temporal }: Spent, pieces: number, piece: string): Figures => {
  const each = (ms: number | null): number | null => (ms === null ? null : ms / pieces);
  const all = postgres === null || temporal === null ? null : worker + postgres + temporal;
  return {
    [`CPU ms/${piece}, worker`]: each(worker),
    [`CPU ms/${piece}, Postgres`]: each(postgres),
    [`CPU ms/${piece}, Temporal`]: each(temporal),
    [`CPU ms/${piece}, all three`]: each(all),
  };
};
