/** What the page shows is in its address: how far ahead, of whom, and which policy is tried. */
import { useSearchParams } from 'react-router';
import { shows, type Narrowing, type Show } from './course';

export interface View extends Narrowing {
  readonly days: number;
  readonly item: string | null;
  /** The trial is open. */
  readonly trying: boolean;
  /** Version the trial begins with; null = the one in force. */
  readonly policy: number | null;
}

export const spans = [30, 90] as const;
/** As the API allows. */
export const mostDays = 400;

const whole = (said: string | null): number | null => {
  const n = Number(said);
  return said !== null && Number.isInteger(n) && n >= 1 ? n : null;
};

const isShow = (said: string | null): said is Show => (shows as readonly (string | null)[]).includes(said);

export const viewIn = (search: URLSearchParams): View => {
  const show = search.get('show');
  const policy = whole(search.get('policy'));
  return {
    days: Math.min(whole(search.get('days')) ?? spans[0], mostDays),
    unit: search.get('unit'),
    week: search.get('week'),
    show: isShow(show) ? show : null,
    item: search.get('item'),
    trying: search.has('try') || policy !== null,
    policy,
  };
};

export type Params = Readonly<
  Partial<Record<'days' | 'unit' | 'week' | 'show' | 'item' | 'try' | 'policy', string | null>>
>;

/** Null takes a parameter away. */
export const searchWith = (search: URLSearchParams, params: Params): URLSearchParams => {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(params))
    if (value === null) next.delete(name);
    else next.set(name, value);
  return next;
};

export const useView = () => {
  const [search, setSearch] = useSearchParams();
  return {
    view: viewIn(search),
    change: (params: Params) => setSearch((now) => searchWith(now, params), { replace: true }),
    address: (params: Params) => `?${searchWith(search, params).toString()}`,
  };
};
