import { ListPage, RelativeTime, useFormat, type Column, type FilterSpec } from '@monozu/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Module } from '../../../app/Module';
import { paths } from '../../../app/paths';
import { titleList, type Title } from './api';
import classes from './software.module.css';
import './words';

export function SoftwarePage() {
    return (
        <Module feature="cmdb" permission="cis:read">
            <Software />
        </Module>
    );
}

const rowId = (row: Title) => row.id;
const rowLabel = (row: Title) => `${row.name} ${row.version}`;
/** The server counts no further in a list. */
const countedMost = 1000;
const managers = ['dpkg', 'rpm', 'snap', 'flatpak', 'apk', 'msi'];

/** Everything that some machine has installed, and how many have it. */
function Software() {
    const { t } = useTranslation();
    const format = useFormat();
    const columns = useMemo(
        (): Column<Title>[] => [
            { id: 'name', header: t('inventory:package'), width: 240, grow: true, sort: { field: 'name', first: 'up' }, card: 'title', cell: (row) => row.name },
            { id: 'version', header: t('inventory:version'), width: 220, cell: (row) => <span className={classes.code}>{row.version}</span> },
            { id: 'machines', header: t('inventory:machines'), width: 110, align: 'end', card: 'lead', cell: (row) => (row.machines >= countedMost ? t('inventory:atLeast', { count: row.machines }) : format.number(row.machines)) },
            { id: 'architecture', header: t('inventory:architecture'), width: 110, cell: (row) => row.architecture },
            { id: 'manager', header: t('inventory:manager'), width: 90, cell: (row) => row.manager },
            { id: 'source', header: t('inventory:source'), width: 180, cell: (row) => row.source },
            { id: 'first', header: t('inventory:firstSeen'), width: 130, card: 'none', cell: (row) => <RelativeTime at={row.first_seen_at} /> },
        ],
        [t, format],
    );
    const filters = useMemo((): FilterSpec[] => [{ id: 'manager', label: t('inventory:manager'), kind: 'choice', options: managers.map((value) => ({ value, label: value })) }], [t]);
    return (
        <ListPage
            name="software"
            title={t('nav.software')}
            columns={columns}
            source={titleList}
            rowId={rowId}
            rowLabel={rowLabel}
            rowHref={(row) => paths.softwareMachines({ title_id: row.id })}
            defaultSort="name"
            filters={filters}
            searchLabel={t('inventory:searchPackages')}
            empty={{ title: t('inventory:softwareEmptyTitle'), body: t('inventory:softwareEmptyBody') }}
        />
    );
}
