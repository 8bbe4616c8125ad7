/** Promise: a worker runs in a process of its own, answers questions, and ends with us at the latest. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Bench } from './run.js';
import type { Series } from './reference-activities.js';
import type { Services } from './services.js';

/** What a worker process is told when it starts. */
export interface Setting {
  readonly databaseUrl: string;
  readonly address: string;
  readonly namespace: string;
  readonly bundlePath: string;
  /** Null = a worker alone, without the API. */
  readonly filesDir: string | null;
}

export type Question =
  | { readonly kind: 'usage' }
  | { readonly kind: 'prepareAlarms'; readonly plan: string }
  | { readonly kind: 'prepareSeries'; readonly series: readonly Series[] };

export interface Usage {
  readonly cpuMs: number;
  /** Settlings and activities that have ended. */
  readonly steps: number;
}

export interface Ready {
  /** Null = no API was asked for. */
  readonly apiUrl: string | null;
}

export type ToChild = { readonly id: number } & (Question | { readonly kind: 'stop' });
export type FromChild =
  { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly failed: string };

export interface Child extends Ready {
  readonly pid: number;
  ask(question: Exclude<Question, { kind: 'usage' }>): Promise<void>;
  usage(): Promise<Usage>;
  /** SIGKILL, as in a power cut. */
  kill(): Promise<void>;
}

const programs = {
  product: fileURLToPath(new URL('./product-process.ts', import.meta.url)),
  reference: fileURLToPath(new URL('./reference-process.ts', import.meta.url)),
};

/** Stopped by message; killed when it does not listen. */
const stopBoundMs = 20_000;

export const startChild = async (
  bench: Bench,
  kind: keyof typeof programs,
  { databaseUrl, temporal, bundles }: Services,
  filesDir: string | null = null,
): Promise<Child> => {
  bench.progress(`starting the ${kind}'s worker`);
  const setting: Setting = { databaseUrl, ...temporal, bundlePath: bundles[kind], filesDir };
  // A group of its own: Ctrl-C must reach us alone, who stop it in its turn.
  const child = fork(programs[kind], [JSON.stringify(setting)], {
    execArgv: ['--import', 'tsx'],
    detached: true,
  });
  const conversation = converse(child);
  let stopping = false;
  let listens = false;
  const lost = once(child, 'exit').then(() => `the ${kind}'s worker ended`);
  bench.needs(lost.then((what) => (stopping ? new Promise<string>(() => undefined) : what)));
  bench.onStop(async () => {
    stopping = true;
    const kill = setTimeout(() => child.kill('SIGKILL'), listens ? stopBoundMs : 0);
    conversation.say({ kind: 'stop' }).catch(() => undefined);
    await lost;
    clearTimeout(kill);
  });
  const ready = (await Promise.race([conversation.first, failOn(lost)])) as Ready;
  listens = true;
  return {
    ...ready,
    pid: child.pid ?? 0,
    ask: async (question) => void (await conversation.say(question)),
    usage: () => conversation.say({ kind: 'usage' }) as Promise<Usage>,
    kill: async () => {
      stopping = true;
      child.kill('SIGKILL');
      await lost;
    },
  };
};

const failOn = async (lost: Promise<string>): Promise<never> => {
  throw new Error(await lost);
};

/** Question 0 is the one every child answers unasked: whether it is ready. */
const converse = (child: ChildProcess) => {
  const open = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  const expect = (id: number): Promise<unknown> =>
    new Promise((resolve, reject) => open.set(id, { resolve, reject }));
  let last = 0;
  const first = expect(0);
  // Nobody waits for it when the run ends before.
  first.catch(() => undefined);
  child.on('message', (message: FromChild) => {
    const waiting = open.get(message.id);
    open.delete(message.id);
    if ('failed' in message) waiting?.reject(new Error(message.failed));
    else waiting?.resolve(message.answer);
  });
  child.once('exit', () => {
    for (const { reject } of open.values()) reject(new Error('the worker has ended'));
  });
  return {
    first,
    say: (question: Question | { kind: 'stop' }): Promise<unknown> => {
      const id = (last += 1);
      const answer = expect(id);
      if (child.connected) child.send({ ...question, id });
      else open.get(id)?.reject(new Error('the worker has ended'));
      return answer;
    },
  };
};
