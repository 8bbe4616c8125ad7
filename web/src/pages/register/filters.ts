/** Promise: which items are shown is in the address, so that a list can be sent, kept and gone back to. */
import { withQuery } from '../../data/with-query';
import type { Level, Light } from '../../data/contract';
import { isIsoDate } from '../../parts/dates';

export const lightsShown: readonly Light[] = ['red', 'yellow', 'green', 'grey', 'blue'];
export const levelsShown: readonly Level[] = [
  'none',
  'urged',
  'lettered',
  'listed_1',
  'listed_2',
  'listed_3',
];
export const lifecyclesShown = [
  'registered',
  'dispatched',
  'in_progress',
  'closing_review',
  'completed',
  'closed',
  'terminated',
] as const;
export const sorts = ['number', 'danger'] as const;
export type Sort = (typeof sorts)[number];

/** Of which one may choose several. */
export const manyOf = ['section', 'unit', 'coUnit', 'light', 'level', 'lifecycle'] as const;
export type Many = (typeof manyOf)[number];
/** Yes or not asked for. */
export const flags = ['overdue', 'owedByMe', 'suspended'] as const;
export type Flag = (typeof flags)[number];

export interface Filters {
  readonly many: Readonly<Record<Many, readonly string[]>>;
  readonly flags: Readonly<Record<Flag, boolean>>;
  readonly dueBy: string | null;
  readonly search: string;
  readonly sort: Sort;
}

const known: Partial<Readonly<Record<Many, readonly string[]>>> = {
  light: lightsShown,
  level: levelsShown,
  lifecycle: lifecyclesShown,
};

/** What an address cannot mean is left out. */
export const filtersIn = (search: URLSearchParams): Filters => {
  const dueBy = search.get('dueBy');
  return {
    many: Object.fromEntries(
      manyOf.map((name) => [
        name,
        search.getAll(name).filter((value) => known[name]?.includes(value) ?? true),
      ]),
    ) as Record<Many, string[]>,
    flags: Object.fromEntries(flags.map((name) => [name, search.get(name) === 'true'])) as Record<
      Flag,
      boolean
    >,
    dueBy: dueBy !== null && isIsoDate(dueBy) ? dueBy : null,
    search: (search.get('search') ?? '').slice(0, 100),
    sort: search.get('sort') === 'danger' ? 'danger' : 'number',
  };
};

export const itemsPath = (plan: string, filters: Filters, limit: number): string =>
  withQuery(`/plans/${plan}/items`, {
    ...filters.many,
    ...Object.fromEntries(flags.filter((name) => filters.flags[name]).map((name) => [name, true])),
    dueBy: filters.dueBy,
    search: filters.search.trim(),
    sort: filters.sort,
    limit,
  });

/** How many conditions narrow the list; the order is none. */
export const countOf = ({ many, flags: asked, dueBy, search }: Filters): number =>
  manyOf.filter((name) => many[name].length > 0).length +
  flags.filter((name) => asked[name]).length +
  (dueBy === null ? 0 : 1) +
  (search.trim() === '' ? 0 : 1);

/** The address with one thing changed; whatever else it says stays. */
export const changed = (
  search: URLSearchParams,
  name: Many | Flag | 'dueBy' | 'search' | 'sort',
  value: readonly string[] | string | null,
): URLSearchParams => {
  const next = new URLSearchParams(search);
  next.delete(name);
  for (const one of Array.isArray(value) ? (value as readonly string[]) : [value as string | null])
    if (one !== null && one !== '') next.append(name, one);
  return next;
};

export const cleared = (search: URLSearchParams): URLSearchParams => {
  const next = new URLSearchParams(search);
  for (const name of [...manyOf, ...flags, 'dueBy', 'search']) next.delete(name);
  return next;
};
