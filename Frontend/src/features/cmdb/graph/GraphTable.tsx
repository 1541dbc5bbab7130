import { Button } from '@mantine/core';
import { AppLink, Section } from '@monozu/ui';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../app/paths';
import { StaleMark } from '../StaleMark';
import { Status } from '../Status';
import type { Place } from './layout';
import type { Shown } from './shown';
import type { ImpactHit } from './types';
import classes from './relations.module.css';

interface GraphTableProps {
    root: string;
    shown: Shown;
    places: ReadonlyMap<string, Place>;
    hits: ReadonlyMap<string, ImpactHit> | null;
    expanded: ReadonlySet<string>;
    classOf: (key: string) => string;
    reads: (type: string) => string;
    onExpand: (id: string) => void;
}

/** The same nodes and relations as the picture, the nearest first, for those who read rather than look, and for small screens. */
export function GraphTable({ root, shown, places, hits, expanded, classOf, reads, onExpand }: GraphTableProps) {
    const { t } = useTranslation();
    const nameOf = (id: string) => shown.nodes.get(id)?.name ?? '';
    const far = (id: string) => places.get(id)?.depth ?? 0;
    const nodes = [...shown.nodes.values()].sort((a, b) => far(a.id) - far(b.id) || a.name.localeCompare(b.name));
    const edges = [...shown.edges].sort(([, a], [, b]) => far(a.from_ci) - far(b.from_ci) || nameOf(a.from_ci).localeCompare(nameOf(b.from_ci)) || nameOf(a.to_ci).localeCompare(nameOf(b.to_ci)));
    return (
        <div className={classes.tables}>
            <Section title={t('cmdbGraph:items')} aside={<span className={classes.count}>{nodes.length}</span>}>
                <table className={classes.table}>
                    <thead>
                        <tr>
                            <th scope="col">{t('cmdb:name')}</th>
                            <th scope="col">{t('cmdb:class')}</th>
                            <th scope="col">{t('cmdb:statusLabel')}</th>
                            <th scope="col">{t('cmdbGraph:far')}</th>
                            {hits !== null && <th scope="col">{t('cmdbGraph:touchedLabel')}</th>}
                            <th scope="col">
                                <span className="mz-hidden">{t('cmdbGraph:expand')}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        {nodes.map((node) => (
                            <tr key={node.id}>
                                <th scope="row">
                                    <AppLink href={paths.ci(node.id)} className={classes.name}>
                                        {node.name}
                                    </AppLink>
                                    {node.stale && <StaleMark short />}
                                </th>
                                <td data-label={t('cmdb:class')}>{classOf(node.class_key)}</td>
                                <td data-label={t('cmdb:statusLabel')}>
                                    <Status status={node.status} />
                                </td>
                                <td data-label={t('cmdbGraph:far')}>{far(node.id)}</td>
                                {hits !== null && <td data-label={t('cmdbGraph:touchedLabel')}>{node.id === root || !hits.has(node.id) ? t('cmdb:no') : t('cmdb:yes')}</td>}
                                <td>
                                    <Button size="compact-xs" variant="subtle" disabled={expanded.has(node.id)} aria-label={t('cmdbGraph:expandOf', { name: node.name })} onClick={() => onExpand(node.id)}>
                                        {t('cmdbGraph:expand')}
                                    </Button>
                                </td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            </Section>
            <Section title={t('cmdbGraph:relations')} aside={<span className={classes.count}>{edges.length}</span>}>
                <table className={classes.table}>
                    <thead>
                        <tr>
                            <th scope="col">{t('cmdbGraph:from')}</th>
                            <th scope="col">{t('cmdbGraph:how')}</th>
                            <th scope="col">{t('cmdbGraph:to')}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {edges.map(([key, edge]) => (
                            <tr key={key}>
                                <th scope="row">{nameOf(edge.from_ci)}</th>
                                <td data-label={t('cmdbGraph:how')}>{reads(edge.type_key)}</td>
                                <td data-label={t('cmdbGraph:to')}>{nameOf(edge.to_ci)}</td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            </Section>
        </div>
    );
}
