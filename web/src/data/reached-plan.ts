/** Which plan a page of the house is about: the one the address names, else the first the post reaches. */
import { useSearchParams } from 'react-router';
import type { Me } from './contract';
import { useSession } from './session';

export type ReachedPlan = Me['plans'][number];

export interface Reached {
  /** Null = there is no plan yet. */
  readonly plan: ReachedPlan | null;
  readonly plans: readonly ReachedPlan[];
  readonly choose: (id: string) => void;
}

export const useReachedPlan = (): Reached => {
  const { me } = useSession();
  const [search, setSearch] = useSearchParams();
  const named = me.plans.find(({ id }) => id === search.get('plan'));
  return {
    plan: named ?? me.plans[0] ?? null,
    plans: me.plans,
    choose: (id) => setSearch(new URLSearchParams({ plan: id })),
  };
};
