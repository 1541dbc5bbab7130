import { NumberInput } from '@mantine/core';
import { asProblem, type ApiProblem } from '@monozu/api-client';
import { toast } from '@monozu/ui';
import { FormModal } from '@monozu/ui/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditRetention } from '../../app/types';
import { auditKey, retentionPut } from './api';

const least = 90;
const most = 3650;

/** How long entries are kept. What is older goes, and what is left still verifies. */
export default function RetentionModal({ present, onClose }: { present: AuditRetention; onClose: () => void }) {
    const { t } = useTranslation();
    const queries = useQueryClient();
    const [days, setDays] = useState<number | string>(present.days);
    const valid = typeof days === 'number' && Number.isInteger(days) && days >= least && days <= most;
    const change = useMutation<AuditRetention, unknown, number>({
        mutationFn: (wanted) => retentionPut(wanted, present),
        onSuccess: async () => {
            await queries.invalidateQueries({ queryKey: auditKey });
            toast('done', t('audit.retention.saved'));
            onClose();
        },
    });
    const problem: ApiProblem | null = change.error === null ? null : asProblem(change.error);
    return (
        <FormModal
            title={t('audit.retention.title')}
            submitLabel={t('audit.retention.submit')}
            busy={change.isPending}
            problem={problem}
            onClose={onClose}
            onSubmit={(event) => {
                event.preventDefault();
                if (valid) {
                    change.mutate(days);
                }
            }}
        >
            <NumberInput label={t('audit.retention.days')} description={t('audit.retention.hint', { least, most })} min={least} max={most} allowDecimal={false} value={days} onChange={setDays} error={valid ? null : t('audit.retention.range', { least, most })} data-autofocus />
        </FormModal>
    );
}
