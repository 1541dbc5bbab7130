import { TextInput } from '@mantine/core';
import { FormModal, useDraftForm } from '@monozu/ui/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { keyCreate, keysKey } from './api';

const isAhead = (at: string) => Date.parse(at) > Date.now();

const mostUses = 100_000;

export default function CreateKey({ onClose, onMade }: { onClose: () => void; onMade: (key: string) => void }) {
    const { t } = useTranslation();
    const queries = useQueryClient();
    const { form, field, onSubmit, problem, others } = useDraftForm<{ name: string; max_uses: string; expires_at: string }>({
        draft: 'provisioning-key',
        schema: z.object({
            name: z.string().trim().min(1, t('form.required')).max(100),
            max_uses: z.string().refine((text) => text === '' || (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= mostUses), t('keys.badUses', { most: mostUses })),
            expires_at: z.string().refine((text) => text === '' || isAhead(text), t('keys.past')),
        }),
        defaults: { name: '', max_uses: '', expires_at: '' },
        submit: async (values, key) => {
            const body = {
                name: values.name,
                ...(values.max_uses === '' ? {} : { max_uses: Number(values.max_uses) }),
                ...(values.expires_at === '' ? {} : { expires_at: new Date(values.expires_at).toISOString() }),
            };
            const made = await keyCreate(body, key);
            await queries.invalidateQueries({ queryKey: keysKey });
            onClose();
            onMade(made.key);
        },
    });
    return (
        <FormModal title={t('keys.create')} submitLabel={t('keys.create')} busy={form.formState.isSubmitting} problem={problem} others={others} onSubmit={onSubmit} onClose={onClose}>
            <TextInput data-autofocus label={t('keys.name')} description={t('keys.nameHelp')} {...field('name')} />
            <TextInput label={t('keys.maxUses')} description={t('keys.maxUsesHelp')} inputMode="numeric" {...field('max_uses')} />
            <TextInput type="datetime-local" label={t('keys.expires')} description={t('keys.expiresHelp')} {...field('expires_at')} />
        </FormModal>
    );
}
