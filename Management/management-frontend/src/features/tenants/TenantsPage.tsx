import { ListPage, RelativeTime, useFormat, type Column, type FilterSpec } from '@monozu/ui';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tenant } from '../../app/api';
import { useMe } from '../../app/me';
import { paths } from '../../app/paths';
import { tenantList, tenantsKey } from './api';
import { OwnerLink } from './OwnerLink';
import { PushState, TenantStatus } from './words';

const CreateTenant = lazy(() => import('./CreateTenant'));

const rowId = (tenant: Tenant) => tenant.id;
const rowLabel = (tenant: Tenant) => tenant.name;
const rowHref = (tenant: Tenant) => paths.tenant(tenant.id);
const states: readonly Tenant['status'][] = ['pending', 'active', 'suspended'];

export function TenantsPage() {
    const { t } = useTranslation();
    const format = useFormat();
    const { can } = useMe();
    const queries = useQueryClient();
    const [creating, setCreating] = useState(false);
    const [link, setLink] = useState<string | null>(null);

    const columns = useMemo(
        (): Column<Tenant>[] => [
            { id: 'name', header: t('tenants.name'), width: 240, grow: true, card: 'title', sort: { field: 'name', first: 'up' }, cell: (row) => row.name },
            { id: 'status', header: t('tenants.status'), width: 130, card: 'lead', cell: (row) => <TenantStatus status={row.status} /> },
            { id: 'plan', header: t('tenants.plan'), width: 140, cell: (row) => row.license?.plan ?? '—' },
            { id: 'until', header: t('tenants.validUntil'), width: 130, cell: (row) => (row.license === null ? '—' : format.date(row.license.valid_until)) },
            { id: 'push', header: t('tenants.cloud'), width: 170, cell: (row) => <PushState push={row.push} /> },
            { id: 'owner', header: t('tenants.owner'), width: 240, cell: (row) => row.owner_email },
            { id: 'created', header: t('tenants.created'), width: 130, sort: { field: 'created_at', first: 'down' }, cell: (row) => <RelativeTime at={row.created_at} /> },
        ],
        [t, format],
    );
    const filters = useMemo((): FilterSpec[] => [{ id: 'status', label: t('tenants.status'), kind: 'choice', options: states.map((value) => ({ value, label: t(`tenants.states.${value}`) })) }], [t]);
    return (
        <>
            <ListPage
                name="tenants"
                title={t('nav.tenants')}
                columns={columns}
                source={tenantList}
                rowId={rowId}
                rowLabel={rowLabel}
                rowHref={rowHref}
                defaultSort="name"
                filters={filters}
                searchLabel={t('tenants.search')}
                allowed={can('tenants:read')}
                primary={can('tenants:write') ? { label: t('tenants.create'), run: () => setCreating(true) } : undefined}
                empty={{ title: t('tenants.emptyTitle'), body: t('tenants.emptyBody') }}
            />
            <Suspense>
                {creating && (
                    <CreateTenant
                        onClose={() => setCreating(false)}
                        onMade={(url) => {
                            setCreating(false);
                            setLink(url);
                            void queries.invalidateQueries({ queryKey: tenantsKey });
                        }}
                    />
                )}
                {link !== null && <OwnerLink url={link} onClose={() => setLink(null)} />}
            </Suspense>
        </>
    );
}
