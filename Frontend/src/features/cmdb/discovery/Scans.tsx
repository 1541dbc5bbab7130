import { RelativeTime, StateTag, useFormat, type ListQuery } from '@monozu/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Rows, type RowColumn } from '../software/Rows';
import { scansOf, type Scan } from './api';

const newestFirst: ListQuery = { sort: '-started_at' };
const second = 1000;

/** The looks at the network, and what each found. */
export function Scans({ id, lastScanAt }: { id: string; lastScanAt: string | null }) {
    const { t } = useTranslation();
    const format = useFormat();
    const source = useMemo(() => ({ ...scansOf(id), key: [...scansOf(id).key, lastScanAt ?? ''] }), [id, lastScanAt]);
    const columns = useMemo(
        (): RowColumn<Scan>[] => [
            { id: 'when', header: t('discovery:when'), cell: (row) => <RelativeTime at={row.started_at} /> },
            { id: 'method', header: t('discovery:method'), cell: (row) => t(`discovery:methods.${row.method}`) },
            { id: 'took', header: t('discovery:took'), cell: (row) => format.duration((Date.parse(row.ended_at) - Date.parse(row.started_at)) / second) },
            {
                id: 'state',
                header: t('discovery:outcome'),
                cell: (row) =>
                    row.taken_at === null ? <StateTag tone="work">{t('discovery:arriving')}</StateTag> : row.complete ? <StateTag tone="good">{t('discovery:whole')}</StateTag> : <StateTag tone="wait">{t('discovery:cutShort')}</StateTag>,
            },
            { id: 'hosts', header: t('discovery:hosts'), cell: (row) => format.number(row.hosts) },
            { id: 'new', header: t('discovery:newHosts'), cell: (row) => format.number(row.new_hosts) },
            { id: 'quiet', header: t('discovery:goneQuiet'), cell: (row) => format.number(row.quiet_hosts) },
        ],
        [t, format],
    );
    return <Rows title={t('discovery:scans')} source={source} query={newestFirst} columns={columns} empty={t('discovery:noScans')} />;
}
