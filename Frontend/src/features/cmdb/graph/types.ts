import type { CiStatus, SourceKind } from '../types';

/** From the CI that one looks at: outgoing reads as the type's name, incoming as its reverse. */
export type Direction = 'outgoing' | 'incoming';

export interface RelationType {
    key: string;
    name: string;
    reverse_name: string;
    impact: 'none' | 'from_on_to' | 'to_on_from' | 'both';
    cardinality: string;
    from_class: string;
    to_class: string;
    built_in: boolean;
}

export interface RelatedCi {
    id: string;
    name: string;
    class_key: string;
    status: CiStatus;
    stale: boolean;
}

export interface CiRelation {
    id: string;
    type_key: string;
    direction: Direction;
    name: string;
    other: RelatedCi;
    note?: string | null;
    sources: readonly { id: string; kind: SourceKind; name: string; quiet: boolean }[];
    created_at: string;
    seen_at: string;
}

export interface Edge {
    type_key: string;
    from_ci: string;
    to_ci: string;
}

export interface Graph {
    nodes: readonly (RelatedCi & { depth: number })[];
    edges: readonly Edge[];
    truncated: boolean;
}

export type ImpactDirection = 'suffers' | 'causes';

export interface ImpactStep {
    ci_id: string;
    name: string;
    type_key: string;
    direction: Direction;
}

export interface ImpactHit {
    ci: RelatedCi;
    depth: number;
    path: readonly ImpactStep[];
}

export interface Impact {
    ci: RelatedCi;
    direction: ImpactDirection;
    total: number;
    truncated: boolean;
    services: readonly RelatedCi[];
    people: readonly { ci: RelatedCi; owns: number }[];
    classes: readonly { class_key: string; count: number }[];
    hits: readonly ImpactHit[];
}
