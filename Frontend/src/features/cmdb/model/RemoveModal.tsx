import { asProblem } from '@monozu/api-client';
import { ProblemState, Skeleton, toast } from '@monozu/ui';
import { ConfirmModal } from '@monozu/ui/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { partDelete, reload, removalPreview, type PartKind } from './api';
import classes from './model.module.css';
import { Preview } from './Preview';

interface RemoveProps {
    kind: PartKind;
    part: { key: string; version: number };
    name: string;
    body: string;
    onDone?: () => void;
    onClose: () => void;
}

/** Says what would be lost before anything is. */
export default function RemoveModal({ kind, part, name, body, onDone, onClose }: RemoveProps) {
    const { t } = useTranslation();
    const queries = useQueryClient();
    const { data, error } = useQuery({ queryKey: ['ci-model', 'removal', kind, part.key], queryFn: () => removalPreview(kind, part.key), enabled: kind !== 'relation', retry: false, gcTime: 0 });
    return (
        <ConfirmModal
            title={t('cmdbModel:removeNamed', { name })}
            label={t('cmdbModel:remove')}
            body={
                <div className={classes.section}>
                    <p>{body}</p>
                    {kind !== 'relation' && (error !== null ? <ProblemState problem={asProblem(error)} /> : data === undefined ? <Skeleton width={60} /> : <Preview touched={data} kind={kind} />)}
                </div>
            }
            onConfirm={async () => {
                await partDelete(kind, part, (data?.misfits ?? 0) > 0);
                toast('done', t('cmdbModel:saved'));
                await reload(queries);
                onDone?.();
            }}
            onClose={onClose}
        />
    );
}
