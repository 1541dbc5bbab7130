import { StateTag, useFormat } from '@monozu/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ci } from '../types';
import { interfacesOf, neighboursOf, type Interface, type Neighbour } from './api';
import { Rows, type RowColumn } from './Rows';
import { Told } from './Told';
import classes from './software.module.css';
import './words';

const byKey = { sort: 'key' };

/** The machine's interfaces, and whom it sees through them. */
export default function NetworkTab({ ci }: { ci: Ci }) {
    const { t } = useTranslation();
    const format = useFormat();
    const interfaces = useMemo(() => interfacesOf(ci.id), [ci.id]);
    const neighbours = useMemo(() => neighboursOf(ci.id), [ci.id]);
    const ofInterfaces = useMemo(
        (): RowColumn<Interface>[] => [
            { id: 'name', header: t('inventory:interface'), cell: (row) => row.name },
            { id: 'state', header: t('inventory:state'), cell: (row) => (row.state === null ? '—' : <StateTag tone={row.state === 'up' ? 'good' : 'off'}>{row.state}</StateTag>) },
            { id: 'kind', header: t('inventory:kind'), cell: (row) => row.kind ?? '—' },
            { id: 'mac', header: 'MAC', cell: (row) => <span className={classes.code}>{row.mac ?? '—'}</span> },
            {
                id: 'addresses',
                header: t('inventory:addresses'),
                cell: (row) => (
                    <ul className={classes.lines}>
                        {row.addresses.map((address) => (
                            <li key={address} className={classes.code}>
                                {address}
                            </li>
                        ))}
                    </ul>
                ),
            },
            { id: 'speed', header: t('inventory:speed'), cell: (row) => (row.speed_mbps === null ? '—' : `${format.number(row.speed_mbps)} Mb/s`) },
        ],
        [t, format],
    );
    const ofNeighbours = useMemo(
        (): RowColumn<Neighbour>[] => [
            { id: 'address', header: t('inventory:address'), cell: (row) => <span className={classes.code}>{row.address}</span> },
            { id: 'mac', header: 'MAC', cell: (row) => <span className={classes.code}>{row.mac ?? '—'}</span> },
            { id: 'interface', header: t('inventory:interface'), cell: (row) => row.interface ?? '—' },
        ],
        [t],
    );
    return (
        <>
            <Told id={ci.id} section="interfaces" />
            <Rows title={t('inventory:interfaces')} source={interfaces} query={byKey} columns={ofInterfaces} empty={t('inventory:noInterfaces')} />
            <Rows title={t('inventory:neighbours')} source={neighbours} query={byKey} columns={ofNeighbours} empty={t('inventory:noNeighbours')} />
        </>
    );
}
