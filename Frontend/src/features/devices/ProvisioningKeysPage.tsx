import { Button } from '@mantine/core';
import { ActionMenu, AppLink, ListPage, RelativeTime, StateTag, useFormat, useNow, type Column } from '@monozu/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmModal, OnceModal, SecretOnce } from '../../app/dialogs';
import { useMe } from '../../app/me';
import { Module } from '../../app/Module';
import { paths } from '../../app/paths';
import type { ProvisioningKey } from '../../app/types';
import { keyList, keyRevoke, keysKey } from './api';
import classes from './devices.module.css';

const CreateKey = lazy(() => import('./CreateKey'));
const RotateKey = lazy(() => import('./RotateKey'));

export function ProvisioningKeysPage() {
    return (
        <Module feature="cmdb" permission="provisioning-keys:read">
            <ProvisioningKeys />
        </Module>
    );
}

const rowId = (key: ProvisioningKey) => key.id;
const rowLabel = (key: ProvisioningKey) => key.name;

function KeyState({ item }: { item: ProvisioningKey }) {
    const { t } = useTranslation();
    const now = useNow();
    if (item.revoked_at !== null) {
        return <StateTag tone="off">{t('keys.revoked')}</StateTag>;
    }
    if (item.expires_at !== null && Date.parse(item.expires_at) < now) {
        return <StateTag tone="off">{t('keys.expired')}</StateTag>;
    }
    if (item.replaced_by !== null) {
        return <StateTag tone="wait">{t('keys.replaced')}</StateTag>;
    }
    return item.max_uses !== null && item.uses >= item.max_uses ? <StateTag tone="off">{t('keys.usedUp')}</StateTag> : <StateTag tone="good">{t('keys.usable')}</StateTag>;
}

function ProvisioningKeys() {
    const { t } = useTranslation();
    const { can } = useMe();
    const format = useFormat();
    const queries = useQueryClient();
    const mayWrite = can('provisioning-keys:write');
    const [creating, setCreating] = useState(false);
    const [made, setMade] = useState<string | null>(null);
    const [revoking, setRevoking] = useState<ProvisioningKey | null>(null);
    const [rotating, setRotating] = useState<ProvisioningKey | null>(null);
    const columns = useMemo(
        (): Column<ProvisioningKey>[] => [
            { id: 'name', header: t('keys.name'), width: 220, grow: true, card: 'title', cell: (row) => <span className={classes.name}>{row.name}</span> },
            { id: 'prefix', header: t('keys.prefix'), width: 150, cell: (row) => <code className={classes.code}>{row.prefix}…</code> },
            { id: 'state', header: t('keys.state'), width: 120, card: 'lead', cell: (row) => <KeyState item={row} /> },
            { id: 'uses', header: t('keys.uses'), width: 110, align: 'end', cell: (row) => (row.max_uses === null ? format.number(row.uses) : t('keys.usesOf', { uses: format.number(row.uses), most: format.number(row.max_uses) })) },
            { id: 'expires', header: t('keys.expires'), width: 140, cell: (row) => (row.expires_at === null ? t('keys.never') : <RelativeTime at={row.expires_at} />) },
            {
                id: 'used',
                header: t('keys.lastUsed'),
                width: 220,
                cell: (row) =>
                    row.last_used_at === null ? (
                        t('keys.never')
                    ) : (
                        <>
                            <RelativeTime at={row.last_used_at} />{' '}
                            {row.last_device_id !== null && <AppLink href={paths.device(row.last_device_id)}>{row.last_device_name}</AppLink>} <span className={classes.quiet}>{row.last_used_address}</span>
                        </>
                    ),
            },
            { id: 'created', header: t('keys.created'), width: 130, sort: { field: 'created_at', first: 'down' }, cell: (row) => <RelativeTime at={row.created_at} /> },
            {
                id: 'actions',
                header: t('keys.actions'),
                width: 80,
                card: 'action',
                cell: (row) =>
                    mayWrite && row.revoked_at === null ? (
                        <ActionMenu
                            position="bottom-end"
                            entries={[
                                ...(row.replaced_by === null ? [{ label: t('keys.rotate'), run: () => setRotating(row) }] : []),
                                { label: t('keys.revoke'), run: () => setRevoking(row) },
                            ]}
                            target={
                                <Button size="compact-xs" variant="default" aria-label={t('keys.actionsFor', { name: row.name })}>
                                    <Ellipsis size={14} aria-hidden />
                                </Button>
                            }
                        />
                    ) : null,
            },
        ],
        [t, format, mayWrite],
    );
    return (
        <>
            <ListPage
                name="provisioning-keys"
                title={t('nav.provisioningKeys')}
                columns={columns}
                source={keyList}
                rowId={rowId}
                rowLabel={rowLabel}
                defaultSort="-created_at"
                primary={mayWrite ? { label: t('keys.create'), run: () => setCreating(true) } : undefined}
                empty={{ title: t('keys.emptyTitle'), body: t('keys.emptyBody'), action: mayWrite ? <Button onClick={() => setCreating(true)}>{t('keys.create')}</Button> : undefined }}
            />
            <Suspense>
                {creating && <CreateKey onClose={() => setCreating(false)} onMade={setMade} />}
                {rotating !== null && <RotateKey item={rotating} onClose={() => setRotating(null)} onMade={setMade} />}
            {made !== null && (
                <OnceModal title={t('keys.madeTitle')} lead={t('keys.once')} onClose={() => setMade(null)}>
                    <SecretOnce label={t('keys.key')} value={made} />
                    <p className={classes.how}>{t('keys.how')}</p>
                </OnceModal>
            )}
            {revoking !== null && (
                <ConfirmModal
                    title={t('keys.revoke')}
                    body={t('keys.revokeBody', { name: revoking.name })}
                    label={t('keys.revoke')}
                    onClose={() => setRevoking(null)}
                    onConfirm={async () => {
                        await keyRevoke(revoking.id);
                        await queries.invalidateQueries({ queryKey: keysKey });
                    }}
                />
            )}
            </Suspense>
        </>
    );
}
