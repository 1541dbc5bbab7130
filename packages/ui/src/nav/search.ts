import { useLocation, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';

/** The part of an address after "?", as plain words: both consoles use it for the state of lists. */
export type Search = Record<string, string>;

export function parseSearch(text: string): Search {
    return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
    const entries = Object.entries(search).flatMap(([key, value]) => (value === undefined || value === null || value === '' ? [] : [[key, String(value)]]));
    // Commas separate the values of one filter; they may stay readable.
    const text = new URLSearchParams(entries).toString().replaceAll('%2C', ',');
    return text === '' ? '' : `?${text}`;
}

/** The present search and a way to replace it, which leaves no step in the history: "back" leaves the list rather than undoing letters. */
export function useSearchState(): [Search, (next: Search) => void] {
    const router = useRouter();
    const text = useLocation({ select: (location) => location.searchStr });
    const set = useCallback(
        (next: Search) => {
            const { pathname, hash } = router.state.location;
            router.history.replace(`${pathname}${stringifySearch(next)}${hash === '' ? '' : `#${hash}`}`);
        },
        [router],
    );
    return [parseSearch(text), set];
}

export function useNavigateTo(): (href: string) => void {
    const router = useRouter();
    return useCallback((href: string) => router.history.push(href), [router]);
}
