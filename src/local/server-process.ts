/** Promise: a server runs apart from our terminal, writes to its log file, and is gone when `stop` has returned. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type Farewell } from './processes.js';

export interface Identity {
  readonly uid: number;
  readonly gid: number;
}

export interface ServerSpec {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** The whole environment: nothing of ours leaks into the server. */
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Undefined: the user we run as. */
  readonly identity?: Identity | undefined;
  readonly logFile: string;
  readonly farewell: Farewell;
}

export interface ServerProcess {
  readonly pid: number;
  readonly running: () => boolean;
  /** Settles only when the server ends without having been asked to, with a sentence about it. */
  readonly lost: Promise<string>;
  /** What it wrote since it was launched. */
  readonly output: () => string;
  /** May be called any number of times. */
  readonly stop: () => Promise<void>;
}

const pollMs = 20;
const logLimitBytes = 10 * 2 ** 20;

export const launch = async (spec: ServerSpec): Promise<ServerProcess> => {
  const { from, fd } = openLog(spec.logFile);
  try {
    const child = spawn(spec.program, spec.args, {
      ...spec.identity,
      cwd: spec.cwd,
      env: spec.env,
      stdio: ['ignore', fd, fd],
      // Ctrl-C reaches every process of the terminal's group at once; a group of its own lets us stop it last.
      detached: true,
    });
    await once(child, 'spawn');
    return watch(child, spec, from);
  } catch (error) {
    throw new Error(`${spec.name} cannot be run: ${(error as Error).message}`, { cause: error });
  } finally {
    closeSync(fd);
  }
};

/** Waits until `ready` says so; a server that ends or takes longer than `boundMs` is reported with its own words. */
export const untilReady = async (
  server: ServerProcess,
  { name, logFile }: ServerSpec,
  ready: () => Promise<boolean>,
  boundMs: number,
): Promise<void> => {
  const deadline = performance.now() + boundMs;
  while (!(await ready())) {
    const wrote = `It wrote (${logFile}):\n${server.output().trim().split('\n').slice(-15).join('\n')}`;
    if (!server.running()) throw new Error(`${name} ended while starting. ${wrote}`);
    if (performance.now() > deadline) {
      await server.stop();
      throw new Error(`${name} was not ready after ${boundMs / 1000} s. ${wrote}`);
    }
    await pause(pollMs);
  }
};

const watch = (child: ChildProcess, spec: ServerSpec, from: number): ServerProcess => {
  const { name, logFile, farewell } = spec;
  const running = () => child.exitCode === null && child.signalCode === null;
  let stopped: Promise<void> | undefined;
  const lost = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      if (!stopped) resolve(`${name} ended by itself (${signal ?? `exit code ${code}`}); see ${logFile}`);
    });
  });
  child.unref();
  return {
    pid: child.pid ?? 0,
    running,
    lost,
    output: () => readFileSync(logFile).subarray(from).toString('utf8'),
    stop: () => (stopped ??= bidFarewell(child, running, farewell, name)),
  };
};

const bidFarewell = async (child: ChildProcess, running: () => boolean, farewell: Farewell, name: string) => {
  child.ref();
  for (const [signal, boundMs] of farewell) {
    if (!running()) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await Promise.race([gone, pause(boundMs, undefined, { ref: false })]);
  }
  if (running()) throw new Error(`${name} (pid ${child.pid}) does not end.`);
};

/** Opened for appending; a long log of earlier runs is put aside first. */
const openLog = (file: string): { from: number; fd: number } => {
  const before = sizeOf(file);
  if (before > logLimitBytes) renameSync(file, `${file}.1`);
  return { from: before > logLimitBytes ? 0 : before, fd: openSync(file, 'a', 0o600) };
};

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
