import { TextInput } from '@mantine/core';
import { FormModal, useDraftForm } from '@monozu/ui/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { webhookCreate, webhooksKey } from './api';

export default function CreateWebhook({ onClose, onMade }: { onClose: () => void; onMade: (made: { url: string; secret: string }) => void }) {
    const { t } = useTranslation();
    const queries = useQueryClient();
    const { form, field, onSubmit, problem, others } = useDraftForm<{ name: string }>({
        draft: 'alert-webhook',
        schema: z.object({ name: z.string().trim().min(1, t('form.required')).max(100) }),
        defaults: { name: '' },
        submit: async ({ name }, key) => {
            const made = await webhookCreate(name, key);
            await queries.invalidateQueries({ queryKey: webhooksKey });
            onClose();
            onMade(made);
        },
    });
    return (
        <FormModal title={t('webhooks.create')} submitLabel={t('webhooks.create')} busy={form.formState.isSubmitting} problem={problem} others={others} onSubmit={onSubmit} onClose={onClose}>
            <TextInput data-autofocus label={t('webhooks.name')} description={t('webhooks.nameHelp')} {...field('name')} />
        </FormModal>
    );
}
