import { useLocation, useRouter } from '@tanstack/react-router';
import { useCallback, useState } from 'react';

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

/**
 * This page's search, a way to replace it, and this page's path. Replacing leaves no step in the history: "back" leaves the list rather
 * than undoing letters. While the next page is being loaded this one is still there; it keeps its own search until it is gone.
 */
export function useSearchState(): [Search, (next: Search) => void, string] {
    const router = useRouter();
    const [path] = useState(() => router.state.location.pathname);
    const here = useLocation({ select: (location) => (location.pathname === path ? location.searchStr : null) });
    const [text, setText] = useState(here ?? '');
    if (here !== null && here !== text) {
        setText(here);
    }
    const set = useCallback(
        (next: Search) => {
            const { pathname, hash } = router.state.location;
            router.history.replace(`${pathname}${stringifySearch(next)}${hash === '' ? '' : `#${hash}`}`);
        },
        [router],
    );
    return [parseSearch(text), set, path];
}

export function useNavigateTo(): (href: string) => void {
    const router = useRouter();
    return useCallback((href: string) => router.history.push(href), [router]);
}
