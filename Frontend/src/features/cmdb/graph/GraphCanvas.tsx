import { ActionIcon } from '@mantine/core';
import { Hourglass, Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { centredOn, seenAt, zoomed } from './camera';
import { ahead, boxOf, fitted, line, nodeHeight, nodeWidth, type Place } from './layout';
import type { Shown } from './shown';
import type { ImpactHit, RelatedCi } from './types';
import { useCamera } from './useCamera';
import classes from './canvas.module.css';

export interface GraphCanvasProps {
    root: string;
    shown: Shown;
    places: ReadonlyMap<string, Place>;
    selected: string;
    /** Where an impact analysis is laid over it: who is touched, and the relations on the way to the one selected. */
    hits: ReadonlyMap<string, ImpactHit> | null;
    path: ReadonlySet<string>;
    classOf: (key: string) => string;
    reads: (type: string) => string;
    onSelect: (id: string) => void;
    onOpen: (id: string) => void;
    onExpand: (id: string) => void;
}

/** More words than this on the lines would only hide the lines. */
const wordsMost = 24;
const step = 1.4;

/** The picture: nodes are buttons over lines, moved and scaled together. One of them is in the order of Tab, and arrows lead on from there. */
export function GraphCanvas(props: GraphCanvasProps) {
    const { root, shown, places, selected, hits, path } = props;
    const { t } = useTranslation();
    const { frame, world, camera, set } = useCamera();
    const box = useMemo(() => boxOf(places.values()), [places]);
    const fit = () => {
        if (frame.current !== null) {
            set(fitted(box, frame.current.clientWidth, frame.current.clientHeight));
        }
    };
    const fitNow = useRef(fit);
    useEffect(() => {
        fitNow.current = fit;
    });
    useEffect(() => fitNow.current(), [root]);

    const zoomBy = (factor: number) => {
        if (frame.current !== null) {
            set(zoomed(camera.current, { x: frame.current.clientWidth / 2, y: frame.current.clientHeight / 2 }, factor));
        }
    };
    /** Brings a node into the window; while it is there already nothing moves. */
    const reveal = (id: string) => {
        const place = places.get(id);
        if (place === undefined || frame.current === null) {
            return;
        }
        const { clientWidth: width, clientHeight: height } = frame.current;
        const { x, y } = seenAt(camera.current, place);
        const [halfWidth, halfHeight] = [(nodeWidth / 2) * camera.current.k, (nodeHeight / 2) * camera.current.k];
        if (x < halfWidth || y < halfHeight || x > width - halfWidth || y > height - halfHeight) {
            set(centredOn(camera.current, place, width, height));
        }
    };
    const onKeyDown = (event: KeyboardEvent<HTMLElement>, id: string) => {
        const next = ahead(places, id, event.key);
        if (next !== undefined) {
            props.onSelect(next);
            document.getElementById(`node-${next}`)?.focus({ preventScroll: true });
        } else if (event.key === 'Enter') {
            props.onOpen(id);
        } else if (event.key === '+') {
            props.onExpand(id);
        } else if (!event.key.startsWith('Arrow')) {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    };
    const edges = [...shown.edges];
    const focused = places.has(selected) ? selected : root;
    return (
        <div className={classes.canvas}>
            <div ref={frame} className={classes.frame} role="group" aria-label={t('cmdbGraph:picture')} aria-describedby="graph-keys">
                <div ref={world} className={classes.world}>
                    <svg className={classes.lines} aria-hidden style={{ left: box.left - nodeWidth, top: box.top - nodeHeight, width: box.width + 2 * nodeWidth, height: box.height + 2 * nodeHeight }} viewBox={[box.left - nodeWidth, box.top - nodeHeight, box.width + 2 * nodeWidth, box.height + 2 * nodeHeight].join(' ')}>
                        <defs>
                            <marker id="graph-arrow" viewBox="0 0 8 8" refX={7} refY={4} markerWidth={7} markerHeight={7} orient="auto-start-reverse">
                                <path d="M0,0.8 L7.4,4 L0,7.2 Z" fill="context-stroke" />
                            </marker>
                        </defs>
                        {edges.map(([key, edge]) => {
                            const [from, to] = [places.get(edge.from_ci), places.get(edge.to_ci)];
                            if (from === undefined || to === undefined || edge.from_ci === edge.to_ci) {
                                return null;
                            }
                            const drawn = line(from, to);
                            const near = edge.from_ci === selected || edge.to_ci === selected;
                            const on = path.has(key);
                            const words = on || near || edges.length <= wordsMost;
                            return (
                                <g key={key} className={classes.edge} data-on={on} data-near={near && path.size === 0} data-dim={hits !== null && !on}>
                                    <path d={drawn.path} markerEnd="url(#graph-arrow)" />
                                    {words && (
                                        <text x={drawn.x} y={drawn.y - 4}>
                                            {props.reads(edge.type_key)}
                                        </text>
                                    )}
                                </g>
                            );
                        })}
                    </svg>
                    {[...places].map(([id, place]) => {
                        const node = shown.nodes.get(id);
                        return (
                            node !== undefined && (
                                <Node
                                    key={id}
                                    node={node}
                                    place={place}
                                    root={id === root}
                                    hit={hits?.get(id)}
                                    dim={hits !== null && id !== root && !hits.has(id)}
                                    selected={id === selected}
                                    inOrder={id === focused}
                                    className={props.classOf(node.class_key)}
                                    onFocus={() => {
                                        reveal(id);
                                        if (id !== selected) {
                                            props.onSelect(id);
                                        }
                                    }}
                                    onDoubleClick={() => props.onExpand(id)}
                                    onKeyDown={(event) => onKeyDown(event, id)}
                                />
                            )
                        );
                    })}
                </div>
            </div>
            <div className={classes.zoom}>
                <ActionIcon variant="default" aria-label={t('cmdbGraph:zoomIn')} onClick={() => zoomBy(step)}>
                    <Plus size={14} aria-hidden />
                </ActionIcon>
                <ActionIcon variant="default" aria-label={t('cmdbGraph:zoomOut')} onClick={() => zoomBy(1 / step)}>
                    <Minus size={14} aria-hidden />
                </ActionIcon>
                <ActionIcon variant="default" aria-label={t('cmdbGraph:fit')} onClick={fit}>
                    <Maximize size={14} aria-hidden />
                </ActionIcon>
            </div>
            <p id="graph-keys" className={classes.keys}>
                {t('cmdbGraph:keys')}
            </p>
        </div>
    );
}

interface NodeProps {
    node: RelatedCi;
    place: Place;
    root: boolean;
    hit: ImpactHit | undefined;
    dim: boolean;
    selected: boolean;
    inOrder: boolean;
    className: string;
    onFocus: () => void;
    onDoubleClick: () => void;
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

function Node({ node, place, root, hit, dim, selected, inOrder, className, ...on }: NodeProps) {
    const { t } = useTranslation();
    return (
        <button
            type="button"
            id={`node-${node.id}`}
            className={classes.node}
            style={{ transform: `translate(${String(place.x - nodeWidth / 2)}px, ${String(place.y - nodeHeight / 2)}px)`, width: nodeWidth, height: nodeHeight }}
            tabIndex={inOrder ? 0 : -1}
            aria-pressed={selected}
            data-root={root}
            data-hit={hit !== undefined}
            data-dim={dim}
            // Safari gives a button no focus when it is clicked.
            onClick={on.onFocus}
            {...on}
        >
            <span className={classes.name}>{node.name}</span>
            <span className={classes.class}>
                {node.stale && <Hourglass size={10} aria-label={t('cmdb:stale')} />}
                {className}
            </span>
            {hit !== undefined && (
                <span className={classes.far} title={t('cmdbGraph:touched', { count: hit.depth })}>
                    <span className="mz-hidden">{t('cmdbGraph:touched', { count: hit.depth })}</span>
                    <span aria-hidden>{hit.depth}</span>
                </span>
            )}
        </button>
    );
}
