import type { Edge, Graph, Impact, ImpactHit, ImpactStep, RelatedCi } from './types';

/** What the page knows of the neighbourhood: it grows as nodes are expanded, and with an impact analysis. */
export interface Shown {
    nodes: ReadonlyMap<string, RelatedCi>;
    edges: ReadonlyMap<string, Edge>;
}

export const nothing: Shown = { nodes: new Map(), edges: new Map() };

/** The same two CIs are related in the same way once, whoever says so. */
export const edgeKey = (edge: Edge) => `${edge.type_key} ${edge.from_ci} ${edge.to_ci}`;

const grown = (shown: Shown, nodes: readonly RelatedCi[], edges: readonly Edge[]): Shown => ({
    nodes: new Map([...shown.nodes, ...nodes.map((node) => [node.id, node] as const)]),
    edges: new Map([...shown.edges, ...edges.map((edge) => [edgeKey(edge), edge] as const)]),
});

export const withGraph = (shown: Shown, graph: Graph): Shown => grown(shown, graph.nodes, graph.edges);

/** The relations that a path goes along, from the CI where it begins. */
export function edgesOf(start: string, path: readonly ImpactStep[]): Edge[] {
    let at = start;
    return path.map(({ ci_id: next, type_key, direction }) => {
        const edge = direction === 'outgoing' ? { type_key, from_ci: at, to_ci: next } : { type_key, from_ci: next, to_ci: at };
        at = next;
        return edge;
    });
}

/** Hits come nearest first, so that the first of them explain themselves without the others. */
export function withImpact(shown: Shown, impact: Impact, most: number): Shown {
    const hits = impact.hits.slice(0, most);
    return grown(
        shown,
        hits.map((hit) => hit.ci),
        hits.flatMap((hit) => edgesOf(impact.ci.id, hit.path).slice(-1)),
    );
}

/** For each CI that is touched, how it is. */
export const hitsById = (impact: Impact | undefined): ReadonlyMap<string, ImpactHit> => new Map((impact?.hits ?? []).map((hit) => [hit.ci.id, hit]));

/** Without the types and classes that are hidden, and without what only they lead to. The CI in the middle always stays. */
export function filtered(shown: Shown, root: string, hiddenTypes: ReadonlySet<string>, hiddenClasses: ReadonlySet<string>): Shown {
    const open = (id: string) => id === root || !hiddenClasses.has(shown.nodes.get(id)?.class_key ?? '');
    const edges = [...shown.edges].filter(([, edge]) => !hiddenTypes.has(edge.type_key) && shown.nodes.has(edge.from_ci) && shown.nodes.has(edge.to_ci) && open(edge.from_ci) && open(edge.to_ci));
    const next = neighbours(edges.map(([, edge]) => edge));
    const reached = new Set([root]);
    for (const id of reached) {
        next.get(id)?.forEach((other) => reached.add(other));
    }
    return {
        nodes: new Map([...shown.nodes].filter(([id]) => reached.has(id))),
        edges: new Map(edges.filter(([, edge]) => reached.has(edge.from_ci))),
    };
}

export function neighbours(edges: readonly Edge[]): Map<string, Set<string>> {
    const found = new Map<string, Set<string>>();
    const add = (from: string, to: string) => found.set(from, (found.get(from) ?? new Set()).add(to));
    for (const { from_ci, to_ci } of edges) {
        add(from_ci, to_ci);
        add(to_ci, from_ci);
    }
    return found;
}

/** What there is to filter by, with how often it is there, the most frequent first. */
export function counted(values: Iterable<string>): { key: string; count: number }[] {
    const counts = new Map<string, number>();
    for (const key of values) {
        counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return [...counts].map(([key, count]) => ({ key, count })).sort((a, b) => b.count - a.count || a.key.localeCompare(b.key));
}
