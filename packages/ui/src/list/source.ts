import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { asProblem } from '@monozu/api-client';

export interface Page<T> {
    items: T[];
    next: string | null;
    total?: number | null;
}

export type ListQuery = Record<string, string>;

export interface ListSource<T> {
    /** The first words of the cache keys: what a change has to invalidate. */
    key: readonly string[];
    /** Asks for one page; `query.after` is the cursor of the page before. */
    fetch: (query: ListQuery, signal: AbortSignal) => Promise<Page<T>>;
    /** Offers the whole list as a file. */
    csv?: (query: ListQuery) => Promise<void>;
    /** The same for programs: a JSON object a line. */
    jsonLines?: (query: ListQuery) => Promise<void>;
}

const pageSize = 100;

export function listKey(source: Pick<ListSource<unknown>, 'key'>, query: ListQuery): readonly unknown[] {
    return [...source.key, 'list', query];
}

export function useList<T>(source: ListSource<T>, query: ListQuery, enabled: boolean) {
    const result = useInfiniteQuery({
        queryKey: listKey(source, query),
        queryFn: ({ pageParam, signal }) => {
            // Only the first page counts: the total of the later ones would be thrown away.
            const position: ListQuery = pageParam === null ? { count: 'exact' } : { after: pageParam };
            return source.fetch({ ...query, limit: String(pageSize), ...position }, signal);
        },
        initialPageParam: null as string | null,
        getNextPageParam: (page) => page.next,
        enabled,
        // Another filter shows the old rows until the new ones are there, rather than a flash of nothing.
        placeholderData: (previous) => previous,
    });
    // Of a list of 100,000 a copy at every keystroke would be felt.
    const rows = useMemo(() => result.data?.pages.flatMap((page) => page.items), [result.data]);
    return {
        rows,
        total: result.data?.pages[0]?.total ?? (result.hasNextPage ? null : (rows?.length ?? null)),
        problem: result.error === null ? null : asProblem(result.error),
        changing: result.isPlaceholderData,
        updatedAt: result.dataUpdatedAt,
        more: result.hasNextPage,
        loadingMore: result.isFetchingNextPage,
        loadMore: result.fetchNextPage as () => void,
        reload: result.refetch as () => void,
    };
}
