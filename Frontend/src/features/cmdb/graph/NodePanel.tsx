import { Button } from '@mantine/core';
import { AppLink } from '@monozu/ui';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../app/paths';
import { StaleMark } from '../StaleMark';
import { Status } from '../Status';
import { Path } from './Path';
import type { Shown } from './shown';
import type { Direction, ImpactStep } from './types';
import classes from './graph.module.css';

interface NodePanelProps {
    root: string;
    id: string;
    shown: Shown;
    way: readonly ImpactStep[] | undefined;
    classOf: (key: string) => string;
    reads: (key: string, direction: Direction) => string;
    expanded: boolean;
    onExpand: (id: string) => void;
    onSelect: (id: string) => void;
}

/** Of the node that is selected: what it is, why it is touched, and how it hangs together with what is shown. */
export function NodePanel({ root, id, shown, way, classOf, reads, expanded, onExpand, onSelect }: NodePanelProps) {
    const { t } = useTranslation();
    const node = shown.nodes.get(id);
    if (node === undefined) {
        return null;
    }
    const relations = [...shown.edges].flatMap(([key, edge]) => {
        const [outgoing, incoming] = [edge.from_ci === id, edge.to_ci === id];
        return outgoing === incoming ? [] : [{ key, reading: reads(edge.type_key, outgoing ? 'outgoing' : 'incoming'), other: outgoing ? edge.to_ci : edge.from_ci }];
    });
    const nameOf = (other: string) => shown.nodes.get(other)?.name ?? '';
    return (
        <aside className={classes.panel} aria-label={node.name}>
            <h2 className={classes.panelTitle}>{node.name}</h2>
            <div className={classes.about}>
                <span>{classOf(node.class_key)}</span>
                <Status status={node.status} />
                {node.stale && <StaleMark />}
            </div>
            <div className={classes.acts}>
                <AppLink href={paths.ci(id)}>{t('cmdbGraph:open')}</AppLink>
                {id !== root && <AppLink href={paths.ciGraph(id)}>{t('cmdbGraph:centre')}</AppLink>}
                <Button size="compact-sm" variant="default" disabled={expanded} onClick={() => onExpand(id)}>
                    {t('cmdbGraph:expand')}
                </Button>
            </div>
            {way !== undefined && (
                <section>
                    <h3>{t('cmdbGraph:why')}</h3>
                    <Path start={nameOf(root)} way={way} reads={reads} />
                </section>
            )}
            <section>
                <h3>{t('cmdbGraph:relations')}</h3>
                <ul className={classes.links}>
                    {relations
                        .sort((a, b) => a.reading.localeCompare(b.reading) || nameOf(a.other).localeCompare(nameOf(b.other)))
                        .map(({ key, reading, other }) => (
                            <li key={key}>
                                <span className={classes.how}>{reading}</span>
                                <button type="button" className={classes.link} onClick={() => onSelect(other)}>
                                    {nameOf(other)}
                                </button>
                            </li>
                        ))}
                </ul>
            </section>
        </aside>
    );
}
