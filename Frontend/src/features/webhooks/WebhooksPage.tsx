import { Button } from '@mantine/core';
import { ListPage, RelativeTime, StateTag, type Column } from '@monozu/ui';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me';
import { Module } from '../../app/Module';
import { ConfirmModal, OnceModal, SecretOnce } from '../../app/dialogs';
import type { AlertWebhook } from '../../app/types';
import { webhookList, webhookRevoke, webhooksKey } from './api';
import classes from './webhooks.module.css';

const CreateWebhook = lazy(() => import('./CreateWebhook'));

export function WebhooksPage() {
    return (
        <Module feature="security" permission="webhooks:read">
            <Webhooks />
        </Module>
    );
}

const rowId = (webhook: AlertWebhook) => webhook.id;
const rowLabel = (webhook: AlertWebhook) => webhook.name;

/** Addresses at which other systems hand in their alerts, each signed with a secret of its own. */
function Webhooks() {
    const { t } = useTranslation();
    const { can } = useMe();
    const queries = useQueryClient();
    const mayWrite = can('webhooks:write');
    const [creating, setCreating] = useState(false);
    const [made, setMade] = useState<{ url: string; secret: string } | null>(null);
    const [revoking, setRevoking] = useState<AlertWebhook | null>(null);
    const columns = useMemo(
        (): Column<AlertWebhook>[] => [
            { id: 'name', header: t('webhooks.name'), width: 200, card: 'title', cell: (row) => <span className={classes.name}>{row.name}</span> },
            { id: 'url', header: t('webhooks.url'), width: 300, grow: true, cell: (row) => <code className={classes.code}>{row.url}</code> },
            { id: 'state', header: t('webhooks.state'), width: 120, card: 'lead', cell: (row) => (row.revoked_at === null ? <StateTag tone="good">{t('webhooks.active')}</StateTag> : <StateTag tone="off">{t('webhooks.revoked')}</StateTag>) },
            { id: 'created', header: t('webhooks.created'), width: 130, sort: { field: 'created_at', first: 'down' }, cell: (row) => <RelativeTime at={row.created_at} /> },
            {
                id: 'actions',
                header: t('webhooks.actions'),
                width: 110,
                card: 'action',
                cell: (row) =>
                    mayWrite && row.revoked_at === null ? (
                        <Button size="compact-xs" variant="default" aria-label={t('webhooks.revokeNamed', { name: row.name })} onClick={() => setRevoking(row)}>
                            {t('webhooks.revoke')}
                        </Button>
                    ) : null,
            },
        ],
        [t, mayWrite],
    );
    return (
        <>
            <ListPage
                name="alert-webhooks"
                title={t('nav.webhooks')}
                columns={columns}
                source={webhookList}
                rowId={rowId}
                rowLabel={rowLabel}
                defaultSort="-created_at"
                primary={mayWrite ? { label: t('webhooks.create'), run: () => setCreating(true) } : undefined}
                empty={{ title: t('webhooks.emptyTitle'), body: t('webhooks.emptyBody'), action: mayWrite ? <Button onClick={() => setCreating(true)}>{t('webhooks.create')}</Button> : undefined }}
            />
            <Suspense>
                {creating && <CreateWebhook onClose={() => setCreating(false)} onMade={setMade} />}
            {made !== null && (
                <OnceModal title={t('webhooks.madeTitle')} lead={t('webhooks.once')} onClose={() => setMade(null)}>
                    <SecretOnce label={t('webhooks.url')} value={made.url} />
                    <SecretOnce label={t('webhooks.secret')} value={made.secret} />
                </OnceModal>
            )}
            {revoking !== null && (
                <ConfirmModal
                    title={t('webhooks.revoke')}
                    body={t('webhooks.revokeBody', { name: revoking.name })}
                    label={t('webhooks.revoke')}
                    onClose={() => setRevoking(null)}
                    onConfirm={async () => {
                        await webhookRevoke(revoking.id);
                        await queries.invalidateQueries({ queryKey: webhooksKey });
                    }}
                />
            )}
            </Suspense>
        </>
    );
}
