import { NativeSelect, TextInput } from '@mantine/core';
import { languageNames, languages, type Language } from '@monozu/ui';
import { FormModal, useDraftForm } from '@monozu/ui/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useMe } from '../../app/me';
import { useRoleChoices } from '../../app/roleChoices';
import { chosenRole, valueOfRole } from '../../app/roleValue';
import type { User } from '../../app/types';
import { linkOf, userCreate, userUpdate, type InvitationLink } from './api';

const email = (message: string) => z.string().trim().regex(/^[^@\s]+@[^@\s]+\.[^@\s]+$/, message).max(254);

export function CreateUser({ onClose, onMade }: { onClose: () => void; onMade: (link: InvitationLink) => void }) {
    const { t, i18n } = useTranslation();
    const options = useRoleChoices();
    const { form, field, onSubmit, problem, others } = useDraftForm<{ email: string; display_name: string; role: string; language: Language }>({
        draft: 'user',
        schema: z.object({ email: email(t('form.email')), display_name: z.string().trim().min(1, t('form.required')).max(100), role: z.string(), language: z.enum(['pl', 'en']) }),
        defaults: { email: '', display_name: '', role: 'agent', language: i18n.language === 'pl' ? 'pl' : 'en' },
        submit: async (values, key) => {
            onMade(linkOf(await userCreate({ ...values, ...chosenRole(values.role) }, key)));
        },
    });
    return (
        <FormModal title={t('users.create')} submitLabel={t('users.create')} busy={form.formState.isSubmitting} problem={problem} others={others} onSubmit={onSubmit} onClose={onClose}>
            <TextInput data-autofocus type="email" autoComplete="off" label={t('users.email')} {...field('email')} />
            <TextInput autoComplete="off" label={t('users.name')} {...field('display_name')} />
            <NativeSelect label={t('users.role')} data={options} {...field('role')} />
            <NativeSelect label={t('users.language')} description={t('users.languageHint')} data={languages.map((value) => ({ value, label: languageNames[value] }))} {...field('language')} />
        </FormModal>
    );
}

export function EditUser({ user, onClose, onDone }: { user: User; onClose: () => void; onDone: () => void }) {
    const { t } = useTranslation();
    const { me } = useMe();
    const before = valueOfRole(user);
    const options = useRoleChoices(before);
    const { form, field, onSubmit, problem, others } = useDraftForm<{ display_name: string; role: string }>({
        draft: null,
        schema: z.object({ display_name: z.string().trim().min(1, t('form.required')).max(100), role: z.string() }),
        defaults: { display_name: user.display_name, role: before },
        submit: async (values) => {
            const changed = {
                ...(values.display_name === user.display_name ? {} : { display_name: values.display_name }),
                ...(values.role === before ? {} : chosenRole(values.role)),
            };
            if (Object.keys(changed).length > 0) {
                await userUpdate(user, changed);
            }
            onDone();
        },
    });
    return (
        <FormModal title={t('users.editNamed', { name: user.display_name })} submitLabel={t('ui.save')} busy={form.formState.isSubmitting} problem={problem} others={others} onSubmit={onSubmit} onClose={onClose}>
            <TextInput data-autofocus label={t('users.name')} {...field('display_name')} />
            <NativeSelect label={t('users.role')} data={options} disabled={user.id === me.id} description={user.id === me.id ? t('users.ownRole') : undefined} {...field('role')} />
        </FormModal>
    );
}
