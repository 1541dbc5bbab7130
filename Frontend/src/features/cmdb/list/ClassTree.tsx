import { NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { isRecord, recall, remember, useFormat } from '@monozu/ui';
import { ChevronRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facet } from '../api';
import type { CiClass } from '../types';
import type { Catalogue } from '../useCatalogue';
import type { Names } from '../useNames';
import classes from './list.module.css';

interface ClassTreeProps {
    catalogue: Catalogue;
    names: Names;
    chosen: string | undefined;
    /** How many CIs there are of each class itself; null where nobody counts. */
    counts: ReadonlyMap<string, Facet> | null;
    onChoose: (key: string | undefined) => void;
}

const storageKey = 'cmdb.tree';

/** The classes as a filter: choosing one chooses everything below it. Classes that nothing is of are left out until asked for. */
export default function ClassTree(props: ClassTreeProps) {
    const { catalogue, names, chosen, counts, onChoose } = props;
    const { t } = useTranslation();
    const format = useFormat();
    const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) === true;
    const [closed, setClosed] = useState<Record<string, unknown>>(() => recall(storageKey, isRecord) ?? {});
    const total = (key: string): number => (counts?.get(key)?.count ?? 0) + catalogue.childrenOf(key).reduce((sum, child) => sum + total(child.key), 0);
    const isExact = (key: string): boolean => counts?.get(key)?.exact !== false && catalogue.childrenOf(key).every((child) => isExact(child.key));
    const countOf = (key: string) => (counts === null ? null : `${format.number(total(key))}${isExact(key) ? '' : '+'}`);
    const toggle = (key: string) => {
        const next = { ...closed, [key]: closed[key] !== true };
        setClosed(next);
        remember(storageKey, next);
    };
    const roots = catalogue.childrenOf('ci');
    if (isPhone) {
        return <ClassSelect {...props} roots={roots} countOf={countOf} />;
    }
    const shownOf = (list: readonly CiClass[]) => list.filter(({ key }) => counts === null || total(key) > 0 || key === chosen || (chosen !== undefined && catalogue.isA(chosen, key)));
    const branch = (list: readonly CiClass[]): ReactNode =>
        list.map(({ key }) => {
            const below = shownOf(catalogue.childrenOf(key));
            const open = closed[key] !== true;
            return (
                <li key={key}>
                    <ClassRow label={names.classOf(key)} count={countOf(key)} here={chosen === key} onChoose={() => onChoose(key)} {...(below.length > 0 ? { open, onToggle: () => toggle(key) } : {})} />
                    {below.length > 0 && open && <ul>{branch(below)}</ul>}
                </li>
            );
        });
    return (
        <nav className={classes.tree} aria-label={t('cmdb:classes')}>
            <ul>
                <li>
                    <ClassRow label={t('cmdb:allClasses')} count={countOf('ci')} here={chosen === undefined} onChoose={() => onChoose(undefined)} />
                </li>
                {branch(shownOf(roots))}
            </ul>
        </nav>
    );
}

interface RowProps {
    label: string;
    count: string | null;
    here: boolean;
    onChoose: () => void;
    open?: boolean;
    onToggle?: () => void;
}

function ClassRow({ label, count, here, onChoose, open, onToggle }: RowProps) {
    const { t } = useTranslation();
    return (
        <div className={classes.treeRow} data-here={here}>
            {onToggle === undefined ? (
                <span className={classes.treeGap} />
            ) : (
                <button type="button" className={classes.treeToggle} aria-expanded={open} aria-label={t('cmdb:below', { name: label })} onClick={onToggle}>
                    <ChevronRight size={12} aria-hidden />
                </button>
            )}
            <button type="button" className={classes.treeName} aria-current={here ? 'true' : undefined} onClick={onChoose}>
                <span>{label}</span>
                <span className={classes.treeCount}>{count}</span>
            </button>
        </div>
    );
}

/** On a phone the tree is a list of choices, each class under its parent. */
function ClassSelect({ catalogue, names, chosen, onChoose, roots, countOf }: ClassTreeProps & { roots: readonly CiClass[]; countOf: (key: string) => string | null }) {
    const { t } = useTranslation();
    const flat = (list: readonly CiClass[], depth: number): { value: string; label: string }[] =>
        list.flatMap(({ key }) => [{ value: key, label: `${'\u2003'.repeat(depth)}${names.classOf(key)}${inBrackets(countOf(key))}` }, ...flat(catalogue.childrenOf(key), depth + 1)]);
    return (
        <div className={classes.phoneClass}>
            <NativeSelect
                aria-label={t('cmdb:classes')}
                size="sm"
                value={chosen ?? ''}
                data={[{ value: '', label: `${t('cmdb:allClasses')}${inBrackets(countOf('ci'))}` }, ...flat(roots, 0)]}
                onChange={(event) => onChoose(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
            />
        </div>
    );
}

const inBrackets = (count: string | null) => (count === null ? '' : ` (${count})`);
