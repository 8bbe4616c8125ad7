/** Items somebody has ticked, and what a lot needs to know of them. */
import { useState } from 'react';
import type { PressedItem } from '../../data/contract';

export type Chosen = Pick<PressedItem, 'id' | 'number' | 'tile' | 'unit'>;

export interface Choosing {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  /** Ticks all of these, or none of them where all are ticked. */
  readonly toggleAll: (ids: readonly string[]) => void;
  readonly clear: () => void;
}

export const toggled = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  new Set(ids.has(id) ? [...ids].filter((one) => one !== id) : [...ids, id]);

export const useChoosing = (): Choosing => {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    ids,
    toggle: (id) => setIds((now) => toggled(now, id)),
    toggleAll: (all) => setIds((now) => new Set(all.every((id) => now.has(id)) ? [] : all)),
    clear: () => setIds(new Set()),
  };
};
