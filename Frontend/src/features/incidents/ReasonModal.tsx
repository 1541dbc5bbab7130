import { Textarea } from '@mantine/core';
import { FormModal, useDraftForm } from '@monozu/ui/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

const longest = 4000;

/** Resolving says how, reopening says why: the two reasons the timeline is read for later. */
export default function ReasonModal({ kind, incidentId, onSubmit, onClose }: { kind: 'resolve' | 'reopen'; incidentId: string; onSubmit: (text: string) => Promise<void>; onClose: () => void }) {
    const { t } = useTranslation();
    const { form, field, onSubmit: submit, problem, others } = useDraftForm<{ text: string }>({
        draft: `${kind}.${incidentId}`,
        schema: z.object({ text: z.string().trim().min(1, t('form.required')).max(longest) }),
        defaults: { text: '' },
        submit: ({ text }) => onSubmit(text),
    });
    const words = kind === 'resolve' ? { title: t('incidents.resolve'), label: t('incidents.resolution') } : { title: t('incidents.reopen'), label: t('incidents.reason') };
    return (
        <FormModal title={words.title} submitLabel={words.title} busy={form.formState.isSubmitting} problem={problem} others={others} onSubmit={submit} onClose={onClose}>
            <Textarea data-autofocus rows={5} label={words.label} {...field('text')} />
        </FormModal>
    );
}
