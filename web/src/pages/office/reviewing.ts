/** Looking at a case has an address on top of the page: `?review=ITEM&case=evidence_review/m1/1`. */
import { useSearchParams } from 'react-router';

export interface Reviewing {
  readonly item: string;
  readonly case: string;
}

const without = (search: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...search].filter(([name]) => name !== 'review' && name !== 'case'));

export const reviewIn = (search: URLSearchParams): Reviewing | null => {
  const item = search.get('review');
  const id = search.get('case');
  return item !== null && id !== null ? { item, case: id } : null;
};

export const useReview = () => {
  const [search, setSearch] = useSearchParams();
  return {
    reviewing: reviewIn(search),
    address: (item: string, id: string): string => {
      const next = without(search);
      next.set('review', item);
      next.set('case', id);
      return `?${next.toString()}`;
    },
    end: () => setSearch(without, { replace: true }),
  };
};
