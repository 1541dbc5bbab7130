import { RelativeTime } from '@monozu/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ci } from '../types';
import { listenersOf, type Listener } from './api';
import { Rows, type RowColumn } from './Rows';
import { Told } from './Told';
import classes from './software.module.css';
import './words';

const byKey = { sort: 'key' };

export default function PortsTab({ ci }: { ci: Ci }) {
    const { t } = useTranslation();
    const source = useMemo(() => listenersOf(ci.id), [ci.id]);
    const columns = useMemo(
        (): RowColumn<Listener>[] => [
            { id: 'port', header: t('inventory:port'), cell: (row) => <span className="mz-numbers">{`${String(row.port)}/${row.protocol}`}</span> },
            { id: 'address', header: t('inventory:address'), cell: (row) => <span className={classes.code}>{row.address}</span> },
            { id: 'process', header: t('inventory:process'), cell: (row) => row.process ?? '—' },
            { id: 'since', header: t('inventory:since'), cell: (row) => <RelativeTime at={row.first_seen_at} /> },
        ],
        [t],
    );
    return (
        <>
            <Told id={ci.id} section="listeners" />
            <Rows title={t('inventory:listeners')} source={source} query={byKey} columns={columns} empty={t('inventory:noListeners')} />
        </>
    );
}
