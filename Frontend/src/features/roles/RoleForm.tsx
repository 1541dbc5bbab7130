import { NativeSelect, TextInput } from '@mantine/core';
import { FormModal, useDraftForm } from '@monozu/ui/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useMe } from '../../app/me';
import { useRightWords } from '../../app/rights';
import type { RoleView } from '../../app/types';
import { roleCreate, roleUpdate } from './api';
import { keyOf } from './matrix';

export interface RoleFormProps {
    roles: readonly RoleView[];
    /** The role to rename; null for a new one. */
    role: RoleView | null;
    from: RoleView | null;
    onClose: () => void;
    onDone: () => void;
}

const nothing = '';
const longest = { name: 100, description: 500 };

/** A new role begins as a copy of another, without what whoever makes it lacks; the rest is ticked in the matrix. */
export function RoleForm({ roles, role, from, onClose, onDone }: RoleFormProps) {
    const { t } = useTranslation();
    const { me } = useMe();
    const words = useRightWords();
    const title = role === null ? t('rights.create') : t('rights.editNamed', { name: role.name });
    const { form, field, onSubmit, problem, others } = useDraftForm<{ name: string; description: string; from: string }>({
        draft: null,
        schema: z.object({ name: z.string().trim().min(1, t('form.required')).max(longest.name), description: z.string().trim().max(longest.description), from: z.string() }),
        defaults: { name: role?.name ?? '', description: role?.description ?? from?.description ?? '', from: from === null ? nothing : keyOf(from) },
        submit: async (values, key) => {
            const { name, description } = values;
            if (role !== null && role.id !== null) {
                await roleUpdate(role.id, role.version, { name, description });
            } else {
                const model = roles.find((other) => keyOf(other) === values.from);
                await roleCreate({ name, description, permissions: (model?.permissions ?? []).filter((right) => me.permissions.includes(right)) }, key);
            }
            onDone();
        },
    });
    const models = [{ value: nothing, label: t('rights.fromNothing') }, ...roles.map((other) => ({ value: keyOf(other), label: words.role(other.role, other.name) }))];
    return (
        <FormModal title={title} submitLabel={role === null ? t('rights.create') : t('ui.save')} busy={form.formState.isSubmitting} problem={problem} others={others} onSubmit={onSubmit} onClose={onClose}>
            <TextInput data-autofocus autoComplete="off" label={t('rights.name')} {...field('name')} />
            <TextInput autoComplete="off" label={t('rights.description')} description={t('rights.descriptionHelp')} {...field('description')} />
            {role === null && <NativeSelect label={t('rights.from')} description={t('rights.fromHelp')} data={models} {...field('from')} />}
        </FormModal>
    );
}
