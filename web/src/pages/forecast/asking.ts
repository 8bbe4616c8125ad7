/** The forecast of a plan or of one item, asked alike; and the same under another policy. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask } from '../../data/client';
import type { Item, ItemForecast, PlanForecast, PlanWhatIf } from '../../data/contract';
import { useAnswer, withQuery } from '../../data/query';
import type { Course, Forecast, Moment } from './course';
import type { PolicyOverrides } from './overrides';

export interface Scope {
  readonly plan: string;
  /** Null = every item the viewer may see. */
  readonly item: string | null;
  readonly days: number;
}

const pathOf = ({ plan, item, days }: Scope): string =>
  withQuery(item === null ? `/plans/${plan}/forecast` : `/items/${item}/forecast`, { days });

type Head = Pick<Item, 'id' | 'number' | 'title' | 'tile'>;

const ofItem = (moments: ItemForecast['entries'], { id, number, title, tile }: Head): readonly Moment[] =>
  moments.map((moment) => ({ ...moment, item: { id, number, title, tile } }));

interface Asked<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

const planForecast = ({ asOf, until, items, entries, truncated, load }: PlanForecast): Forecast => ({
  ...{ asOf, until, entries, truncated, load },
  leftOut: items.leftOut,
});

const itemForecast = ({ asOf, until, entries }: ItemForecast, head: Head): Forecast => ({
  ...{ asOf, until, entries: ofItem(entries, head) },
  ...{ truncated: 0, load: null, leftOut: 0 },
});

export const useForecast = (scope: Scope): Asked<Forecast> => {
  const path = pathOf(scope);
  const ofPlan = useAnswer<PlanForecast>(scope.item === null ? path : null);
  const one = useAnswer<ItemForecast>(scope.item === null ? null : path);
  const head = useAnswer<Item>(scope.item === null ? null : `/items/${scope.item}`);
  if (scope.item === null)
    return { data: ofPlan.data && planForecast(ofPlan.data), error: ofPlan.error, refetch: ofPlan.refetch };
  const isHere = one.data !== undefined && head.data?.id === scope.item;
  return {
    data: isHere && head.data ? itemForecast(one.data, head.data) : undefined,
    error: one.error ?? head.error,
    refetch: () => Promise.all([one.refetch(), head.refetch()]),
  };
};

export interface Tried {
  readonly asOf: string;
  readonly present: Course;
  readonly whatIf: Course;
}

interface ItemTried {
  readonly asOf: string;
  readonly present: ItemForecast['entries'];
  readonly whatIf: ItemForecast['entries'];
}

const single = (moments: ItemForecast['entries'], head: Head): Course => ({
  entries: ofItem(moments, head),
  truncated: 0,
  load: null,
});

/** `head`: of the one item, where it is about one. A trial is an answer to a question, and stays as it was asked. */
export const useTrial = (
  scope: Scope,
  overrides: PolicyOverrides | null,
  head: Head | null,
): UseQueryResult<Tried> => {
  const path = pathOf(scope);
  return useQuery({
    queryKey: ['fixed', path, overrides],
    queryFn: async ({ signal }): Promise<Tried> => {
      const { body } = await ask<PlanWhatIf | ItemTried>(path, {
        method: 'POST',
        body: { policy: overrides },
        signal,
      });
      if ('items' in body) return body;
      if (head === null) throw new Error(`a trial of ${path} without its item`);
      return { asOf: body.asOf, present: single(body.present, head), whatIf: single(body.whatIf, head) };
    },
    enabled: overrides !== null,
    staleTime: Infinity,
    retry: false,
  });
};
