import { NativeSelect, TextInput } from '@mantine/core';
import { FormModal, useDraftForm } from '@monozu/ui/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { ApiKey, ServiceAccount } from '../../app/types';
import { apiKeyCreate, apiKeyRotate } from './api';
import { RightsPicker } from './RightsPicker';

const dayMs = 24 * 3600 * 1000;
const lives = [7, 30, 90, 180, 365] as const;
const usualLife = '90';
const overlapHours = [0, 1, 24, 72, 168] as const;
const usualOverlap = '24';
const longestName = 100;

// A minute less than whole days, so that the longest choice stays within the server's limit while the request is under way.
const inDays = (days: string) => new Date(Date.now() + Number(days) * dayMs - 60_000).toISOString();

function useLives() {
    const { t } = useTranslation();
    return lives.map((days) => ({ value: String(days), label: t('apiKeys.days', { count: days }) }));
}

export function KeyForm({ accounts, onClose, onMade }: { accounts: readonly ServiceAccount[]; onClose: () => void; onMade: (key: string) => void }) {
    const { t } = useTranslation();
    const usable = accounts.filter((account) => account.active);
    const { form, field, onSubmit, problem, others } = useDraftForm<{ service_account_id: string; name: string; days: string; scopes: string[] }>({
        draft: null,
        schema: z.object({
            service_account_id: z.string().min(1, t('apiKeys.noAccount')),
            name: z.string().trim().min(1, t('form.required')).max(longestName),
            days: z.string(),
            scopes: z.array(z.string()).min(1, t('rights.pickOne')),
        }),
        defaults: { service_account_id: usable[0]?.id ?? '', name: '', days: usualLife, scopes: [] },
        submit: async ({ days, ...values }, key) => {
            const made = await apiKeyCreate({ ...values, expires_at: inDays(days) }, key);
            onMade(made.key);
        },
    });
    const account = usable.find(({ id }) => id === form.watch('service_account_id'));
    const among = account?.permissions ?? [];
    return (
        <FormModal title={t('apiKeys.create')} submitLabel={t('apiKeys.create')} busy={form.formState.isSubmitting} problem={problem} others={others} onSubmit={onSubmit} onClose={onClose}>
            <NativeSelect
                label={t('apiKeys.account')}
                data={usable.map(({ id, name }) => ({ value: id, label: name }))}
                {...field('service_account_id')}
                onChange={(event) => {
                    form.setValue('service_account_id', event.currentTarget.value);
                    form.setValue('scopes', []);
                }}
            />
            <TextInput data-autofocus autoComplete="off" label={t('apiKeys.name')} description={t('apiKeys.nameHelp')} {...field('name')} />
            <NativeSelect label={t('apiKeys.expires')} data={useLives()} {...field('days')} />
            <RightsPicker
                label={t('apiKeys.scopes')}
                among={among}
                value={form.watch('scopes')}
                error={form.formState.errors.scopes?.message}
                onChange={(scopes) => form.setValue('scopes', scopes, { shouldValidate: form.formState.isSubmitted })}
            />
        </FormModal>
    );
}

export function RotateForm({ item, onClose, onMade }: { item: ApiKey; onClose: () => void; onMade: (key: string) => void }) {
    const { t } = useTranslation();
    const { form, field, onSubmit, problem, others } = useDraftForm<{ days: string; hours: string }>({
        draft: null,
        schema: z.object({ days: z.string(), hours: z.string() }),
        defaults: { days: usualLife, hours: usualOverlap },
        submit: async ({ days, hours }, key) => {
            const made = await apiKeyRotate(item.id, { expires_at: inDays(days), overlap_seconds: Number(hours) * 3600 }, key);
            onMade(made.key);
        },
    });
    const overlaps = overlapHours.map((hours) => ({ value: String(hours), label: hours === 0 ? t('apiKeys.atOnce') : t('apiKeys.hours', { count: hours }) }));
    return (
        <FormModal title={t('apiKeys.rotateNamed', { name: item.name })} submitLabel={t('apiKeys.rotate')} busy={form.formState.isSubmitting} problem={problem} others={others} onSubmit={onSubmit} onClose={onClose}>
            <p>{t('apiKeys.rotateBody')}</p>
            <NativeSelect data-autofocus label={t('apiKeys.expires')} data={useLives()} {...field('days')} />
            <NativeSelect label={t('apiKeys.overlap')} description={t('apiKeys.overlapHelp')} data={overlaps} {...field('hours')} />
        </FormModal>
    );
}
