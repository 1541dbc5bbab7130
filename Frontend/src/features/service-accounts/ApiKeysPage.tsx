import { Button } from '@mantine/core';
import { ActionMenu, ListPage, RelativeTime, StateTag, useNow, type Column, type FilterSpec } from '@monozu/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmModal, OnceModal, SecretOnce } from '../../app/dialogs';
import { useMe } from '../../app/me';
import { Module } from '../../app/Module';
import { useRightWords } from '../../app/rights';
import type { ApiKey } from '../../app/types';
import { accountsKey, accountsQuery, apiKeyList, apiKeyRevoke, apiKeysKey } from './api';
import classes from './service-accounts.module.css';
import '../../app/administrationWords';

const KeyForm = lazy(async () => ({ default: (await import('./KeyForms')).KeyForm }));
const RotateForm = lazy(async () => ({ default: (await import('./KeyForms')).RotateForm }));

export function ApiKeysPage() {
    return (
        <Module permission="api-keys:read">
            <ApiKeys />
        </Module>
    );
}

const rowId = (key: ApiKey) => key.id;
const rowLabel = (key: ApiKey) => key.name;

function stateOf(key: ApiKey, now: number): 'revoked' | 'expired' | 'replaced' | 'good' {
    if (key.revoked_at !== null) {
        return 'revoked';
    }
    if (Date.parse(key.expires_at) <= now) {
        return 'expired';
    }
    return key.replaced_by === null ? 'good' : 'replaced';
}

const tones = { revoked: 'off', expired: 'off', replaced: 'wait', good: 'good' } as const;

function KeyState({ item }: { item: ApiKey }) {
    const { t } = useTranslation();
    const state = stateOf(item, useNow());
    return <StateTag tone={tones[state]}>{t(`apiKeys.states.${state}`)}</StateTag>;
}

type Asked = { kind: 'create' } | { kind: 'rotate' | 'revoke'; item: ApiKey };

function ApiKeys() {
    const { t } = useTranslation();
    const { can } = useMe();
    const words = useRightWords();
    const queries = useQueryClient();
    const accounts = useQuery(accountsQuery);
    const mayWrite = can('api-keys:write');
    const [asked, setAsked] = useState<Asked | null>(null);
    const [made, setMade] = useState<string | null>(null);
    const reload = () => Promise.all([queries.invalidateQueries({ queryKey: apiKeysKey }), queries.invalidateQueries({ queryKey: accountsKey })]);
    const onMade = (key: string) => {
        setAsked(null);
        setMade(key);
        void reload();
    };
    const columns = useMemo(
        (): Column<ApiKey>[] => [
            { id: 'name', header: t('apiKeys.name'), width: 150, card: 'title', cell: (row) => <span className={classes.name}>{row.name}</span> },
            { id: 'account', header: t('apiKeys.account'), width: 150, cell: (row) => row.service_account_name },
            { id: 'state', header: t('apiKeys.state'), width: 130, card: 'lead', cell: (row) => <KeyState item={row} /> },
            { id: 'hint', header: t('apiKeys.hint'), width: 150, cell: (row) => <code className={classes.code}>mzk_….{row.hint}…</code> },
            { id: 'scopes', header: t('apiKeys.scopes'), width: 150, grow: true, cell: (row) => <span title={row.scopes.join(', ')}>{row.scopes.map(words.right).join(', ')}</span> },
            { id: 'expires', header: t('apiKeys.expires'), width: 110, cell: (row) => <RelativeTime at={row.expires_at} /> },
            {
                id: 'used',
                header: t('apiKeys.lastUsed'),
                width: 165,
                cell: (row) =>
                    row.last_used_at === null ? (
                        t('accounts.never')
                    ) : (
                        <>
                            <RelativeTime at={row.last_used_at} /> <span className={classes.quiet}>{row.last_used_address}</span>
                        </>
                    ),
            },
            { id: 'created', header: t('apiKeys.created'), width: 95, sort: { field: 'created_at', first: 'down' }, cell: (row) => <RelativeTime at={row.created_at} /> },
            {
                id: 'actions',
                header: t('apiKeys.actions'),
                width: 80,
                card: 'action',
                cell: (row) =>
                    mayWrite && row.revoked_at === null ? (
                        <ActionMenu
                            position="bottom-end"
                            entries={[
                                ...(row.replaced_by === null ? [{ label: t('apiKeys.rotate'), run: () => setAsked({ kind: 'rotate', item: row }) }] : []),
                                { label: t('apiKeys.revoke'), run: () => setAsked({ kind: 'revoke', item: row }) },
                            ]}
                            target={
                                <Button size="compact-xs" variant="default" aria-label={t('apiKeys.actionsFor', { name: row.name })}>
                                    <Ellipsis size={14} aria-hidden />
                                </Button>
                            }
                        />
                    ) : null,
            },
        ],
        [t, words, mayWrite],
    );
    const filters = useMemo(
        (): FilterSpec[] => [{ id: 'account', label: t('apiKeys.account'), kind: 'choice', options: (accounts.data?.items ?? []).map((account) => ({ value: account.id, label: account.name })) }],
        [t, accounts.data],
    );
    return (
        <>
            <ListPage
                name="api-keys"
                title={t('nav.apiKeys')}
                columns={columns}
                source={apiKeyList}
                rowId={rowId}
                rowLabel={rowLabel}
                defaultSort="-created_at"
                filters={filters}
                translate={({ account, ...query }) => (account === undefined ? query : { ...query, service_account_id: account })}
                primary={mayWrite ? { label: t('apiKeys.create'), run: () => setAsked({ kind: 'create' }) } : undefined}
                empty={{ title: t('apiKeys.emptyTitle'), body: t('apiKeys.emptyBody'), action: mayWrite ? <Button onClick={() => setAsked({ kind: 'create' })}>{t('apiKeys.create')}</Button> : undefined }}
            />
            <Suspense>
                {asked?.kind === 'create' && <KeyForm accounts={accounts.data?.items ?? []} onClose={() => setAsked(null)} onMade={onMade} />}
                {asked?.kind === 'rotate' && <RotateForm item={asked.item} onClose={() => setAsked(null)} onMade={onMade} />}
                {asked?.kind === 'revoke' && (
                    <ConfirmModal
                        title={t('apiKeys.revoke')}
                        body={t('apiKeys.revokeBody', { name: asked.item.name })}
                        label={t('apiKeys.revoke')}
                        onClose={() => setAsked(null)}
                        onConfirm={async () => {
                            await apiKeyRevoke(asked.item.id);
                            await reload();
                        }}
                    />
                )}
                {made !== null && (
                    <OnceModal title={t('apiKeys.madeTitle')} lead={t('apiKeys.once')} onClose={() => setMade(null)}>
                        <SecretOnce label={t('apiKeys.key')} value={made} />
                        <p>{t('apiKeys.how')}</p>
                    </OnceModal>
                )}
            </Suspense>
        </>
    );
}
