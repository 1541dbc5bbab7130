import { Button } from '@mantine/core';
import { asProblem } from '@monozu/api-client';
import { AppLink, problemText, toast, useFormat, useNavigateTo } from '@monozu/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CornerUpRight, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../app/me';
import { paths } from '../../../app/paths';
import { ciQuery, ciRestore, keepCi } from '../api';
import { AsOfBanner } from '../list/AsOf';
import type { Ci } from '../types';
import classes from './item.module.css';

/** Why this is not an ordinary CI: it is a look at the past, part of another one by now, or was deleted. */
export function CiBanners({ ci, asOf }: { ci: Ci; asOf: string | undefined }) {
    const { t } = useTranslation();
    const { can } = useMe();
    const go = useNavigateTo();
    const format = useFormat();
    const queries = useQueryClient();
    const into = useQuery({ ...ciQuery(ci.merged_into ?? ''), enabled: ci.merged_into !== null });
    const restore = async () => {
        try {
            keepCi(queries, await ciRestore(ci.id, undefined));
            toast('done', t('cmdbItem:delete.restored', { name: ci.name }));
        } catch (error) {
            toast('failed', t('cmdb:notSaved'), { detail: problemText(asProblem(error), t('ui.state.errorBody')) });
        }
    };
    return (
        <>
            {asOf !== undefined && <AsOfBanner asOf={asOf} onNow={() => go(paths.ci(ci.id))} />}
            {ci.merged_into !== null && (
                <div className={classes.banner} role="status">
                    <CornerUpRight size={14} aria-hidden />
                    <span>{t('cmdbItem:merge.gone')}</span>
                    <AppLink href={paths.ci(ci.merged_into)}>{into.data?.name ?? t('cmdb:openIt')}</AppLink>
                </div>
            )}
            {ci.deleted_at !== null && (
                <div className={classes.banner} role="status">
                    <Trash2 size={14} aria-hidden />
                    <span>{t('cmdbItem:delete.gone', { time: format.dateTime(ci.deleted_at) })}</span>
                    {can('cis:delete') && asOf === undefined && (
                        <Button size="compact-xs" variant="default" onClick={() => void restore()}>
                            {t('cmdbItem:delete.restore')}
                        </Button>
                    )}
                </div>
            )}
        </>
    );
}
