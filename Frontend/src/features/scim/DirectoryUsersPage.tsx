import { Button } from '@mantine/core';
import { ActionMenu, ListPage, RelativeTime, StateTag, toast, type Column } from '@monozu/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import { Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '../../app/dialogs';
import { useMe } from '../../app/me';
import { Module } from '../../app/Module';
import { useRightWords } from '../../app/rights';
import type { DirectoryUser } from '../../app/types';
import { directoryQuery, directoryUserList, directoryUserRelease } from './api';
import './words';

export function DirectoryUsersPage() {
    return (
        <Module permission="scim:read">
            <DirectoryUsers />
        </Module>
    );
}

const rowId = (user: DirectoryUser) => user.id;
const rowLabel = (user: DirectoryUser) => user.display_name;

function DirectoryUsers() {
    const { t } = useTranslation();
    const { can } = useMe();
    const words = useRightWords();
    const queries = useQueryClient();
    const mayWrite = can('scim:write');
    const [releasing, setReleasing] = useState<DirectoryUser | null>(null);
    const columns = useMemo(
        (): Column<DirectoryUser>[] => [
            { id: 'name', header: t('scim:name'), width: 200, grow: true, sort: { field: 'display_name', first: 'up' }, card: 'title', cell: (row) => row.display_name },
            { id: 'user_name', header: t('scim:userName'), width: 240, sort: { field: 'user_name', first: 'up' }, cell: (row) => row.user_name },
            { id: 'email', header: t('scim:email'), width: 240, cell: (row) => row.email },
            { id: 'role', header: t('scim:roleOf'), width: 150, cell: (row) => words.role(row.role, row.role_name) },
            { id: 'state', header: t('scim:state'), width: 130, card: 'lead', cell: (row) => (row.active ? <StateTag tone="good">{t('scim:active')}</StateTag> : <StateTag tone="off">{t('scim:inactive')}</StateTag>) },
            { id: 'synced', header: t('scim:synced'), width: 130, sort: { field: 'synced_at', first: 'down' }, cell: (row) => <RelativeTime at={row.synced_at} /> },
            {
                id: 'actions',
                header: t('scim:actions'),
                width: 80,
                card: 'action',
                cell: (row) =>
                    mayWrite ? (
                        <ActionMenu
                            position="bottom-end"
                            entries={[{ label: t('scim:release'), run: () => setReleasing(row) }]}
                            target={
                                <Button size="compact-xs" variant="default" aria-label={t('scim:actionsFor', { name: row.display_name })}>
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
                name="directory-users"
                title={t('scim:usersTitle')}
                columns={columns}
                source={directoryUserList}
                rowId={rowId}
                rowLabel={rowLabel}
                defaultSort="display_name"
                filters={[]}
                searchLabel={t('scim:search')}
                empty={{ title: t('scim:emptyTitle'), body: t('scim:emptyBody') }}
            />
            <Suspense>
                {releasing !== null && (
                    <ConfirmModal
                        title={t('scim:release')}
                        body={t('scim:releaseBody', { name: releasing.display_name })}
                        label={t('scim:release')}
                        onClose={() => setReleasing(null)}
                        onConfirm={async () => {
                            await directoryUserRelease(releasing.id);
                            toast('done', t('scim:released'));
                            await queries.invalidateQueries({ queryKey: directoryQuery.queryKey });
                        }}
                    />
                )}
            </Suspense>
        </>
    );
}
