/** Promise: nothing is applied but what was looked at; whatever is changed afterwards must be looked at again. */
import { useState } from 'react';
import { answered, useAct, type Acting } from '../../data/act';
import type { MovesPreview } from '../../data/contract';

export interface Previewing {
  readonly acting: Acting;
  readonly busy: boolean;
  /** Of what is asked now; null = not looked at yet. */
  readonly shown: MovesPreview | null;
  /** Something else was looked at before. */
  readonly stale: boolean;
  readonly look: () => Promise<void>;
  readonly reset: () => void;
}

/** `asked` is what would be applied, and the body the preview is asked with. */
export const usePreviewing = (path: string, asked: object): Previewing => {
  const [looked, setLooked] = useState<{ readonly at: string; readonly preview: MovesPreview } | null>(null);
  const { acting, busy, run, reset } = useAct();
  const now = `${path} ${JSON.stringify(asked)}`;
  const look = async (): Promise<void> => {
    const found = await run(() => answered<MovesPreview>(path, { method: 'POST', body: asked }));
    if (found !== null) setLooked({ at: now, preview: found.value });
  };
  return {
    acting,
    busy,
    shown: looked?.at === now ? looked.preview : null,
    stale: looked !== null && looked.at !== now,
    look,
    reset: () => {
      setLooked(null);
      reset();
    },
  };
};
