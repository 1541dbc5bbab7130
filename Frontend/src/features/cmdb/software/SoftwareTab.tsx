import { AppLink, RelativeTime } from '@monozu/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../app/paths';
import type { Ci } from '../types';
import { installedOf, type Installed } from './api';
import { Rows, type RowColumn } from './Rows';
import { Told } from './Told';
import classes from './software.module.css';
import './words';

const present = { sort: 'name' };
const former = { removed: 'true', sort: '-removed_at' };

/** What is installed on the machine, and what was. */
export default function SoftwareTab({ ci }: { ci: Ci }) {
    const { t } = useTranslation();
    const source = useMemo(() => installedOf(ci.id), [ci.id]);
    const columns = useMemo(
        (): RowColumn<Installed>[] => [
            { id: 'name', header: t('inventory:package'), cell: (row) => <AppLink href={paths.softwareMachines({ title_id: row.id })}>{row.name}</AppLink> },
            { id: 'version', header: t('inventory:version'), cell: (row) => <span className={classes.code}>{row.version}</span> },
            { id: 'architecture', header: t('inventory:architecture'), cell: (row) => row.architecture },
            { id: 'manager', header: t('inventory:manager'), cell: (row) => row.manager },
        ],
        [t],
    );
    const since: RowColumn<Installed> = { id: 'since', header: t('inventory:since'), cell: (row) => <RelativeTime at={row.first_seen_at} /> };
    const until: RowColumn<Installed> = { id: 'until', header: t('inventory:removed'), cell: (row) => row.removed_at !== null && <RelativeTime at={row.removed_at} /> };
    return (
        <>
            <Told id={ci.id} section="software" />
            <Rows title={t('inventory:installed')} source={source} query={present} columns={[...columns, since]} search={t('inventory:searchPackages')} empty={t('inventory:noSoftware')} />
            <Rows title={t('inventory:formerly')} source={source} query={former} columns={[...columns, until]} empty={t('inventory:nothingFormer')} />
        </>
    );
}
