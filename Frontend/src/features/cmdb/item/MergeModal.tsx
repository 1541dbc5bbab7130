import { Textarea } from '@mantine/core';
import { asProblem, type ApiProblem } from '@monozu/api-client';
import { toast, useNavigateTo } from '@monozu/ui';
import { FormModal } from '@monozu/ui/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../app/paths';
import { ciMerge, cisKey } from '../api';
import { CiPicker } from '../CiPicker';
import { compare } from '../compare';
import { CompareTable } from '../CompareTable';
import type { Ci } from '../types';
import { useCatalogue } from '../useCatalogue';
import { useNames } from '../useNames';

const longestReason = 2000;

/** Two CIs are of one thing: both are seen beside each other first, and the reason stays in the history. */
export default function MergeModal({ ci, other: given = null, onClose, onMerged }: { ci: Ci; other?: Ci | null; onClose: () => void; onMerged?: () => void }) {
    const { t } = useTranslation();
    const go = useNavigateTo();
    const queries = useQueryClient();
    const { catalogue } = useCatalogue();
    const names = useNames(catalogue);
    const [other, setOther] = useState<Ci | null>(given);
    const [reason, setReason] = useState('');
    const [missing, setMissing] = useState(false);
    const [busy, setBusy] = useState(false);
    const [problem, setProblem] = useState<ApiProblem | null>(null);
    const merge = async () => {
        if (other === null || reason.trim() === '') {
            setMissing(true);
            return;
        }
        setBusy(true);
        try {
            const merged = await ciMerge(ci.id, other.id, reason.trim());
            await queries.invalidateQueries({ queryKey: cisKey });
            toast('done', t('cmdbItem:merge.done', { name: merged.name }));
            onClose();
            if (onMerged === undefined) {
                go(paths.ci(merged.id));
            } else {
                onMerged();
            }
        } catch (failure) {
            setProblem(asProblem(failure));
        } finally {
            setBusy(false);
        }
    };
    return (
        <FormModal
            wide
            title={t('cmdbItem:merge.title', { name: ci.name })}
            submitLabel={t('cmdbItem:merge.submit')}
            busy={busy}
            problem={problem}
            onClose={onClose}
            onSubmit={(event) => {
                event.preventDefault();
                void merge();
            }}
        >
            <p>{t('cmdbItem:merge.lead')}</p>
            {given === null && <CiPicker label={t('cmdbItem:merge.with')} classKey={undefined} except={ci.id} value={other?.id ?? null} error={missing && other === null ? t('form.required') : undefined} onChange={setOther} />}
            {other !== null && catalogue !== undefined && <CompareTable lines={compare(ci, other, catalogue)} heads={[ci.name, other.name]} catalogue={catalogue} names={names} />}
            <Textarea label={t('cmdbItem:merge.reason')} rows={3} maxLength={longestReason} withAsterisk value={reason} error={missing && reason.trim() === '' ? t('form.required') : undefined} onChange={(event) => setReason(event.currentTarget.value)} />
        </FormModal>
    );
}
