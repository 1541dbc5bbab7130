import { TextInput } from '@mantine/core';
import { FormModal, useDraftForm } from '@monozu/ui/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { tenantCreate } from './api';

export default function CreateTenant({ onClose, onMade }: { onClose: () => void; onMade: (ownerSetupUrl: string) => void }) {
    const { t } = useTranslation();
    const { form, field, onSubmit, problem, others } = useDraftForm<{ name: string; owner_email: string }>({
        draft: 'tenant',
        schema: z.object({
            name: z.string().trim().min(1, t('form.required')).max(200),
            owner_email: z.string().trim().regex(/^[^@\s]+@[^@\s]+\.[^@\s]+$/, t('form.email')).max(254),
        }),
        defaults: { name: '', owner_email: '' },
        submit: async (values, key) => {
            const created = await tenantCreate(values, key);
            onMade(created.owner_setup_url);
        },
    });
    return (
        <FormModal title={t('tenants.create')} submitLabel={t('tenants.create')} busy={form.formState.isSubmitting} problem={problem} others={others} onSubmit={onSubmit} onClose={onClose}>
            <TextInput data-autofocus autoComplete="off" label={t('tenants.name')} {...field('name')} />
            <TextInput type="email" autoComplete="off" label={t('tenants.owner')} description={t('tenants.ownerHelp')} {...field('owner_email')} />
        </FormModal>
    );
}
