/**
 * Promise: whatever is promised is kept: wait for the promise or a message, settle, show, wait again. One settling at
 * a time, one timer, nothing kept that Postgres does not hold, so that any run may end and another begin.
 */
import {
  ActivityFailure,
  ApplicationFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  isCancellation,
  setHandler,
  TemporalFailure,
  workflowInfo,
} from '@temporalio/workflow';
import type { Answered, Promised, SettleRequest } from '../activities/standings.js';
import { commandUpdate, standing as standingQuery, wake } from './messages.js';

export interface Supervision<S extends Promised> {
  readonly id: string;
  readonly commands: readonly string[];
  readonly settle: (request: SettleRequest) => Promise<Answered<S>>;
  /** Search attributes and details for operators. */
  readonly show: (standing: S) => void;
  /** Names the timer in the history. */
  readonly waitingFor: (standing: S) => string;
}

/** A run stays short, since an idle one is replayed by code of any later day. */
const eventsPerRun = 500;

export const supervise = async <S extends Promised>(supervision: Supervision<S>): Promise<void> => {
  const loop = createLoop(supervision);
  for (const command of supervision.commands)
    setHandler(
      commandUpdate(command),
      async (submission) => (await loop.settled(submission))?.outcome ?? null,
    );
  setHandler(wake, loop.awaken);
  setHandler(standingQuery, loop.standing);

  for (;;) {
    await loop.untilDue();
    if (loop.isDue()) await loop.settled(null);
    if (!loop.mayEnd()) continue;
    await condition(allHandlersFinished);
    if (loop.isOver()) return;
    if (loop.isLong()) await continueAsNew(supervision.id);
  }
};

/**
 * Whether a step failed as steps do: an ordinary activity's failure comes wrapped, a local one's bare. What is said to
 * be final (there is no such row) and a cancelled run are not for us to retry.
 */
const isGivenUp = (error: unknown): boolean => {
  const failure = error instanceof ActivityFailure ? error.cause : error;
  if (isCancellation(error) || !(failure instanceof TemporalFailure)) return false;
  return !(failure instanceof ApplicationFailure && failure.nonRetryable === true);
};

/** What lives in one run: the last standing, whether somebody called, and whose turn it is. */
const createLoop = <S extends Promised>({ id, settle, show, waitingFor }: Supervision<S>) => {
  const now: { standing: S | null; awake: boolean; failures: number } = {
    standing: null,
    awake: true,
    failures: 0,
  };
  let turn: Promise<unknown> = Promise.resolve();

  const settleOnce = async (submission: string | null): Promise<Answered<S> | null> => {
    now.awake = false;
    try {
      const answer = await settle({ id, now: Date.now(), submission });
      now.standing = answer.standing;
      now.failures = 0;
      show(answer.standing);
      return answer;
    } catch (error) {
      // The step gave up, Postgres is away: try again later. Anything else must not be swallowed.
      if (!isGivenUp(error)) throw error;
      now.failures += 1;
      now.awake = true;
      return null;
    }
  };

  const isLong = (): boolean => workflowInfo().historyLength > eventsPerRun;
  const isOver = (): boolean => now.standing?.done === true && !now.awake;
  const wakeAt = (): number | null => now.standing?.wakeAt ?? null;

  const untilChanged = async (): Promise<void> => {
    const promised = now.standing;
    const changed = (): boolean =>
      now.awake || now.failures > 0 || now.standing !== promised || isOver() || isLong();
    if (changed()) return;
    // Every way through here waits for something: a loop that does not would never give the thread back.
    if (promised === null || promised.wakeAt === null) return condition(changed);
    const ms = promised.wakeAt - Date.now();
    // A timeout that is not positive would fire at once and for ever.
    if (ms > 0) await condition(changed, ms, { summary: waitingFor(promised) });
  };

  return {
    /** Chained, never side by side: histories with two local activities at once do not replay. */
    settled: (submission: string | null): Promise<Answered<S> | null> => {
      const mine = turn.then(() => settleOnce(submission));
      turn = mine.catch(() => undefined);
      return mine;
    },
    awaken: (): void => void (now.awake = true),
    standing: (): S | null => now.standing,
    isOver,
    isLong,
    mayEnd: (): boolean => isLong() || (now.failures === 0 && isOver()),
    isDue: (): boolean => now.awake || (wakeAt() ?? Infinity) <= Date.now(),

    /** Returns when the promise is due, somebody called, a command brought another promise, or the run may end. */
    untilDue: async (): Promise<void> => {
      await untilChanged();
      if (now.failures === 0) return;
      const ms = Math.min(1000 * 2 ** now.failures, 60_000);
      await condition(() => now.failures === 0, ms, { summary: 'trying again' });
    },
  };
};
