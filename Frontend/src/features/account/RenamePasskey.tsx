import { TextInput } from '@mantine/core';
import type { CloudSchemas } from '@monozu/api-client/cloud';
import { FormModal, useDraftForm } from '@monozu/ui/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { passkeyRename } from './factors';

export default function RenamePasskey({ passkey, onDone, onClose }: { passkey: CloudSchemas['Passkey']; onDone: () => Promise<void>; onClose: () => void }) {
    const { t } = useTranslation();
    const { form, field, onSubmit, problem, others } = useDraftForm<{ name: string }>({
        draft: null,
        schema: z.object({ name: z.string().trim().min(1, t('form.required')).max(100) }),
        defaults: { name: passkey.name },
        submit: async ({ name }) => {
            await passkeyRename(passkey.id, name);
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
