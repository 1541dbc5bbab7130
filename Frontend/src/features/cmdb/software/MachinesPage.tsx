import { Button, TextInput } from '@mantine/core';
import { AppLink, ListPage, RelativeTime, useSearchState, type Column, type FilterSpec } from '@monozu/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Module } from '../../../app/Module';
import { paths } from '../../../app/paths';
import { useCatalogue } from '../useCatalogue';
import { useNames } from '../useNames';
import { installationList, type Installation } from './api';
import classes from './software.module.css';
import './words';

export function MachinesPage() {
    return (
        <Module feature="cmdb" permission="cis:read">
            <Machines />
        </Module>
    );
}

const rowId = (row: Installation) => `${row.ci_id} ${row.id}`;
const rowLabel = (row: Installation) => row.ci_name;

/** Which machines have a package, in one version or in every version before another one. */
function Machines() {
    const { t } = useTranslation();
    const [search] = useSearchState();
    const { catalogue } = useCatalogue();
    const names = useNames(catalogue);
    const [found, setFound] = useState<Installation | null>(null);
    const { title_id: titleId, name = found?.name, below } = search;
    const source = useMemo(
        () => ({
            ...installationList,
            fetch: async (query: Record<string, string>, signal: AbortSignal) => {
                const page = await installationList.fetch(query, signal);
                setFound((before) => before ?? page.items[0] ?? null);
                return page;
            },
        }),
        [],
    );
    const columns = useMemo(
        (): Column<Installation>[] => [
            { id: 'machine', header: t('inventory:machine'), width: 240, grow: true, card: 'title', cell: (row) => row.ci_name },
            { id: 'class', header: t('inventory:class'), width: 150, card: 'lead', cell: (row) => names.classOf(row.ci_class) },
            { id: 'version', header: t('inventory:version'), width: 240, cell: (row) => <span className={classes.code}>{row.version}</span> },
            { id: 'architecture', header: t('inventory:architecture'), width: 110, cell: (row) => row.architecture },
            { id: 'manager', header: t('inventory:manager'), width: 90, cell: (row) => row.manager },
            { id: 'since', header: t('inventory:since'), width: 130, cell: (row) => <RelativeTime at={row.first_seen_at} /> },
        ],
        [t, names],
    );
    const filters = useMemo(
        (): FilterSpec[] => [
            { id: 'title_id', label: t('inventory:oneVersion'), kind: 'own', textOf: () => (found === null ? t('inventory:oneVersion') : found.version) },
            { id: 'name', label: t('inventory:package'), kind: 'own', textOf: (value) => value },
            { id: 'below', label: t('inventory:below'), kind: 'own', textOf: (value) => value },
        ],
        [t, found],
    );
    return (
        <ListPage
            name="software-machines"
            title={name === undefined ? t('inventory:machinesTitle') : t('inventory:machinesWith', { name })}
            columns={columns}
            source={source}
            rowId={rowId}
            rowLabel={rowLabel}
            rowHref={(row) => paths.ci(row.ci_id, 'software')}
            defaultSort="ci_id"
            filters={filters}
            allowed={titleId !== undefined || search.name !== undefined}
            aside={<AppLink href={paths.software(name === undefined ? {} : { q: name })}>{t('inventory:allVersions')}</AppLink>}
            banner={name !== undefined && <Below key={`${name} ${below ?? ''}`} name={name} below={below} />}
            empty={{ title: t('inventory:noMachineTitle'), body: t('inventory:noMachineBody') }}
        />
    );
}

/** "Who still has a version before this one?" */
function Below({ name, below }: { name: string; below: string | undefined }) {
    const { t } = useTranslation();
    const [, setSearch] = useSearchState();
    const [version, setVersion] = useState(below ?? '');
    return (
        <form
            className={classes.below}
            onSubmit={(event) => {
                event.preventDefault();
                setSearch(version.trim() === '' ? { name } : { name, below: version.trim() });
            }}
        >
            <TextInput label={t('inventory:belowLabel')} value={version} autoComplete="off" onChange={(event) => setVersion(event.currentTarget.value)} />
            <Button type="submit" variant="default">
                {t('inventory:show')}
            </Button>
        </form>
    );
}
