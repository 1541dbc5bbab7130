import { Button } from '@mantine/core';
import { ActionMenu, ListPage, RelativeTime, StateTag, toast, useFormat, type Column, type FilterSpec } from '@monozu/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me';
import { Module } from '../../app/Module';
import { ConfirmModal, OnceModal, SecretOnce } from '../../app/dialogs';
import { useRoleFilter } from '../../app/roleChoices';
import { askedRole } from '../../app/roleValue';
import { useRightWords } from '../../app/rights';
import type { User } from '../../app/types';
import { userFactorsReset, userList, usersKey, userUpdate } from './api';
import classes from './users.module.css';

const CreateUser = lazy(async () => ({ default: (await import('./UserForms')).CreateUser }));
const EditUser = lazy(async () => ({ default: (await import('./UserForms')).EditUser }));

export function UsersPage() {
    return (
        <Module permission="users:read">
            <Users />
        </Module>
    );
}

const rowId = (user: User) => user.id;
const rowLabel = (user: User) => user.display_name;

type Asked = { kind: 'create' } | { kind: 'edit'; user: User } | { kind: 'active'; user: User } | { kind: 'factors'; user: User };

function UserState({ user }: { user: User }) {
    const { t } = useTranslation();
    if (!user.active) {
        return <StateTag tone="off">{t('users.inactive')}</StateTag>;
    }
    return user.pending ? <StateTag tone="wait">{t('users.pending')}</StateTag> : <StateTag tone="good">{t('users.active')}</StateTag>;
}

function Users() {
    const { t } = useTranslation();
    const { me, can } = useMe();
    const queries = useQueryClient();
    const mayWrite = can('users:write');
    const words = useRightWords();
    const choices = useRoleFilter();
    const [asked, setAsked] = useState<Asked | null>(null);
    const [link, setLink] = useState<{ url: string; until: string } | null>(null);
    const reload = () => queries.invalidateQueries({ queryKey: usersKey });

    const columns = useMemo(
        (): Column<User>[] => [
            {
                id: 'name',
                header: t('users.name'),
                width: 220,
                grow: true,
                sort: { field: 'display_name', first: 'up' },
                card: 'title',
                cell: (row) => (
                    <>
                        <span className={classes.name}>{row.display_name}</span> {row.id === me.id && <span className={classes.quiet}>{t('users.you')}</span>}
                    </>
                ),
            },
            { id: 'email', header: t('users.email'), width: 240, sort: { field: 'email', first: 'up' }, cell: (row) => row.email },
            { id: 'role', header: t('users.role'), width: 150, cell: (row) => words.role(row.role, row.role_name) },
            { id: 'state', header: t('users.state'), width: 140, card: 'lead', cell: (row) => <UserState user={row} /> },
            { id: 'login', header: t('users.lastLogin'), width: 130, cell: (row) => (row.last_login_at === null ? t('users.never') : <RelativeTime at={row.last_login_at} />) },
            {
                id: 'actions',
                header: t('users.actions'),
                width: 80,
                card: 'action',
                cell: (row) =>
                    mayWrite ? (
                        <ActionMenu
                            position="bottom-end"
                            entries={[
                                { label: t('users.edit'), run: () => setAsked({ kind: 'edit', user: row }) },
                                ...(row.id === me.id ? [] : [{ label: row.active ? t('users.deactivate') : t('users.activate'), run: () => setAsked({ kind: 'active', user: row }) }]),
                                ...(row.pending || row.id === me.id ? [] : [{ label: t('users.resetFactors'), run: () => setAsked({ kind: 'factors', user: row }) }]),
                            ]}
                            target={
                                <Button size="compact-xs" variant="default" aria-label={t('users.actionsFor', { name: row.display_name })}>
                                    <Ellipsis size={14} aria-hidden />
                                </Button>
                            }
                        />
                    ) : null,
            },
        ],
        [t, words, me.id, mayWrite],
    );
    const filters = useMemo((): FilterSpec[] => [{ id: 'role', label: t('users.role'), kind: 'choice', options: choices }], [t, choices]);
    return (
        <>
            <ListPage
                name="users"
                title={t('nav.users')}
                columns={columns}
                source={userList}
                rowId={rowId}
                rowLabel={rowLabel}
                defaultSort="display_name"
                filters={filters}
                translate={askedRole}
                searchLabel={t('users.search')}
                onEdit={mayWrite ? (user) => setAsked({ kind: 'edit', user }) : undefined}
                primary={mayWrite ? { label: t('users.create'), run: () => setAsked({ kind: 'create' }) } : undefined}
                empty={{ title: t('users.emptyTitle'), body: t('users.emptyBody') }}
            />
            <Suspense>
            {asked?.kind === 'create' && (
                <CreateUser
                    onClose={() => setAsked(null)}
                    onMade={(made) => {
                        setAsked(null);
                        setLink(made);
                        if (made === null) {
                            toast('done', t('users.added'));
                        }
                        void reload();
                    }}
                />
            )}
            {asked?.kind === 'edit' && (
                <EditUser
                    user={asked.user}
                    onClose={() => setAsked(null)}
                    onDone={() => {
                        setAsked(null);
                        toast('done', t('users.saved'));
                        void reload();
                    }}
                />
            )}
            {asked?.kind === 'active' && (
                <ConfirmModal
                    title={asked.user.active ? t('users.deactivate') : t('users.activate')}
                    body={t(asked.user.active ? 'users.deactivateBody' : 'users.activateBody', { name: asked.user.display_name })}
                    label={asked.user.active ? t('users.deactivate') : t('users.activate')}
                    onClose={() => setAsked(null)}
                    onConfirm={async () => {
                        await userUpdate(asked.user, { active: !asked.user.active });
                        await reload();
                    }}
                />
            )}
            {asked?.kind === 'factors' && (
                <ConfirmModal
                    title={t('users.resetFactors')}
                    body={t('users.resetFactorsBody', { name: asked.user.display_name })}
                    label={t('users.resetFactors')}
                    onClose={() => setAsked(null)}
                    onConfirm={async () => {
                        await userFactorsReset(asked.user.id);
                        toast('done', t('users.factorsReset'));
                    }}
                />
            )}
            {link !== null && <SetupLink link={link} onClose={() => setLink(null)} />}
            </Suspense>
        </>
    );
}

function SetupLink({ link, onClose }: { link: { url: string; until: string }; onClose: () => void }) {
    const { t } = useTranslation();
    const format = useFormat();
    return (
        <OnceModal title={t('users.linkTitle')} lead={t('users.linkLead', { until: format.dateTime(link.until) })} onClose={onClose}>
            <SecretOnce label={t('users.link')} value={link.url} />
        </OnceModal>
    );
}
