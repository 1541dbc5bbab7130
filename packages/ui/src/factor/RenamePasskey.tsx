import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormModal } from '../form/FormModal';
import { useDraftForm } from '../form/useDraftForm';
import type { Passkey } from './types';

export default function RenamePasskey({ passkey, rename, onDone, onClose }: { passkey: Passkey; rename: (id: string, name: string) => Promise<unknown>; onDone: () => Promise<void>; onClose: () => void }) {
    const { t } = useTranslation();
    const { form, field, onSubmit, problem, others } = useDraftForm<{ name: string }>({
        draft: null,
        schema: z.object({ name: z.string().trim().min(1, t('form.required')).max(100) }),
        defaults: { name: passkey.name },
        submit: async ({ name }) => {
            await rename(passkey.id, name);
            await onDone();
            onClose();
        },
    });
    return (
        <FormModal title={t('factor.renameNamed', { name: passkey.name })} submitLabel={t('ui.save')} busy={form.formState.isSubmitting} problem={problem} others={others} onSubmit={onSubmit} onClose={onClose}>
            <TextInput data-autofocus label={t('factor.passkeyName')} {...field('name')} />
        </FormModal>
    );
}
