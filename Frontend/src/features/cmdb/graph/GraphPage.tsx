import { asProblem } from '@monozu/api-client';
import { AppLink, ProblemState, Skeleton, useNavigateTo, useSearchState, useTitle, type Search } from '@monozu/ui';
import { useMediaQuery } from '@mantine/hooks';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Module } from '../../../app/Module';
import { paths } from '../../../app/paths';
import { useCatalogue } from '../useCatalogue';
import { useNames } from '../useNames';
import { graphQuery, impactQuery } from './api';
import { GraphBar } from './GraphBar';
import { arranged } from './layout';
import { NodePanel } from './NodePanel';
import { edgeKey, edgesOf, filtered, hitsById, nothing, withGraph, withImpact } from './shown';
import type { ImpactDirection } from './types';
import { useRelationNames } from './useRelationNames';
import classes from './graph.module.css';
import '../words';
import './words';

const GraphCanvas = lazy(async () => ({ default: (await import('./GraphCanvas')).GraphCanvas }));
const GraphTable = lazy(async () => ({ default: (await import('./GraphTable')).GraphTable }));

/** More than the picture could show; the tab "Impact" of the CI has all. */
const overlayMost = 250;

export function GraphPage() {
    const { id } = useParams({ from: '/frame/cmdb/items/$id/graph' });
    return (
        <Module feature="cmdb" permission="cis:read">
            <Neighbourhood key={id} root={id} />
        </Module>
    );
}

const setOf = (text: string | undefined): ReadonlySet<string> => new Set((text ?? '').split(',').filter(Boolean));

/** What is seen is in the address, so that it can be sent to somebody. */
function useView() {
    const [search, setSearch] = useSearchState();
    const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
    const impact = search.impact === 'suffers' || search.impact === 'causes' ? search.impact : null;
    return {
        depth: Math.min(Math.max(Number(search.depth ?? 2) || 2, 1), 5),
        impact: impact as ImpactDirection | null,
        table: (search.view ?? (phone ? 'table' : 'graph')) === 'table',
        hiddenTypes: setOf(search.without_types),
        hiddenClasses: setOf(search.without_classes),
        set: (change: Search) => setSearch({ ...search, ...change }),
    };
}

function Neighbourhood({ root }: { root: string }) {
    const { t } = useTranslation();
    const go = useNavigateTo();
    const view = useView();
    const { catalogue } = useCatalogue();
    const names = useNames(catalogue);
    const { reads } = useRelationNames();
    const [expanded, setExpanded] = useState<readonly string[]>([]);
    const [selected, setSelected] = useState(root);
    const graph = useQuery(graphQuery(root, view.depth));
    const around = useQueries({ queries: expanded.map((id) => graphQuery(id, 1)) });
    const { data: impact } = useQuery({ ...impactQuery(root, view.impact ?? 'suffers'), enabled: view.impact !== null });
    const overlay = view.impact === null ? undefined : impact;
    const parts = [graph.data, ...around.map(({ data }) => data)].filter((part) => part !== undefined);
    const partsSeen = parts.map((part) => part.nodes.length).join();
    const all = useMemo(() => {
        const known = parts.reduce(withGraph, nothing);
        return overlay === undefined ? known : withImpact(known, overlay, overlayMost);
        // eslint-disable-next-line react-hooks/exhaustive-deps -- the parts are the cache's own objects; what they hold is what matters
    }, [graph.data, partsSeen, overlay]);
    const typesOff = [...view.hiddenTypes].join();
    const classesOff = [...view.hiddenClasses].join();
    const shown = useMemo(() => filtered(all, root, setOf(typesOff), setOf(classesOff)), [all, root, typesOff, classesOff]);
    const places = useMemo(() => arranged(root, shown), [root, shown]);
    const hits = useMemo(() => (overlay === undefined ? null : hitsById(overlay)), [overlay]);
    const present = shown.nodes.has(selected) ? selected : root;
    const way = hits?.get(present)?.path;
    const path = useMemo(() => new Set(way === undefined ? [] : edgesOf(root, way).map(edgeKey)), [root, way]);
    const name = all.nodes.get(root)?.name;
    useTitle(name === undefined ? undefined : t('cmdbGraph:graphOf', { name }));
    if (graph.data === undefined) {
        return graph.error === null ? <Skeleton width={60} height={16} /> : <ProblemState whole problem={asProblem(graph.error)} onRetry={() => void graph.refetch()} action={<AppLink href={paths.cis()}>{t('nav.cis')}</AppLink>} />;
    }
    const expand = (id: string) => setExpanded((before) => (before.includes(id) ? before : [...before, id]));
    const classOf = (key: string) => names.classOf(key);
    const reading = (type: string) => reads(type, 'outgoing');
    const common = { root, shown, places, hits, classOf, reads: reading, onExpand: expand };
    return (
        <div className={classes.page}>
            <header className={classes.header}>
                <AppLink href={paths.ci(root)} className={classes.back} aria-label={t('cmdbGraph:open')}>
                    <ChevronLeft size={16} aria-hidden />
                </AppLink>
                <h1 className={classes.title}>{t('cmdbGraph:graphOf', { name })}</h1>
                <GraphBar view={view} all={all} classOf={classOf} reads={reading} />
            </header>
            <p className={classes.status} role="status">
                <span>{t('cmdbGraph:summary', { items: shown.nodes.size, relations: shown.edges.size })}</span>
                {overlay !== undefined && <strong>{t('cmdbGraph:total', { count: overlay.total })}</strong>}
                {(parts.some(({ truncated }) => truncated) || overlay?.truncated === true || (overlay?.total ?? 0) > overlayMost) && <span className={classes.more}>{t('cmdbGraph:truncated')}</span>}
            </p>
            <div className={classes.body}>
                <Suspense fallback={<Skeleton width={60} />}>
                    {view.table ? (
                        <GraphTable {...common} expanded={new Set(expanded)} />
                    ) : (
                        <>
                            <GraphCanvas {...common} selected={present} path={path} onSelect={setSelected} onOpen={(id) => go(paths.ci(id))} />
                            <NodePanel root={root} id={present} shown={shown} way={way} classOf={classOf} reads={reads} expanded={expanded.includes(present)} onExpand={expand} onSelect={setSelected} />
                        </>
                    )}
                </Suspense>
            </div>
        </div>
    );
}

export type GraphView = ReturnType<typeof useView>;
