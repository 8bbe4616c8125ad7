/** Promise: the day a page shows is in its address, so that it can be sent; the present has none. */
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { usePlan } from '../../data/session';

export interface AsOf {
  /** The past day that is shown; null = now. */
  readonly at: string | null;
  readonly today: string;
  /** Today and later days are the present. */
  readonly go: (date: string | null) => void;
}

const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

export const useAsOf = (): AsOf => {
  const { today } = usePlan().pulse;
  const [search, setSearch] = useSearchParams();
  const named = search.get('at');
  const go = useCallback(
    (date: string | null) =>
      setSearch(
        (now) => {
          const next = new URLSearchParams(now);
          if (date === null || date >= today) {
            next.delete('at');
            next.delete('show');
          } else next.set('at', date);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch, today],
  );
  return { at: isDay(named) && named < today ? named : null, today, go };
};
