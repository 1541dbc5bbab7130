import { useEffect } from 'react';

const suffix = document.title;

/** Thirty tabs are told apart by their titles: what it is first, the product last. */
export function useTitle(title: string | undefined): void {
    useEffect(() => {
        document.title = title === undefined || title === '' ? suffix : `${title} · ${suffix}`;
    }, [title]);
}
