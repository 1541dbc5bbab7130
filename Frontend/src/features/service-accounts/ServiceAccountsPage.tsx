import { Button } from '@mantine/core';
import { ActionMenu, AppLink, ListPage, RelativeTime, StateTag, toast, type Column } from '@monozu/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '../../app/dialogs';
import { useMe } from '../../app/me';
import { Module } from '../../app/Module';
import { paths } from '../../app/paths';
import { useRightWords } from '../../app/rights';
import type { ServiceAccount } from '../../app/types';
import { accountList, accountsKey, accountUpdate } from './api';
import classes from './service-accounts.module.css';
import '../../app/administrationWords';

const AccountForm = lazy(async () => ({ default: (await import('./AccountForm')).AccountForm }));

export function ServiceAccountsPage() {
    return (
        <Module permission="api-keys:read">
            <ServiceAccounts />
        </Module>
    );
}

const rowId = (account: ServiceAccount) => account.id;
const rowLabel = (account: ServiceAccount) => account.name;

type Asked = { kind: 'create' } | { kind: 'edit'; account: ServiceAccount } | { kind: 'active'; account: ServiceAccount };

/** The programs that use the API on the organisation's behalf. */
function ServiceAccounts() {
    const { t } = useTranslation();
    const { can } = useMe();
    const words = useRightWords();
    const queries = useQueryClient();
    const mayWrite = can('api-keys:write');
    const [asked, setAsked] = useState<Asked | null>(null);
    const reload = () => queries.invalidateQueries({ queryKey: accountsKey });
    const columns = useMemo(
        (): Column<ServiceAccount>[] => [
            {
                id: 'name',
                header: t('accounts.name'),
                width: 240,
                grow: true,
                sort: { field: 'name', first: 'up' },
                card: 'title',
                cell: (row) => (
                    <>
                        <span className={classes.name}>{row.name}</span> {row.purpose !== '' && <span className={classes.quiet}>{row.purpose}</span>}
                    </>
                ),
            },
            { id: 'state', header: t('accounts.state'), width: 130, card: 'lead', cell: (row) => (row.active ? <StateTag tone="good">{t('accounts.active')}</StateTag> : <StateTag tone="off">{t('accounts.inactive')}</StateTag>) },
            {
                id: 'rights',
                header: t('accounts.rights'),
                width: 180,
                cell: (row) => (row.role === null ? t('accounts.rightCount', { count: row.permissions.length }) : words.role(row.role, row.role_name ?? '')),
            },
            { id: 'keys', header: t('accounts.keys'), width: 100, align: 'end', cell: (row) => <AppLink href={paths.apiKeys({ account: row.id })}>{t('accounts.keyCount', { count: row.keys })}</AppLink> },
            { id: 'used', header: t('accounts.lastUsed'), width: 140, cell: (row) => (row.last_used_at === null ? t('accounts.never') : <RelativeTime at={row.last_used_at} />) },
            { id: 'created', header: t('accounts.created'), width: 130, sort: { field: 'created_at', first: 'down' }, cell: (row) => <RelativeTime at={row.created_at} /> },
            {
                id: 'actions',
                header: t('accounts.actions'),
                width: 80,
                card: 'action',
                cell: (row) =>
                    mayWrite ? (
                        <ActionMenu
                            position="bottom-end"
                            entries={[
                                { label: t('accounts.edit'), run: () => setAsked({ kind: 'edit', account: row }) },
                                { label: row.active ? t('accounts.deactivate') : t('accounts.activate'), run: () => setAsked({ kind: 'active', account: row }) },
                            ]}
                            target={
                                <Button size="compact-xs" variant="default" aria-label={t('accounts.actionsFor', { name: row.name })}>
                                    <Ellipsis size={14} aria-hidden />
                                </Button>
                            }
                        />
                    ) : null,
            },
        ],
        [t, words, mayWrite],
    );
    return (
        <>
            <ListPage
                name="service-accounts"
                title={t('nav.serviceAccounts')}
                columns={columns}
                source={accountList}
                rowId={rowId}
                rowLabel={rowLabel}
                defaultSort="name"
                onEdit={mayWrite ? (account) => setAsked({ kind: 'edit', account }) : undefined}
                primary={mayWrite ? { label: t('accounts.create'), run: () => setAsked({ kind: 'create' }) } : undefined}
                empty={{ title: t('accounts.emptyTitle'), body: t('accounts.emptyBody'), action: mayWrite ? <Button onClick={() => setAsked({ kind: 'create' })}>{t('accounts.create')}</Button> : undefined }}
            />
            <Suspense>
                {(asked?.kind === 'create' || asked?.kind === 'edit') && (
                    <AccountForm
                        account={asked.kind === 'edit' ? asked.account : null}
                        onClose={() => setAsked(null)}
                        onDone={() => {
                            setAsked(null);
                            toast('done', t('accounts.saved'));
                            void reload();
                        }}
                    />
                )}
                {asked?.kind === 'active' && (
                    <ConfirmModal
                        title={asked.account.active ? t('accounts.deactivate') : t('accounts.activate')}
                        body={t(asked.account.active ? 'accounts.deactivateBody' : 'accounts.activateBody', { name: asked.account.name })}
                        label={asked.account.active ? t('accounts.deactivate') : t('accounts.activate')}
                        onClose={() => setAsked(null)}
                        onConfirm={async () => {
                            await accountUpdate(asked.account, { active: !asked.account.active });
                            await reload();
                        }}
                    />
                )}
            </Suspense>
        </>
    );
}
