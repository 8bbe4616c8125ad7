/** Promise: whatever a benchmark has started is stopped again, last first, also on errors and Ctrl-C. */
import { setTimeout as pause } from 'node:timers/promises';
import { progressLine, type Progress } from './progress.js';

export interface Bench {
  readonly say: (line: string) => void;
  /** One line that is overwritten. */
  readonly progress: Progress;
  /** Remembers how to stop something that has been started; throws when the run is ending already. */
  readonly onStop: (stop: () => Promise<void>) => void;
  /** Ends the run when the promise says that something was lost. */
  readonly needs: (lost: Promise<string>) => void;
}

/** A run that cannot go on, or was asked not to. */
class Ended extends Error {}

/** `main` answers whether everything that was counted is right: figures never fail a run, lost or doubled rows do. */
export const runBench = async (main: (bench: Bench) => Promise<boolean>): Promise<never> => {
  const stops: (() => Promise<void>)[] = [];
  const progress = progressLine();
  let ending = false;
  let end: (reason: Ended) => void = () => undefined;
  const ended = new Promise<never>((_resolve, reject) => (end = reject));
  endOnSignals(() => end(new Ended('asked to stop')));
  const bench: Bench = {
    say: (line) => {
      progress('');
      console.log(line);
    },
    progress,
    onStop: (stop) => {
      stops.push(stop);
      if (ending) throw new Ended('it is ending');
    },
    needs: (lost) => void lost.then((what) => end(new Ended(what))),
  };
  const work = main(bench);
  const code = await codeOf(Promise.race([work, ended]), progress);
  ending = true;
  progress('stopping');
  await stopAll(stops);
  // What was being started when the end came is stopped as soon as it is there.
  await Promise.race([work.catch(() => undefined), pause(patienceMs)]);
  await stopAll(stops);
  progress('');
  // Native threads of Temporal's runtime would keep the process a while.
  process.exit(code);
};

const patienceMs = 30_000;

const codeOf = async (sound: Promise<boolean>, progress: Progress): Promise<number> => {
  try {
    return (await sound) ? 0 : 1;
  } catch (error) {
    progress('');
    console.error(error instanceof Ended ? `ended: ${error.message}` : error);
    return 1;
  }
};

const stopAll = async (stops: (() => Promise<void>)[]): Promise<void> => {
  for (let stop = stops.pop(); stop; stop = stops.pop()) await stop().catch(console.error);
};

/** A second signal does not wait for an orderly end. */
const endOnSignals = (end: () => void): void => {
  let signals = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      signals += 1;
      if (signals > 1) process.exit(130);
      end();
    });
};
