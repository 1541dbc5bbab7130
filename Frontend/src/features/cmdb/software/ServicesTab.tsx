import { RelativeTime, StateTag, type Tone } from '@monozu/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ci } from '../types';
import { servicesOf, type Service } from './api';
import { Rows, type RowColumn } from './Rows';
import { Told } from './Told';
import './words';

const byKey = { sort: 'key' };
const tones: Readonly<Record<string, Tone>> = { active: 'good', running: 'good', failed: 'bad', activating: 'work', inactive: 'off' };

export default function ServicesTab({ ci }: { ci: Ci }) {
    const { t } = useTranslation();
    const source = useMemo(() => servicesOf(ci.id), [ci.id]);
    const columns = useMemo(
        (): RowColumn<Service>[] => [
            { id: 'name', header: t('inventory:service'), cell: (row) => row.name },
            { id: 'state', header: t('inventory:state'), cell: (row) => (row.state === null ? '—' : <StateTag tone={tones[row.state] ?? 'off'}>{row.state}</StateTag>) },
            { id: 'enabled', header: t('inventory:atStart'), cell: (row) => (row.enabled === null ? '—' : t(row.enabled ? 'inventory:yes' : 'inventory:no')) },
            { id: 'description', header: t('inventory:description'), cell: (row) => row.description ?? '—' },
            { id: 'since', header: t('inventory:since'), cell: (row) => <RelativeTime at={row.first_seen_at} /> },
        ],
        [t],
    );
    return (
        <>
            <Told id={ci.id} section="services" />
            <Rows title={t('inventory:services')} source={source} query={byKey} columns={columns} empty={t('inventory:noServices')} />
        </>
    );
}
