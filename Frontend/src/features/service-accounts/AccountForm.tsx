import { NativeSelect, TextInput } from '@mantine/core';
import { FormModal, useDraftForm } from '@monozu/ui/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useRoleChoices } from '../../app/roleChoices';
import { chosenRole, valueOfRole } from '../../app/roleValue';
import type { ServiceAccount } from '../../app/types';
import { accountCreate, accountUpdate, type AccountRights } from './api';
import { RightsPicker } from './RightsPicker';

const own = 'own';
const longest = { name: 100, purpose: 500 };

interface Values {
    name: string;
    purpose: string;
    role: string;
    permissions: string[];
}

/** A program's account: called so, for this, with a role or with rights picked one by one. */
export function AccountForm({ account, onClose, onDone }: { account: ServiceAccount | null; onClose: () => void; onDone: () => void }) {
    const { t } = useTranslation();
    const choices = useRoleChoices().filter((choice) => choice.value !== 'owner');
    const before: Values = {
        name: account?.name ?? '',
        purpose: account?.purpose ?? '',
        role: account === null || account.role === null ? own : valueOfRole({ role: account.role, role_id: account.role_id }),
        permissions: account?.role === null ? account.permissions : [],
    };
    const { form, field, onSubmit, problem, others } = useDraftForm<Values>({
        draft: null,
        schema: z
            .object({ name: z.string().trim().min(1, t('form.required')).max(longest.name), purpose: z.string().trim().max(longest.purpose), role: z.string(), permissions: z.array(z.string()) })
            .refine((values) => values.role !== own || values.permissions.length > 0, { path: ['permissions'], message: t('rights.pickOne') }),
        defaults: before,
        submit: async (values, key) => {
            const rights: AccountRights = values.role === own ? { permissions: values.permissions } : chosenRole(values.role);
            const { name, purpose } = values;
            if (account === null) {
                await accountCreate({ name, purpose, ...rights }, key);
            } else {
                const same = values.role === before.role && values.permissions.join() === before.permissions.join();
                await accountUpdate(account, { name, purpose, ...(same ? {} : rights) });
            }
            onDone();
        },
    });
    const role = form.watch('role');
    const title = account === null ? t('accounts.create') : t('accounts.editNamed', { name: account.name });
    return (
        <FormModal title={title} submitLabel={account === null ? t('accounts.create') : t('ui.save')} busy={form.formState.isSubmitting} problem={problem} others={others} onSubmit={onSubmit} onClose={onClose}>
            <TextInput data-autofocus autoComplete="off" label={t('accounts.name')} description={t('accounts.nameHelp')} {...field('name')} />
            <TextInput autoComplete="off" label={t('accounts.purpose')} description={t('accounts.purposeHelp')} {...field('purpose')} />
            <NativeSelect label={t('accounts.rights')} data={[{ value: own, label: t('accounts.ownRights') }, ...choices]} {...field('role')} />
            {role === own && (
                <RightsPicker
                    label={t('accounts.ownRights')}
                    value={form.watch('permissions')}
                    error={form.formState.errors.permissions?.message}
                    onChange={(rights) => form.setValue('permissions', rights, { shouldValidate: form.formState.isSubmitted })}
                />
            )}
        </FormModal>
    );
}
