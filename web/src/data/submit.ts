/**
 * Promise: what a person asks is sent once. The key is made when the form opens and kept until the answer is known, so
 * that a lost answer is asked for again and never doubles anything; 202 resolves by itself.
 */
import { useCallback, useRef, useState } from 'react';
import { ask, get, Refused, Unreachable, type ProblemShown } from './client';
import type { Submission } from './contract';
import { refreshAll } from './query';

export type Sending =
  | { readonly state: 'idle' }
  | { readonly state: 'sending' }
  /** Received and dated, not decided yet. */
  | { readonly state: 'undecided'; readonly receivedAt: string }
  /** Nobody answered so far; asked again under the same key. */
  | { readonly state: 'unreachable' }
  | { readonly state: 'done'; readonly submission: Submission }
  | { readonly state: 'refused'; readonly problem: ProblemShown };

export interface Sent {
  /** Path of the command below the API. */
  readonly path: string;
  readonly body?: unknown;
  /** The version the person saw; null = any. */
  readonly version?: number | null;
}

/** Also where a page is not served over TLS, which has no `randomUUID`. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

const pauses = [400, 800, 1_500, 3_000, 5_000];
const pauseOf = (attempt: number): number => pauses[Math.min(attempt, pauses.length - 1)] ?? 5_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Until the decision is known. */
const decided = async (
  submission: Submission,
  tell: (sending: Sending) => void,
  wanted: () => boolean,
): Promise<Submission> => {
  let known = submission;
  for (let attempt = 0; known.state === 'undecided' && wanted(); attempt += 1) {
    tell({ state: 'undecided', receivedAt: known.receivedAt });
    await pause(pauseOf(attempt));
    known = await get<Submission>(`/submissions/${submission.id}`).catch((error: unknown) => {
      if (error instanceof Unreachable) return known;
      throw error;
    });
  }
  return known;
};

const post = async (
  { path, body, version }: Sent,
  key: string,
  tell: (sending: Sending) => void,
  wanted: () => boolean,
): Promise<Submission> => {
  for (let attempt = 0; ; attempt += 1)
    try {
      const headers = {
        'Idempotency-Key': key,
        ...(version === undefined || version === null ? {} : { 'If-Match': `"${version}"` }),
      };
      return (await ask<Submission>(path, { method: 'POST', body: body ?? {}, headers })).body;
    } catch (error) {
      if (!(error instanceof Unreachable) || !wanted()) throw error;
      tell({ state: 'unreachable' });
      await pause(pauseOf(attempt));
    }
};

const outcomeOf = (submission: Submission): Sending =>
  submission.problem === null
    ? { state: 'done', submission }
    : { state: 'refused', problem: { status: 409, ...submission.problem } };

export interface Submitting {
  readonly sending: Sending;
  readonly busy: boolean;
  readonly send: (sent: Sent) => Promise<Sending>;
  readonly reset: () => void;
}

export const useSubmit = (): Submitting => {
  const [sending, setSending] = useState<Sending>({ state: 'idle' });
  const key = useRef(newKey());
  const round = useRef(0);
  const reset = useCallback(() => {
    round.current += 1;
    key.current = newKey();
    setSending({ state: 'idle' });
  }, []);
  const send = useCallback(async (sent: Sent): Promise<Sending> => {
    const mine = (round.current += 1);
    const wanted = (): boolean => round.current === mine;
    const tell = (next: Sending): void => {
      if (wanted()) setSending(next);
    };
    tell({ state: 'sending' });
    const end = await outcome(sent, key.current, tell, wanted);
    // Whatever was answered is final for this key; what is asked next is something new.
    key.current = newKey();
    tell(end);
    if (end.state === 'done') void refreshAll();
    return end;
  }, []);
  const busy = sending.state !== 'idle' && sending.state !== 'done' && sending.state !== 'refused';
  return { sending, busy, send, reset };
};

const outcome = async (
  sent: Sent,
  key: string,
  tell: (sending: Sending) => void,
  wanted: () => boolean,
): Promise<Sending> => {
  try {
    return outcomeOf(await decided(await post(sent, key, tell, wanted), tell, wanted));
  } catch (error) {
    if (error instanceof Refused) return { state: 'refused', problem: error.problem };
    throw error;
  }
};
