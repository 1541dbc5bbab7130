import { AppLink, RelativeTime, StateTag, useFormat, type ListQuery } from '@monozu/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../app/me';
import { paths } from '../../../app/paths';
import { Rows, type RowColumn } from '../software/Rows';
import { useCatalogue } from '../useCatalogue';
import { useNames } from '../useNames';
import { hostsOf, type Host } from './api';
import { openPorts } from './ports';
import classes from './discovery.module.css';

/** Who is in the network, as the last look that saw each of them told. */
export function Hosts({ id, lastScanAt }: { id: string; lastScanAt: string | null }) {
    const { t } = useTranslation();
    const { can } = useMe();
    const format = useFormat();
    const { catalogue } = useCatalogue();
    const names = useNames(catalogue);
    const source = useMemo(() => ({ ...hostsOf(id), key: [...hostsOf(id).key, lastScanAt ?? ''] }), [id, lastScanAt]);
    const query = useMemo((): ListQuery => ({ sort: 'address' }), []);
    const columns = useMemo(
        (): RowColumn<Host>[] => [
            { id: 'address', header: t('discovery:address'), cell: (row) => <span className={classes.code}>{row.address}</span> },
            { id: 'name', header: t('discovery:item'), cell: (row) => (can('cis:read') ? <AppLink href={paths.ci(row.ci_id)}>{row.ci_name}</AppLink> : row.ci_name) },
            { id: 'class', header: t('discovery:class'), cell: (row) => names.classOf(row.ci_class) },
            {
                id: 'mac',
                header: 'MAC',
                cell: (row) => (
                    <>
                        <span className={classes.code}>{row.mac ?? '—'}</span> {row.vendor !== null && <span className={classes.quiet}>{row.vendor}</span>}
                    </>
                ),
            },
            {
                id: 'ports',
                header: t('discovery:ports'),
                cell: (row) => (
                    <ul className={classes.lines}>
                        {openPorts(row.ports).map((line) => (
                            <li key={line}>{line}</li>
                        ))}
                    </ul>
                ),
            },
            { id: 'guess', header: t('discovery:guess'), cell: (row) => (row.os_name === null ? '—' : row.os_accuracy === null ? row.os_name : t('discovery:guessed', { name: row.os_name, accuracy: format.percent(row.os_accuracy) })) },
            {
                id: 'seen',
                header: t('discovery:seen'),
                cell: (row) => (row.quiet ? <StateTag tone="off">{t('discovery:quietSince', { time: format.date(row.seen_at) })}</StateTag> : <RelativeTime at={row.seen_at} />),
            },
            { id: 'first', header: t('discovery:firstSeen'), cell: (row) => (row.first_seen_at === lastScanAt ? <StateTag tone="active">{t('discovery:new')}</StateTag> : <RelativeTime at={row.first_seen_at} />) },
        ],
        [t, can, format, names, lastScanAt],
    );
    return <Rows title={t('discovery:hosts')} source={source} query={query} columns={columns} empty={t('discovery:noHosts')} />;
}
