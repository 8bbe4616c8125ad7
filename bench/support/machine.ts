/** Promise: CPU is what the system has charged to the very processes that did the work; where it does not say, null. */
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** What a reader must know before comparing anything. */
export const machineFacts = (): string => {
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
  const [load = 0] = loadavg();
  const cores = availableParallelism();
  const model = cpus()[0]?.model.trim() || 'unknown processor';
  return `${cores} cores (${model}), ${memory}, node ${process.version}, ${process.platform}; load before the run ${load.toFixed(1)}`;
};

/** Linux counts in ticks of a hundredth of a second, whatever the kernel's own clock. */
const tickMs = 10;

interface Spent {
  readonly parent: number;
  readonly ownMs: number;
  /** Of children that have ended and been waited for. */
  readonly endedMs: number;
}

const spentBy = (pid: number): Spent | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name, in brackets, may itself hold blanks and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [1, 11, 12, 13, 14].map((n) =>
      Number(fields[n]),
    );
    return { parent, ownMs: (user + system) * tickMs, endedMs: (endedUser + endedSystem) * tickMs };
  } catch {
    return null;
  }
};

/** Milliseconds a server and its direct children have used since it began; null = the system does not tell. */
export const serverCpuMs = (pid: number): number | null => {
  const server = spentBy(pid);
  if (server === null) return null;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => spentBy(Number(name)))
    .filter((spent) => spent?.parent === pid);
  return children.reduce((sum, child) => sum + (child?.ownMs ?? 0), server.ownMs + server.endedMs);
};
