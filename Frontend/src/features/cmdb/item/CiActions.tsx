import { Button } from '@mantine/core';
import { ActionMenu, toast, useNavigateTo, type MenuEntry } from '@monozu/ui';
import { useQueryClient } from '@tanstack/react-query';
import { ArrowRightLeft, ChevronDown, Ellipsis, Link2, Merge, Trash2, Waypoints } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useModelNames } from '../../../app/cmdb/names';
import { ConfirmModal } from '../../../app/dialogs';
import { useMe } from '../../../app/me';
import { paths } from '../../../app/paths';
import { ciDelete, cisKey } from '../api';
import { AsOfButton } from '../list/AsOf';
import type { Ci } from '../types';
import type { Catalogue } from '../useCatalogue';
import type { useCiActions } from './useCiActions';

const MergeModal = lazy(() => import('./MergeModal'));

interface CiActionsProps {
    ci: Ci;
    asOf: string | undefined;
    catalogue: Catalogue | undefined;
    editable: boolean;
    actions: ReturnType<typeof useCiActions>;
}

/** The next steps of its life, and behind a menu what is done seldom. */
export function CiActions({ ci, asOf, catalogue, editable, actions }: CiActionsProps) {
    const { t } = useTranslation();
    const { can } = useMe();
    const go = useNavigateTo();
    const queries = useQueryClient();
    const names = useModelNames();
    const [asking, setAsking] = useState<'merge' | 'delete' | null>(null);
    const next = catalogue?.nextStatuses(ci.status) ?? [];
    const present = ci.live && asOf === undefined;
    const entries: (MenuEntry | false)[] = [
        { label: t('cmdbItem:copyLink'), icon: Link2, run: () => void navigator.clipboard.writeText(location.href) },
        present && { label: t('cmdb:graph'), icon: Waypoints, run: () => go(paths.ciGraph(ci.id)) },
        present && can('cis:merge') && { label: t('cmdbItem:merge.action'), icon: Merge, run: () => setAsking('merge') },
        present && can('cis:delete') && 'divider',
        present && can('cis:delete') && { label: t('cmdbItem:delete.action'), icon: Trash2, run: () => setAsking('delete') },
    ];
    return (
        <>
            {editable && next.length > 0 && (
                <ActionMenu
                    position="bottom-end"
                    entries={next.map((status) => ({ label: names.status(status), run: () => void actions.change({ status }) }))}
                    target={
                        <Button variant="default" leftSection={<ArrowRightLeft size={13} aria-hidden />} rightSection={<ChevronDown size={13} aria-hidden />}>
                            {t('cmdbItem:changeStatus')}
                        </Button>
                    }
                />
            )}
            <AsOfButton asOf={asOf} onChange={(at) => go(paths.ci(ci.id, undefined, at))} />
            <ActionMenu
                position="bottom-end"
                entries={entries.filter((entry) => entry !== false)}
                target={
                    <Button variant="default" aria-label={t('cmdbItem:moreActions')} px={8}>
                        <Ellipsis size={15} aria-hidden />
                    </Button>
                }
            />
            <Suspense>
                {asking === 'merge' && <MergeModal ci={ci} onClose={() => setAsking(null)} />}
                {asking === 'delete' && (
                    <ConfirmModal
                        title={t('cmdbItem:delete.title')}
                        body={t('cmdbItem:delete.body', { name: ci.name })}
                        label={t('cmdbItem:delete.action')}
                        typed={ci.name}
                        onClose={() => setAsking(null)}
                        onConfirm={async () => {
                            await ciDelete(ci);
                            await queries.invalidateQueries({ queryKey: cisKey });
                            toast('done', t('cmdbItem:delete.done', { name: ci.name }));
                        }}
                    />
                )}
            </Suspense>
        </>
    );
}
