/** Which tiles have just changed: by a step of a rehearsal or somebody's doing, never by looking at another day. */
import { useEffect, useRef, useState } from 'react';
import type { Board } from '../../data/contract';
import { changedItems, looksOf } from './changed-items';

export interface Changed {
  readonly items: ReadonlySet<string>;
  /** Another one for each change, so that the outline plays again. */
  readonly round: number;
}

export const useChanged = (board: Board): Changed => {
  const [changed, setChanged] = useState<Changed>({ items: new Set(), round: 0 });
  const present = useRef<ReadonlyMap<string, string> | null>(null);
  useEffect(() => {
    if (board.past) {
      present.current = null;
      return;
    }
    const after = looksOf(board.items);
    const items = present.current === null ? new Set<string>() : changedItems(present.current, after);
    present.current = after;
    if (items.size > 0) setChanged(({ round }) => ({ items, round: round + 1 }));
  }, [board]);
  return changed;
};
