import { NativeSelect, TextInput } from '@mantine/core';
import { FormModal, useDraftForm } from '@monozu/ui/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Operator, Role } from '../../app/api';
import { operatorCreate, operatorUpdate, roles } from './api';

interface Link {
    name: string;
    url: string;
}

function useRoleOptions() {
    const { t } = useTranslation();
    return roles.map((value) => ({ value, label: t(`operators.roles.${value}`) }));
}

/** A new operator. There is no mail here, so what comes back is a link to hand over. */
export function CreateOperator({ onClose, onMade }: { onClose: () => void; onMade: (link: Link) => void }) {
    const { t } = useTranslation();
    const options = useRoleOptions();
    const { form, field, onSubmit, problem, others } = useDraftForm<{ email: string; display_name: string; role: Role }>({
        draft: 'operator',
        schema: z.object({
            email: z.string().trim().regex(/^[^@\s]+@[^@\s]+\.[^@\s]+$/, t('form.email')).max(254),
            display_name: z.string().trim().min(1, t('form.required')).max(200),
            role: z.enum(['viewer', 'operator', 'owner']),
        }),
        defaults: { email: '', display_name: '', role: 'viewer' },
        submit: async (values, key) => {
            const made = await operatorCreate(values, key);
            onMade({ name: made.account.display_name, url: made.setup_url });
        },
    });
    return (
        <FormModal title={t('operators.create')} submitLabel={t('operators.create')} busy={form.formState.isSubmitting} problem={problem} others={others} onSubmit={onSubmit} onClose={onClose}>
            <TextInput data-autofocus type="email" autoComplete="off" label={t('operators.email')} {...field('email')} />
            <TextInput autoComplete="off" label={t('operators.name')} {...field('display_name')} />
            <NativeSelect label={t('operators.role')} description={t('operators.roleHelp')} data={options} {...field('role')} />
            <p>{t('operators.noMail')}</p>
        </FormModal>
    );
}

export function EditOperator({ operator, onClose, onDone }: { operator: Operator; onClose: () => void; onDone: () => Promise<void> }) {
    const { t } = useTranslation();
    const options = useRoleOptions();
    const { form, field, onSubmit, problem, others } = useDraftForm<{ display_name: string; role: Role }>({
        draft: null,
        schema: z.object({ display_name: z.string().trim().min(1, t('form.required')).max(200), role: z.enum(['viewer', 'operator', 'owner']) }),
        defaults: { display_name: operator.display_name, role: operator.role },
        submit: async (values) => {
            await operatorUpdate(operator, values);
            await onDone();
            onClose();
        },
    });
    return (
        <FormModal title={operator.email} submitLabel={t('ui.save')} busy={form.formState.isSubmitting} problem={problem} others={others} onSubmit={onSubmit} onClose={onClose}>
            <TextInput data-autofocus autoComplete="off" label={t('operators.name')} {...field('display_name')} />
            <NativeSelect label={t('operators.role')} description={t('operators.roleHelp')} data={options} {...field('role')} />
        </FormModal>
    );
}
