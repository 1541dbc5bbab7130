import { Button } from '@mantine/core';
import { asProblem } from '@monozu/api-client';
import { ActionMenu, AppLink, DetailPage, Properties, Property, RelativeTime, Section, StateTag, toast, useFormat } from '@monozu/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { License, Tenant } from '../../app/api';
import { useMe } from '../../app/me';
import { paths } from '../../app/paths';
import { features, setupLink, tenantPush, tenantQuery, tenantResume, tenantsKey, tenantSuspend } from './api';
import { OwnerLink } from './OwnerLink';
import { PushState, TenantStatus } from './words';
import classes from './tenants.module.css';

const LicenceForm = lazy(() => import('./LicenceForm'));
const ConfirmModal = lazy(async () => ({ default: (await import('@monozu/ui/form')).ConfirmModal }));

export function TenantPage() {
    const { id } = useParams({ from: '/frame/tenants/$id' });
    return <TenantDetail key={id} id={id} />;
}

function TenantDetail({ id }: { id: string }) {
    const { t } = useTranslation();
    const { can } = useMe();
    const queries = useQueryClient();
    const { data: tenant, error, refetch, dataUpdatedAt } = useQuery(tenantQuery(id));
    const [asking, setAsking] = useState<'licence' | 'suspend' | null>(null);
    const [link, setLink] = useState<string | null>(null);
    const reload = () => queries.invalidateQueries({ queryKey: tenantsKey });
    const attempt = async (act: () => Promise<unknown>) => {
        try {
            await act();
        } catch (failure) {
            toast('failed', t('tenants.notDone'), { detail: asProblem(failure).message });
        }
        await reload();
    };
    const newLink = () => attempt(async () => setLink((await setupLink(id)).owner_setup_url));

    const actions = tenant !== undefined && can('tenants:write') && (
        <>
            {tenant.status === 'suspended' && (
                <Button variant="default" onClick={() => void attempt(() => tenantResume(id))}>
                    {t('tenants.resume')}
                </Button>
            )}
            <Button onClick={() => setAsking('licence')}>{tenant.license === null ? t('licence.activate') : t('licence.change')}</Button>
            <ActionMenu
                position="bottom-end"
                entries={[
                    { label: t('tenants.newLink'), run: () => void newLink() },
                    { label: t('tenants.pushNow'), run: () => void attempt(() => tenantPush(id)) },
                    ...(tenant.status === 'suspended' ? [] : [{ label: t('tenants.suspend'), run: () => setAsking('suspend') }]),
                ]}
                target={
                    <Button variant="default" aria-label={t('tenants.moreActions')} px={8}>
                        <Ellipsis size={15} aria-hidden />
                    </Button>
                }
            />
        </>
    );
    return (
        <DetailPage
            list={{ name: 'tenants', label: t('nav.tenants'), href: paths.tenants(), hrefOf: paths.tenant }}
            id={id}
            title={tenant?.name}
            state={tenant !== undefined && <TenantStatus status={tenant.status} />}
            actions={actions}
            problem={error === null ? null : asProblem(error)}
            updatedAt={dataUpdatedAt}
            onRetry={() => void refetch()}
            properties={tenant !== undefined && <TenantProperties tenant={tenant} />}
        >
            {tenant !== undefined && (
                <>
                    <Section title={t('licence.title')}>{tenant.license === null ? <p>{t('licence.none')}</p> : <Licence license={tenant.license} />}</Section>
                    <Section title={t('tenants.cloud')}>
                        <PushReport push={tenant.push} />
                    </Section>
                </>
            )}
            <Suspense>
                {asking === 'licence' && tenant !== undefined && (
                    <LicenceForm
                        tenant={tenant}
                        onClose={() => setAsking(null)}
                        onDone={() => {
                            setAsking(null);
                            toast('done', t('licence.saved'));
                            void reload();
                        }}
                    />
                )}
                {asking === 'suspend' && tenant !== undefined && (
                    <ConfirmModal
                        title={t('tenants.suspend')}
                        body={t('tenants.suspendBody', { name: tenant.name })}
                        typed={tenant.name}
                        label={t('tenants.suspend')}
                        onClose={() => setAsking(null)}
                        onConfirm={async () => {
                            await tenantSuspend(id);
                            await reload();
                        }}
                    />
                )}
                {link !== null && <OwnerLink url={link} onClose={() => setLink(null)} />}
            </Suspense>
        </DetailPage>
    );
}

function TenantProperties({ tenant }: { tenant: Tenant }) {
    const { t } = useTranslation();
    const { can } = useMe();
    return (
        <Properties>
            <Property label={t('tenants.owner')}>{tenant.owner_email}</Property>
            <Property label={t('tenants.created')}>
                <RelativeTime at={tenant.created_at} />
            </Property>
            <Property label={t('tenants.id')}>
                <code>{tenant.id}</code>
            </Property>
            {can('audit:read') && (
                <Property label={t('tenants.history')}>
                    <AppLink href={paths.audit({ target_id: tenant.id })}>{t('tenants.toAudit')}</AppLink>
                </Property>
            )}
        </Properties>
    );
}

function Licence({ license }: { license: License }) {
    const { t } = useTranslation();
    const format = useFormat();
    return (
        <>
            <Properties>
                <Property label={t('tenants.plan')}>{license.plan}</Property>
                <Property label={t('licence.validFrom')}>{format.date(license.valid_from)}</Property>
                <Property label={t('tenants.validUntil')}>{format.date(license.valid_until)}</Property>
                {Object.entries(license.limits).map(([name, value]) => (
                    <Property key={name} label={t(`licence.limits.${name}`, { defaultValue: name })}>
                        {format.number(value)}
                    </Property>
                ))}
            </Properties>
            <ul className={classes.modules}>
                {features.map((name) => (
                    <li key={name}>
                        <span>{t(`licence.names.${name}`)}</span>
                        {license.features.includes(name) ? <StateTag tone="good">{t('licence.included')}</StateTag> : <StateTag tone="off">{t('licence.notIncluded')}</StateTag>}
                    </li>
                ))}
            </ul>
        </>
    );
}

/** Whether the push has arrived and, where it has not, why and when it is tried again. */
function PushReport({ push }: { push: Tenant['push'] }) {
    const { t } = useTranslation();
    return (
        <Properties>
            <Property label={t('tenants.pushState')}>
                <span role="status">
                    <PushState push={push} />
                </span>
            </Property>
            {push.delivered_at !== null && (
                <Property label={t('tenants.deliveredAt')}>
                    <RelativeTime at={push.delivered_at} />
                </Property>
            )}
            {push.status !== 'delivered' && <Property label={t('tenants.attempts')}>{String(push.attempts)}</Property>}
            {push.status !== 'delivered' && push.last_error !== null && <Property label={t('tenants.lastError')}>{push.last_error}</Property>}
            {push.status !== 'delivered' && push.next_attempt_at !== null && (
                <Property label={t('tenants.nextAttempt')}>
                    <RelativeTime at={push.next_attempt_at} />
                </Property>
            )}
        </Properties>
    );
}
