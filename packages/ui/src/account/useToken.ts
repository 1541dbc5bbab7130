import { useEffect, useState } from 'react';

const tokenOf = (hash: string) => new URLSearchParams(hash.slice(1)).get('token') ?? '';

/** The one-time token of a link. It stands behind "#", which no server and no log ever sees, and leaves the address bar at once. */
export function useToken(): string {
    const [token] = useState(() => tokenOf(location.hash));
    useEffect(() => {
        if (tokenOf(location.hash) !== '') {
            history.replaceState(history.state, '', location.pathname);
        }
    }, []);
    return token;
}
