/**
 * Promise: a step of a rehearsal's clock is asked for once, however often the connection breaks; where the clock has
 * come to is known to everybody, whoever moved it.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ask, get, Refused, Unreachable, type ProblemShown } from './client';
import type { Advance, AdvanceSpan, Entries } from './contract';
import { queryClient, refreshAll } from './query';
import { newKey } from './submit';

export type Step = { readonly by: 'day' | 'week' | 'month' | 'next_event' } | { readonly to: string };

export type Moving =
  | { readonly state: 'still' | 'asked' | 'unreachable' }
  | { readonly state: 'refused'; readonly problem: ProblemShown };

const againMs = 1_500;
const whileRunningMs = 800;

const moved = async (plan: string, step: Step, lost: () => void): Promise<ProblemShown | null> => {
  const key = newKey();
  for (;;)
    try {
      const headers = { 'Idempotency-Key': key };
      await ask<Advance>(`/plans/${plan}/clock/advance`, { method: 'POST', body: step, headers });
      return null;
    } catch (error) {
      if (error instanceof Refused) return error.problem;
      if (!(error instanceof Unreachable)) throw error;
      lost();
      await new Promise((resolve) => setTimeout(resolve, againMs));
    }
};

export const useMoving = (plan: string) => {
  const [moving, setMoving] = useState<Moving>({ state: 'still' });
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const tell = useCallback((next: Moving) => {
    if (here.current) setMoving(next);
  }, []);
  const move = useCallback(
    async (step: Step): Promise<void> => {
      tell({ state: 'asked' });
      const problem = await moved(plan, step, () => tell({ state: 'unreachable' }));
      await Promise.all([
        refreshAll(),
        queryClient.invalidateQueries({ queryKey: ['fixed', 'pulse', plan] }),
      ]);
      tell(problem === null ? { state: 'still' } : { state: 'refused', problem });
    },
    [plan, tell],
  );
  return { moving, move };
};

export const advancesPath = (plan: string): string => `/plans/${plan}/clock/advances`;

/** The last moves of the clock, newest first; asked for often while it runs. */
export const useAdvances = (plan: string, running: boolean): readonly AdvanceSpan[] | undefined => {
  const path = advancesPath(plan);
  const { data } = useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => get<Entries<AdvanceSpan>>(path, signal),
    refetchInterval: running ? whileRunningMs : false,
  });
  return data?.entries;
};

/** One move: how far it has come while it runs; once done, it never changes. */
export const useAdvance = (plan: string, span: AdvanceSpan | undefined): Advance | undefined => {
  const running = span?.state === 'running';
  const path = `${advancesPath(plan)}/${span?.id ?? ''}`;
  const { data } = useQuery({
    queryKey: running ? [path] : ['fixed', path],
    queryFn: ({ signal }) => get<Advance>(path, signal),
    enabled: span !== undefined,
    staleTime: running ? 0 : Infinity,
    refetchInterval: running ? whileRunningMs : false,
  });
  return data;
};
