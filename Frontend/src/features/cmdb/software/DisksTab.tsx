import { useFormat } from '@monozu/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ci } from '../types';
import { disksOf, type Disk } from './api';
import { Rows, type RowColumn } from './Rows';
import { Told } from './Told';
import classes from './software.module.css';
import './words';

const byKey = { sort: 'key' };

export default function DisksTab({ ci }: { ci: Ci }) {
    const { t } = useTranslation();
    const format = useFormat();
    const source = useMemo(() => disksOf(ci.id), [ci.id]);
    const columns = useMemo((): RowColumn<Disk>[] => {
        const size = (bytes: number | null) => (bytes === null ? '—' : format.bytes(bytes));
        return [
            { id: 'name', header: t('inventory:disk'), cell: (row) => row.name },
            { id: 'model', header: t('inventory:model'), cell: (row) => row.model ?? '—' },
            { id: 'serial', header: t('inventory:serialNumber'), cell: (row) => <span className={classes.code}>{row.serial_number ?? '—'}</span> },
            { id: 'kind', header: t('inventory:kind'), cell: (row) => row.kind ?? '—' },
            { id: 'size', header: t('inventory:size'), cell: (row) => size(row.size_bytes) },
            {
                id: 'mounts',
                header: t('inventory:mounts'),
                cell: (row) => (
                    <ul className={classes.lines}>
                        {row.mounts.map((mount) => (
                            <li key={mount.path}>
                                <span className={classes.code}>{mount.path}</span> <span className={classes.quiet}>{[mount.filesystem, size(mount.size_bytes)].filter((word) => word !== null).join(', ')}</span>
                            </li>
                        ))}
                    </ul>
                ),
            },
        ];
    }, [t, format]);
    return (
        <>
            <Told id={ci.id} section="disks" />
            <Rows title={t('inventory:disks')} source={source} query={byKey} columns={columns} empty={t('inventory:noDisks')} />
        </>
    );
}
