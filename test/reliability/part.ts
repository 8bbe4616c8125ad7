/** Promise: a part of the system that can be killed like a power cut, and is started again until it is up. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export const partNames = ['api', 'worker', 'temporal', 'postgres'] as const;
export type PartName = (typeof partNames)[number];

export interface Part {
  readonly name: PartName;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** Resolves when it is up, however often that has to be tried. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const againMs = 100;

const untilUp = async <T>(name: PartName, start: () => Promise<T>): Promise<T> => {
  const deadline = performance.now() + 60_000;
  for (;;)
    try {
      return await start();
    } catch (error) {
      if (performance.now() > deadline) throw new Error(`${name} does not come up`, { cause: error });
      await pause(againMs);
    }
};

/** A server as `src/local` starts it. */
interface Server {
  readonly pid: number;
  stop(): Promise<void>;
}

export const serverPart = (name: PartName, launch: () => Promise<Server>): Part => {
  let server: Server | undefined;
  return {
    name,
    kill: async () => {
      if (!server) return;
      process.kill(server.pid, 'SIGKILL');
      // Nothing is left to be stopped: this lets go of its folder.
      await server.stop();
    },
    start: async () => void (server = await untilUp(name, launch)),
    stop: async () => server?.stop(),
  };
};

interface Program {
  readonly path: string;
  readonly setting: object;
  readonly logFile: string;
}

/** A node process; one that ends without being asked is begun again, and `onLost` is told. */
export const processPart = (name: PartName, program: Program, onLost: (name: PartName) => void): Part => {
  let child: ChildProcess | undefined;
  let isUp = false;
  const launch = async (): Promise<void> => {
    const log = openSync(program.logFile, 'a');
    const own = fork(program.path, [JSON.stringify(program.setting)], {
      execArgv: ['--enable-source-maps'],
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    child = own;
    const ended = once(own, 'exit').then(() => 'ended' as const);
    const first = await Promise.race([once(own, 'message'), ended]);
    if (first === 'ended') throw new Error(`${name} ended while starting; see ${program.logFile}`);
    isUp = true;
    void ended.then(() => {
      if (!isUp || child !== own) return;
      onLost(name);
      void untilUp(name, launch);
    });
  };
  const end = async (): Promise<void> => {
    isUp = false;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  return { name, kill: end, start: () => untilUp(name, launch), stop: end };
};
