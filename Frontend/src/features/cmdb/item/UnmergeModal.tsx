import { Textarea } from '@mantine/core';
import { asProblem, type ApiProblem } from '@monozu/api-client';
import { toast, useNavigateTo } from '@monozu/ui';
import { FormModal } from '@monozu/ui/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../app/paths';
import { ciUnmerge, cisKey, type SourceRecord } from '../api';
import type { Ci } from '../types';

const longestReason = 2000;

/** A record is not of this thing after all: it becomes a CI of its own, and nobody puts the two together again by itself. */
export default function UnmergeModal({ ci, record, onClose }: { ci: Ci; record: SourceRecord; onClose: () => void }) {
    const { t } = useTranslation();
    const go = useNavigateTo();
    const queries = useQueryClient();
    const [reason, setReason] = useState('');
    const [missing, setMissing] = useState(false);
    const [busy, setBusy] = useState(false);
    const [problem, setProblem] = useState<ApiProblem | null>(null);
    const take = async () => {
        if (reason.trim() === '') {
            setMissing(true);
            return;
        }
        setBusy(true);
        try {
            const out = await ciUnmerge(ci.id, record.ci_id, reason.trim());
            await queries.invalidateQueries({ queryKey: cisKey });
            onClose();
            toast('done', t('cmdbItem:records.taken', { name: out.name }), { action: { label: t('cmdb:openIt'), run: () => go(paths.ci(out.id)) } });
        } catch (failure) {
            setProblem(asProblem(failure));
        } finally {
            setBusy(false);
        }
    };
    return (
        <FormModal
            title={t('cmdbItem:records.take')}
            submitLabel={t('cmdbItem:records.take')}
            busy={busy}
            problem={problem}
            onClose={onClose}
            onSubmit={(event) => {
                event.preventDefault();
                void take();
            }}
        >
            <p>{t('cmdbItem:records.takeBody', { source: record.source_name, name: ci.name })}</p>
            <Textarea data-autofocus label={t('cmdbItem:merge.reason')} rows={3} maxLength={longestReason} withAsterisk value={reason} error={missing && reason.trim() === '' ? t('form.required') : undefined} onChange={(event) => setReason(event.currentTarget.value)} />
        </FormModal>
    );
}
