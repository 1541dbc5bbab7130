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
import { invitationResend, invitationRevoke, linkOf, userFactorsReset, userList, usersKey, userUpdate, type InvitationLink } from './api';
import classes from './users.module.css';
import '../../app/administrationWords';

const CreateUser = lazy(async () => ({ default: (await import('./UserForms')).CreateUser }));
const UserSessions = lazy(async () => ({ default: (await import('./UserSessions')).UserSessions }));
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

type Asked = { kind: 'create' } | { kind: 'edit'; user: User } | { kind: 'active' | 'resend' | 'revoke' | 'sessions' | 'factors'; user: User };

// What the directory says of somebody is changed there.
const byHand = (user: User) => user.source !== 'scim';

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
    const [link, setLink] = useState<InvitationLink | null>(null);
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
                        {!byHand(row) && <span className={classes.quiet}>{t('users.byDirectory')}</span>}
                    </>
                ),
            },
            { id: 'email', header: t('users.email'), width: 240, sort: { field: 'email', first: 'up' }, cell: (row) => row.email },
            { id: 'role', header: t('users.role'), width: 150, cell: (row) => words.role(row.role, row.role_name) },
            { id: 'state', header: t('users.state'), width: 140, card: 'lead', cell: (row) => <UserState user={row} /> },
            { id: 'seen', header: t('users.lastSeen'), width: 130, cell: (row) => (row.last_seen_at === null ? t('users.never') : <RelativeTime at={row.last_seen_at} />) },
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
                                ...(byHand(row) ? [{ label: t('users.edit'), run: () => setAsked({ kind: 'edit' as const, user: row }) }] : []),
                                ...(row.pending && row.active ? (['resend', 'revoke'] as const).filter((kind) => kind === 'resend' || byHand(row)).map((kind) => ({ label: t(`users.invitation.${kind}`), run: () => setAsked({ kind, user: row }) })) : []),
                                ...(row.pending ? [] : [{ label: t('users.sessions'), run: () => setAsked({ kind: 'sessions', user: row }) }]),
                                ...(row.id === me.id || !byHand(row) ? [] : [{ label: row.active ? t('users.deactivate') : t('users.activate'), run: () => setAsked({ kind: 'active', user: row }) }]),
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
                onEdit={mayWrite ? (user) => { if (byHand(user)) setAsked({ kind: 'edit', user }); } : undefined}
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
            {asked?.kind === 'resend' && (
                <ConfirmModal
                    title={t('users.invitation.resend')}
                    body={t('users.resendBody', { email: asked.user.email })}
                    label={t('users.invitation.resend')}
                    onClose={() => setAsked(null)}
                    onConfirm={async () => setLink(linkOf(await invitationResend(asked.user.id)))}
                />
            )}
            {asked?.kind === 'revoke' && (
                <ConfirmModal
                    title={t('users.invitation.revoke')}
                    body={t('users.revokeBody', { name: asked.user.display_name })}
                    label={t('users.invitation.revoke')}
                    onClose={() => setAsked(null)}
                    onConfirm={async () => {
                        await invitationRevoke(asked.user.id);
                        await reload();
                    }}
                />
            )}
            {asked?.kind === 'sessions' && <UserSessions user={asked.user} onClose={() => setAsked(null)} />}
            {link !== null && <SetupLink link={link} onClose={() => setLink(null)} />}
            </Suspense>
        </>
    );
}

function SetupLink({ link, onClose }: { link: InvitationLink; onClose: () => void }) {
    const { t } = useTranslation();
    const format = useFormat();
    return (
        <OnceModal title={t('users.linkTitle')} lead={t('users.linkLead', { until: format.dateTime(link.until) })} onClose={onClose}>
            <SecretOnce label={t('users.link')} value={link.url} />
        </OnceModal>
    );
}
