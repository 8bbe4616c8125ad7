/** Promise: what is shown comes from one cache, by the path it was asked under; whatever moves in the plan makes it ask again. */
import {
  QueryClient,
  useInfiniteQuery,
  useQuery,
  type UseQueryResult,
  keepPreviousData,
} from '@tanstack/react-query';
import { get, Refused } from './client';
import type { Entries, Page } from './contract';

export { withQuery } from './with-query';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // A refusal stays one; nobody's answer is asked for again by the pulse once the connection is back.
      retry: (failures, error) => !(error instanceof Refused) && failures < 2,
      retryDelay: 800,
      // Whether the API can be reached is found out by asking it, not from what the browser believes about its network.
      networkMode: 'always',
    },
  },
});

/** Null as path = nothing to ask yet; `everyMs` where no pulse tells that something has moved. */
export const useAnswer = <T>(path: string | null, everyMs: number | false = false): UseQueryResult<T> =>
  useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => get<T>(path ?? '', signal),
    enabled: path !== null,
    placeholderData: keepPreviousData,
    refetchInterval: everyMs,
  });

/** Asked for anew whenever its reader opens, whatever a page had in hand: what somebody is about to decide on. */
export const useFresh = <T>(path: string): UseQueryResult<T> =>
  useQuery({ queryKey: [path, 'fresh'], queryFn: ({ signal }) => get<T>(path, signal), gcTime: 0 });

/** What never changes while one is signed in. */
export const useFixed = <T>(path: string | null): UseQueryResult<T> =>
  useQuery({
    queryKey: ['fixed', path],
    queryFn: ({ signal }) => get<T>(path ?? '', signal),
    enabled: path !== null,
    staleTime: Infinity,
  });

export interface Entered<T> {
  readonly entries: readonly T[];
  readonly asOf: string | null;
  readonly isPending: boolean;
  readonly error: Error | null;
  /** Null = all are here. */
  readonly more: (() => void) | null;
  readonly again: () => void;
}

/** A list by pages; `path` may carry a query of its own. */
export const useEntries = <T>(path: string | null): Entered<T> => {
  const query = useInfiniteQuery({
    queryKey: [path, 'entries'],
    queryFn: ({ pageParam, signal }) => get<Page<T>>(withCursor(path ?? '', pageParam), signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: Page<T>) => next,
    enabled: path !== null,
    placeholderData: keepPreviousData,
  });
  return {
    entries: query.data?.pages.flatMap(({ entries }) => entries) ?? [],
    asOf: query.data?.pages[0]?.asOf ?? null,
    isPending: query.isPending,
    error: query.error,
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    again: () => void query.refetch(),
  };
};

/** A list that is needed whole, however many pages it has. */
export const useWhole = <T>(path: string | null): UseQueryResult<Entries<T>> =>
  useQuery({
    queryKey: [path, 'whole'],
    queryFn: ({ signal }) => wholeOf<T>(path ?? '', signal),
    enabled: path !== null,
    placeholderData: keepPreviousData,
  });

/** As many to a page as the API gives. */
const atOnce = '200';

const wholeOf = async <T>(path: string, signal: AbortSignal): Promise<Entries<T>> => {
  const entries: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await get<Page<T>>(withCursor(also(path, 'limit', atOnce), cursor), signal);
    entries.push(...page.entries);
    cursor = page.next;
  } while (cursor !== null);
  return { entries };
};

const withCursor = (path: string, cursor: string | null): string =>
  cursor === null ? path : also(path, 'cursor', cursor);

const also = (path: string, name: string, value: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`;

/** Everything shown is asked for again, except what is fixed. */
export const refreshAll = (): Promise<void> =>
  queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'fixed' });
