/**
 * Promise: reading a whole large plan keeps nobody else from being served. Such readings take turns, two at a time,
 * and whoever asks for one that has not begun yet shares it: what he reads is never older than his question.
 */
import pLimit from 'p-limit';
import { seesAll, type Viewer } from '../store/views/visible.js';

/** What of a plan is read; those to whom nothing of it is hidden are owed the same answer. */
interface Reading {
  readonly viewer: Viewer;
  readonly planId: string;
  readonly of: readonly (string | number | null)[];
}

/** Who sees but a part of the plan reads it at once. */
export type WholePlans = <T>(reading: Reading, read: () => Promise<T>) => Promise<T>;

const atOnce = 2;

export const createWholePlans = (): WholePlans => {
  const turn = pLimit(atOnce);
  const waiting = new Map<string, Promise<unknown>>();
  return <T>({ viewer, planId, of }: Reading, read: () => Promise<T>): Promise<T> => {
    if (!seesAll(viewer, planId)) return read();
    const key = JSON.stringify([planId, ...of]);
    const joined = waiting.get(key);
    if (joined) return joined as Promise<T>;
    const answer = turn(() => {
      waiting.delete(key);
      return read();
    });
    waiting.set(key, answer);
    return answer;
  };
};
