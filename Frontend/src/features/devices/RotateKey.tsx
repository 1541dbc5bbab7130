import { NativeSelect, TextInput } from '@mantine/core';
import { FormModal, useDraftForm } from '@monozu/ui/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { ProvisioningKey } from '../../app/types';
import { keyRotate, keysKey } from './api';
import '../../app/administrationWords';

const isAhead = (at: string) => Date.parse(at) > Date.now();

const overlapHours = [0, 1, 24, 168, 720] as const;
const usualOverlap = '24';

/** A new key of the same name; machines that are being set up with the old one have a while to finish. */
export default function RotateKey({ item, onClose, onMade }: { item: ProvisioningKey; onClose: () => void; onMade: (key: string) => void }) {
    const { t } = useTranslation();
    const queries = useQueryClient();
    const { form, field, onSubmit, problem, others } = useDraftForm<{ expires_at: string; hours: string }>({
        draft: null,
        schema: z.object({ expires_at: z.string().refine((text) => text === '' || isAhead(text), t('keys.past')), hours: z.string() }),
        defaults: { expires_at: '', hours: usualOverlap },
        submit: async (values, key) => {
            const body = {
                overlap_seconds: Number(values.hours) * 3600,
                ...(item.max_uses === null ? {} : { max_uses: item.max_uses }),
                ...(values.expires_at === '' ? {} : { expires_at: new Date(values.expires_at).toISOString() }),
            };
            const made = await keyRotate(item.id, body, key);
            await queries.invalidateQueries({ queryKey: keysKey });
            onClose();
            onMade(made.key);
        },
    });
    const overlaps = overlapHours.map((hours) => ({ value: String(hours), label: hours === 0 ? t('apiKeys.atOnce') : t('apiKeys.hours', { count: hours }) }));
    return (
        <FormModal title={t('keys.rotateNamed', { name: item.name })} submitLabel={t('keys.rotate')} busy={form.formState.isSubmitting} problem={problem} others={others} onSubmit={onSubmit} onClose={onClose}>
            <p>{t('keys.rotateBody')}</p>
            <TextInput data-autofocus type="datetime-local" label={t('keys.expires')} description={t('keys.expiresHelp')} {...field('expires_at')} />
            <NativeSelect label={t('apiKeys.overlap')} data={overlaps} {...field('hours')} />
        </FormModal>
    );
}
