import { Button } from '@mantine/core';
import { ActionMenu, ListPage, RelativeTime, StateTag, toast, type Column, type FilterSpec } from '@monozu/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Operator } from '../../app/api';
import { useMe } from '../../app/me';
import { factorsReset, operatorLink, operatorList, operatorsKey, operatorUpdate, roles } from './api';

const CreateOperator = lazy(async () => ({ default: (await import('./OperatorForms')).CreateOperator }));
const EditOperator = lazy(async () => ({ default: (await import('./OperatorForms')).EditOperator }));
const OperatorSessions = lazy(() => import('./OperatorSessions'));
const ConfirmModal = lazy(async () => ({ default: (await import('@monozu/ui/form')).ConfirmModal }));
const OnceModal = lazy(async () => ({ default: (await import('@monozu/ui/form')).OnceModal }));
const SecretOnce = lazy(async () => ({ default: (await import('@monozu/ui/form')).SecretOnce }));

const rowId = (operator: Operator) => operator.id;
const rowLabel = (operator: Operator) => operator.display_name;

type Asked = { kind: 'create' } | { kind: 'edit' | 'active' | 'link' | 'sessions' | 'factors'; operator: Operator } | { kind: 'made'; name: string; url: string };

function OperatorState({ operator }: { operator: Operator }) {
    const { t } = useTranslation();
    if (!operator.active) {
        return <StateTag tone="off">{t('operators.inactive')}</StateTag>;
    }
    return operator.pending ? <StateTag tone="wait">{t('operators.pending')}</StateTag> : <StateTag tone="good">{t('operators.active')}</StateTag>;
}

/** The vendor's own staff: who may work here, and as what. */
export function OperatorsPage() {
    const { t } = useTranslation();
    const { me, can } = useMe();
    const queries = useQueryClient();
    const mayWrite = can('operators:write');
    const [asked, setAsked] = useState<Asked | null>(null);
    const close = () => setAsked(null);
    const reload = () => queries.invalidateQueries({ queryKey: operatorsKey });
    const columns = useMemo(
        (): Column<Operator>[] => [
            { id: 'name', header: t('operators.name'), width: 220, grow: true, card: 'title', sort: { field: 'display_name', first: 'up' }, cell: (row) => (row.id === me.id ? `${row.display_name} ${t('operators.you')}` : row.display_name) },
            { id: 'email', header: t('operators.email'), width: 240, sort: { field: 'email', first: 'up' }, cell: (row) => row.email },
            { id: 'role', header: t('operators.role'), width: 130, cell: (row) => t(`operators.roles.${row.role}`) },
            { id: 'state', header: t('operators.state'), width: 130, card: 'lead', cell: (row) => <OperatorState operator={row} /> },
            { id: 'factor', header: t('operators.factor'), width: 140, cell: (row) => t(row.provided ? 'operators.atProvider' : row.second_factor ? 'operators.hasFactor' : 'operators.noFactor') },
            { id: 'seen', header: t('operators.lastLogin'), width: 130, cell: (row) => (row.last_login_at === null ? t('operators.never') : <RelativeTime at={row.last_login_at} />) },
            {
                id: 'actions',
                header: t('operators.actions'),
                width: 80,
                card: 'action',
                cell: (row) =>
                    mayWrite ? (
                        <ActionMenu
                            position="bottom-end"
                            entries={[
                                ...(row.provided ? [] : [{ label: t('operators.edit'), run: () => setAsked({ kind: 'edit', operator: row }) }]),
                                { label: t('operators.sessions'), run: () => setAsked({ kind: 'sessions', operator: row }) },
                                ...(row.active && !row.provided ? [{ label: t('operators.newLink'), run: () => setAsked({ kind: 'link', operator: row }) }] : []),
                                ...(row.second_factor && row.id !== me.id ? [{ label: t('operators.resetFactors'), run: () => setAsked({ kind: 'factors', operator: row }) }] : []),
                                ...(row.id === me.id ? [] : [{ label: t(row.active ? 'operators.deactivate' : 'operators.activate'), run: () => setAsked({ kind: 'active', operator: row }) }]),
                            ]}
                            target={
                                <Button size="compact-xs" variant="default" aria-label={t('operators.actionsFor', { name: row.display_name })}>
                                    <Ellipsis size={14} aria-hidden />
                                </Button>
                            }
                        />
                    ) : null,
            },
        ],
        [t, me.id, mayWrite],
    );
    const filters = useMemo((): FilterSpec[] => [{ id: 'role', label: t('operators.role'), kind: 'choice', options: roles.map((value) => ({ value, label: t(`operators.roles.${value}`) })) }], [t]);
    return (
        <>
            <ListPage
                name="operators"
                title={t('nav.operators')}
                columns={columns}
                source={operatorList}
                rowId={rowId}
                rowLabel={rowLabel}
                defaultSort="display_name"
                filters={filters}
                searchLabel={t('operators.search')}
                allowed={can('operators:read')}
                onEdit={mayWrite ? (operator) => setAsked(operator.provided ? null : { kind: 'edit', operator }) : undefined}
                primary={mayWrite ? { label: t('operators.create'), run: () => setAsked({ kind: 'create' }) } : undefined}
                empty={{ title: t('operators.emptyTitle'), body: t('operators.emptyBody') }}
            />
            <Suspense>
                {asked?.kind === 'create' && (
                    <CreateOperator
                        onClose={close}
                        onMade={({ name, url }) => {
                            setAsked({ kind: 'made', name, url });
                            void reload();
                        }}
                    />
                )}
                {asked?.kind === 'edit' && <EditOperator operator={asked.operator} onClose={close} onDone={reload} />}
                {asked?.kind === 'sessions' && <OperatorSessions operator={asked.operator} onClose={close} />}
                {asked?.kind === 'active' && (
                    <ConfirmModal
                        title={t(asked.operator.active ? 'operators.deactivate' : 'operators.activate')}
                        body={t(asked.operator.active ? 'operators.deactivateBody' : 'operators.activateBody', { name: asked.operator.display_name })}
                        label={t(asked.operator.active ? 'operators.deactivate' : 'operators.activate')}
                        onClose={close}
                        onConfirm={async () => {
                            await operatorUpdate(asked.operator, { active: !asked.operator.active });
                            await reload();
                        }}
                    />
                )}
                {asked?.kind === 'factors' && (
                    <ConfirmModal
                        title={t('operators.resetFactors')}
                        body={t('operators.resetFactorsBody', { name: asked.operator.display_name })}
                        label={t('operators.resetFactors')}
                        onClose={close}
                        onConfirm={async () => {
                            await factorsReset(asked.operator.id);
                            toast('done', t('operators.factorsReset'));
                            await reload();
                        }}
                    />
                )}
                {asked?.kind === 'link' && (
                    <ConfirmModal
                        title={t('operators.newLink')}
                        body={t('operators.newLinkBody', { name: asked.operator.display_name })}
                        label={t('operators.newLink')}
                        onClose={() => setAsked((now) => (now?.kind === 'link' ? null : now))}
                        onConfirm={async () => {
                            const { setup_url: url } = await operatorLink(asked.operator.id);
                            await reload();
                            setAsked({ kind: 'made', name: asked.operator.display_name, url });
                        }}
                    />
                )}
                {asked?.kind === 'made' && (
                    <OnceModal title={t('operators.linkTitle', { name: asked.name })} lead={t('operators.linkLead')} onClose={close}>
                        <SecretOnce label={t('operators.link')} value={asked.url} />
                    </OnceModal>
                )}
            </Suspense>
        </>
    );
}
