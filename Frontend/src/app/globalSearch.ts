import { answer } from '@monozu/api-client';
import { useNavigateTo, type Command } from '@monozu/ui';
import { Boxes, CircleDot, Server, UserRound, type LucideIcon } from 'lucide-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from './api';
import { paths } from './paths';

type Kind = 'ci' | 'incident' | 'device' | 'user';

interface Found {
    kind: Kind;
    id: string;
    title: string;
    subtitle: string;
}

const client = api as unknown as { request: (method: 'get', path: string, init: { params: { query: { q: string } }; signal: AbortSignal }) => Promise<{ data?: { items: Found[] } }> };

const kinds: Record<Kind, { icon: LucideIcon; group: string; href: (found: Found) => string }> = {
    ci: { icon: Boxes, group: 'nav.cis', href: ({ id }) => paths.ci(id) },
    incident: { icon: CircleDot, group: 'nav.incidents', href: ({ id }) => paths.incident(id) },
    device: { icon: Server, group: 'nav.devices', href: ({ id }) => paths.device(id) },
    // People have no page of their own: the list, filtered to them.
    user: { icon: UserRound, group: 'nav.users', href: ({ title }) => paths.users({ q: title }) },
};

/** Everything in the tenant that is called so, as commands that go there. What this person may not see the server leaves out. */
export function useGlobalSearch(): (text: string, signal: AbortSignal) => Promise<Command[]> {
    const { t } = useTranslation();
    const go = useNavigateTo();
    return useCallback(
        async (text: string, signal: AbortSignal) => {
            const { items } = await answer(client.request('get', '/api/v1/search', { params: { query: { q: text } }, signal }));
            return items.map((found) => {
                const { icon, group, href } = kinds[found.kind];
                return { id: found.id, label: found.title, detail: found.subtitle, group: t(group), icon, run: () => go(href(found)) };
            });
        },
        [t, go],
    );
}
