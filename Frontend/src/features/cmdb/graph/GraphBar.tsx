import { Button, NativeSelect } from '@mantine/core';
import { ActionMenu } from '@monozu/ui';
import { useTranslation } from 'react-i18next';
import type { GraphView } from './GraphPage';
import { counted, type Shown } from './shown';
import classes from './graph.module.css';

interface GraphBarProps {
    view: GraphView;
    all: Shown;
    classOf: (key: string) => string;
    reads: (type: string) => string;
}

const depths = [1, 2, 3, 4, 5];

/** How far, which relations and classes, with or without impact, as a picture or as tables. */
export function GraphBar({ view, all, classOf, reads }: GraphBarProps) {
    const { t } = useTranslation();
    const choose = (label: string, member: 'without_types' | 'without_classes', hidden: ReadonlySet<string>, values: Iterable<string>, nameOf: (key: string) => string) => (
        <ActionMenu
            position="bottom-end"
            width={260}
            entries={counted([...values, ...hidden]).map(({ key, count }) => ({
                label: nameOf(key),
                hint: String(hidden.has(key) ? count - 1 : count),
                checked: !hidden.has(key),
                several: true,
                stays: true,
                run: () => view.set({ [member]: [...(hidden.has(key) ? [...hidden].filter((one) => one !== key) : [...hidden, key])].join(',') }),
            }))}
            target={
                <Button variant={hidden.size === 0 ? 'default' : 'light'} size="xs">
                    {hidden.size === 0 ? label : t('cmdbGraph:hiddenCount', { name: label, count: hidden.size })}
                </Button>
            }
        />
    );
    const shape = (table: boolean, label: string) => (
        <Button size="xs" variant={view.table === table ? 'light' : 'default'} aria-pressed={view.table === table} onClick={() => view.set({ view: table ? 'table' : 'graph' })}>
            {label}
        </Button>
    );
    return (
        <div className={classes.bar}>
            <NativeSelect size="xs" aria-label={t('cmdbGraph:depth')} value={String(view.depth)} data={depths.map((depth) => ({ value: String(depth), label: t('cmdbGraph:steps', { count: depth }) }))} onChange={(event) => view.set({ depth: event.currentTarget.value })} />
            {choose(t('cmdbGraph:types'), 'without_types', view.hiddenTypes, [...all.edges.values()].map(({ type_key: key }) => key), reads)}
            {choose(t('cmdbGraph:classes'), 'without_classes', view.hiddenClasses, [...all.nodes.values()].map(({ class_key: key }) => key), classOf)}
            <NativeSelect
                size="xs"
                aria-label={t('cmdbGraph:impact')}
                value={view.impact ?? 'off'}
                data={(['off', 'suffers', 'causes'] as const).map((value) => ({ value, label: t(`cmdbGraph:direction.${value}`) }))}
                onChange={(event) => view.set({ impact: event.currentTarget.value === 'off' ? '' : event.currentTarget.value })}
            />
            <div role="group" aria-label={t('cmdbGraph:view')} className={classes.shapes}>
                {shape(false, t('cmdbGraph:asGraph'))}
                {shape(true, t('cmdbGraph:asTable'))}
            </div>
        </div>
    );
}
