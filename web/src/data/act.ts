/** Promise: what is asked and answered at once, without a decision to wait for, is told as it goes and as it ended. */
import { useCallback, useState } from 'react';
import { ask, Refused, Unreachable, type ProblemShown, type Question } from './client';

export type Acting =
  | { readonly state: 'idle' }
  | { readonly state: 'asking' }
  | { readonly state: 'refused'; readonly problem: ProblemShown }
  | { readonly state: 'unreachable' };

/** What came of it; null = nothing, and `acting` says why. */
export type Run = <T>(fn: () => Promise<T>) => Promise<{ readonly value: T } | null>;

export interface Act {
  readonly acting: Acting;
  readonly busy: boolean;
  readonly run: Run;
  readonly reset: () => void;
}

export const useAct = (): Act => {
  const [acting, setActing] = useState<Acting>({ state: 'idle' });
  const reset = useCallback(() => setActing({ state: 'idle' }), []);
  const run: Run = useCallback(async (fn) => {
    setActing({ state: 'asking' });
    try {
      const value = await fn();
      setActing({ state: 'idle' });
      return { value };
    } catch (error) {
      if (error instanceof Refused) setActing({ state: 'refused', problem: error.problem });
      else if (error instanceof Unreachable) setActing({ state: 'unreachable' });
      else throw error;
      return null;
    }
  }, []);
  return { acting, busy: acting.state === 'asking', run, reset };
};

/** The body of an answer. */
export const answered = async <T>(path: string, question: Question): Promise<T> =>
  (await ask<T>(path, question)).body;
