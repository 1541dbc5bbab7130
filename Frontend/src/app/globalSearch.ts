import { answer } from '@monozu/api-client';
import type { Command } from '@monozu/ui';
import type { TFunction } from 'i18next';
import { Boxes, CircleDot, Server, UserRound, type LucideIcon } from 'lucide-react';
import { api, queries } from './api';
import { paths } from './paths';

type Kind = 'ci' | 'incident' | 'device' | 'user';

interface Found {
    kind: Kind;
    id: string;
    title: string;
    /** What it is: a CI's class, an incident's status, a device's machine id, a user's address. */
    subtitle: string;
}

const client = api as unknown as { request: (method: 'get', path: string, init: object) => Promise<{ data?: unknown }> };
const modelFreshMs = 60_000;

interface NamedClass {
    key: string;
    name: string;
    built_in: boolean;
}

/** Class names are known once something of the CMDB was found, and not before. */
async function classNames(polish: boolean): Promise<(key: string) => string> {
    const [{ classesPl }, { classes }] = await Promise.all([
        import('./cmdb/builtInNamesPl'),
        queries.fetchQuery({ queryKey: ['ci-model'], queryFn: ({ signal }) => answer(client.request('get', '/api/v1/ci-model', { signal })) as Promise<{ classes: NamedClass[] }>, staleTime: modelFreshMs }),
    ]);
    return (key) => {
        const found = classes.find((one) => one.key === key);
        return (polish && found?.built_in === true ? classesPl[key] : undefined) ?? found?.name ?? key;
    };
}

const kinds: Record<Kind, { icon: LucideIcon; group: string; href: (found: Found) => string }> = {
    ci: { icon: Boxes, group: 'nav.cis', href: ({ id }) => paths.ci(id) },
    incident: { icon: CircleDot, group: 'nav.incidents', href: ({ id }) => paths.incident(id) },
    device: { icon: Server, group: 'nav.devices', href: ({ id }) => paths.device(id) },
    // People have no page of their own: the list, filtered to them.
    user: { icon: UserRound, group: 'nav.users', href: ({ title }) => paths.users({ q: title }) },
};

/** Everything in the tenant that is called so, as commands that go there. What this person may not see the server leaves out. */
export async function globalSearch(text: string, signal: AbortSignal, t: TFunction, language: string, go: (href: string) => void): Promise<Command[]> {
    const { items } = (await answer(client.request('get', '/api/v1/search', { params: { query: { q: text } }, signal }))) as { items: Found[] };
    const classOf = items.some(({ kind }) => kind === 'ci') ? await classNames(language === 'pl') : String;
    const detailOf = ({ kind, subtitle }: Found) => (kind === 'ci' ? classOf(subtitle) : kind === 'incident' ? t(`incidents.status.${subtitle}`) : subtitle);
    return items.map((found) => {
        const { icon, group, href } = kinds[found.kind];
        return { id: found.id, label: found.title, detail: detailOf(found), group: t(group), icon, run: () => go(href(found)) };
    });
}
