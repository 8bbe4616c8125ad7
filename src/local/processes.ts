/** Promise: a process is only ever taken for ours by pid and birth together, so that a reused pid is never signalled. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export interface ProcessId {
  readonly pid: number;
  /** When the process began, as the system writes it; comparable only with itself. */
  readonly born: string;
}

export interface ProcessFact extends ProcessId {
  /** Program and arguments, joined by blanks. */
  readonly command: string;
}

/** Signals in the order in which they are tried, and how long each may take. */
export type Farewell = readonly (readonly [signal: NodeJS.Signals, boundMs: number])[];

const pollMs = 25;

/** What is known of a running process; undefined when there is none (a zombie counts as none). */
export const processFact = (pid: number): ProcessFact | undefined =>
  process.platform === 'linux' ? factFromProc(pid) : factFromPs(pid);

export const isRunning = ({ pid, born }: ProcessId): boolean => processFact(pid)?.born === born;

/** Ends a process and waits until it is gone. Throws when it outlives every signal or belongs to another user. */
export const endProcess = async (id: ProcessId, farewell: Farewell): Promise<void> => {
  for (const [signal, boundMs] of farewell) {
    if (!isRunning(id)) return;
    send(id, signal);
    const deadline = performance.now() + boundMs;
    while (isRunning(id) && performance.now() < deadline) await pause(pollMs);
  }
  if (isRunning(id)) throw new Error(`Process ${id.pid} does not end; stop it by hand and start again.`);
};

const send = ({ pid }: ProcessId, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EPERM') {
      throw new Error(`Process ${pid} belongs to another user; stop it as that user and start again.`, {
        cause: error,
      });
    }
    if (code !== 'ESRCH') throw error;
  }
};

const factFromProc = (pid: number): ProcessFact | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field, the program's name in brackets, may itself hold blanks and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, ticks] = [fields[0], fields[19]];
    if (state === 'Z' || state === 'X') return undefined;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return { pid, born: `${boot}/${ticks}`, command };
  } catch {
    return undefined;
  }
};

const factFromPs = (pid: number): ProcessFact | undefined => {
  // The date's spelling depends on the locale, and must be the same in every run.
  const env = { LC_ALL: 'C', PATH: '/bin:/usr/bin' };
  const { stdout } = spawnSync('ps', ['-o', 'state=,lstart=,command=', '-p', `${pid}`], {
    env,
    encoding: 'utf8',
  });
  const [state, ...rest] = (stdout ?? '').trim().split(/\s+/);
  if (!state || state.startsWith('Z')) return undefined;
  return { pid, born: rest.slice(0, 5).join(' '), command: rest.slice(5).join(' ') };
};
