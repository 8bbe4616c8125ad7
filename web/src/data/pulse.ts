/**
 * Promise: what others do appears without a reload. Every few seconds the page asks for one small mark of the plan (an
 * ETag, answered 304 while nothing moved) and asks again for what it shows when the mark has changed. Polling and no
 * event stream: proxies of government networks buffer streams, a mark costs one indexed read, and after a lost
 * connection the next question catches up by itself.
 */
import { useEffect, useSyncExternalStore } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ask, Refused } from './client';
import { connection, type ConnectionState } from './connection';
import { refreshAll } from './query';

export interface Pulse {
  readonly mark: string;
  /** Plan time. */
  readonly now: string;
  readonly today: string;
  /** A rehearsal's clock is moving. */
  readonly running: boolean;
  readonly unread: number;
}

const everyMs = 3_000;
const lastMarks = new Map<string, Pulse>();

const feel = async (plan: string, signal: AbortSignal): Promise<Pulse> => {
  const last = lastMarks.get(plan);
  const headers: Record<string, string> = last ? { 'If-None-Match': `"${last.mark}"` } : {};
  const { status, body } = await ask<Pulse>(`/plans/${plan}/pulse`, { headers, signal });
  const pulse = status === 304 && last ? last : body;
  lastMarks.set(plan, pulse);
  return pulse;
};

export const usePulse = (plan: string): Pulse | null => {
  const { data } = useQuery({
    queryKey: ['fixed', 'pulse', plan],
    queryFn: ({ signal }) => feel(plan, signal),
    refetchInterval: everyMs,
    refetchOnWindowFocus: true,
    refetchOnReconnect: true,
    retry: (failures, error) => !(error instanceof Refused) && failures < 1,
  });
  const mark = data?.mark;
  useEffect(() => {
    if (mark !== undefined) void refreshAll();
  }, [mark]);
  return data ?? null;
};

export const useConnection = (): ConnectionState => useSyncExternalStore(connection.listen, connection.state);
