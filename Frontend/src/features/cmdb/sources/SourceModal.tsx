import { TextInput } from '@mantine/core';
import { toast } from '@monozu/ui';
import { FormModal, useDraftForm } from '@monozu/ui/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { cisKey, sourceUpdate, sourcesKey, type Source } from '../api';

const longestName = 200;
const mostHours = 87_600;

export default function SourceModal({ source, onClose }: { source: Source; onClose: () => void }) {
    const { t } = useTranslation();
    const queries = useQueryClient();
    const { form, field, onSubmit, problem, others } = useDraftForm<{ name: string; quiet_after_hours: string }>({
        draft: null,
        schema: z.object({
            name: z.string().trim().min(1, t('form.required')).max(longestName),
            quiet_after_hours: z.string().refine((text) => text === '' || (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= mostHours), t('cmdbItem:source.badHours', { most: mostHours })),
        }),
        defaults: { name: source.name, quiet_after_hours: source.quiet_after_hours === null ? '' : String(source.quiet_after_hours) },
        submit: async ({ name, quiet_after_hours: hours }) => {
            await sourceUpdate(source, { name, quiet_after_hours: hours === '' ? null : Number(hours) });
            await Promise.all([queries.invalidateQueries({ queryKey: sourcesKey }), queries.invalidateQueries({ queryKey: cisKey })]);
            toast('done', t('cmdbItem:source.saved'));
            onClose();
        },
    });
    return (
        <FormModal title={t('cmdbItem:source.title', { name: source.name })} submitLabel={t('ui.save')} busy={form.formState.isSubmitting} problem={problem} others={others} onSubmit={onSubmit} onClose={onClose}>
            <TextInput data-autofocus label={t('cmdb:name')} maxLength={longestName} {...field('name')} />
            <TextInput label={t('cmdbItem:source.quietAfterHours')} description={t('cmdbItem:source.quietHint')} inputMode="numeric" {...field('quiet_after_hours')} />
        </FormModal>
    );
}
