import { Checkbox, TextInput } from '@mantine/core';
import { FormModal, useDraftForm } from '@monozu/ui/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Feature, Tenant } from '../../app/api';
import { features, licenseActivate, limits } from './api';
import { endOf, inOneYear, lastDay } from './validity';

interface Values {
    plan: string;
    valid_until: string;
    devices: string;
    users: string;
    features: Feature[];
}

/** What the tenant has bought. An empty limit means that there is none; limits that this form does not know stay as they are. */
export default function LicenceForm({ tenant, onClose, onDone }: { tenant: Tenant; onClose: () => void; onDone: () => void }) {
    const { t } = useTranslation();
    const { license } = tenant;
    const count = z.string().regex(/^\d{0,9}$/, t('licence.wholeNumber'));
    const { form, field, onSubmit, problem, others } = useDraftForm<Values>({
        draft: null,
        schema: z.object({ plan: z.string().trim().min(1, t('form.required')).max(50), valid_until: z.iso.date(t('form.required')), devices: count, users: count, features: z.array(z.enum(features)) }),
        defaults: {
            plan: license?.plan ?? '',
            valid_until: license === null ? inOneYear(new Date()) : lastDay(license.valid_until),
            devices: String(license?.limits.devices ?? ''),
            users: String(license?.limits.users ?? ''),
            features: license?.features ?? [...features],
        },
        submit: async (values) => {
            const kept = Object.entries(license?.limits ?? {}).filter(([name]) => !limits.some((known) => known === name));
            const named = limits.filter((name) => values[name] !== '').map((name) => [name, Number(values[name])] as const);
            await licenseActivate(tenant.id, { plan: values.plan, features: values.features, limits: Object.fromEntries([...kept, ...named]), valid_until: endOf(values.valid_until) });
            onDone();
        },
    });
    const chosen = form.watch('features');
    const label = license === null ? t('licence.activate') : t('licence.change');
    return (
        <FormModal title={label} submitLabel={label} busy={form.formState.isSubmitting} problem={problem} others={others} onSubmit={onSubmit} onClose={onClose}>
            <TextInput data-autofocus autoComplete="off" label={t('tenants.plan')} {...field('plan')} />
            <Checkbox.Group label={t('licence.modules')} value={chosen} onChange={(value) => form.setValue('features', value as Feature[])}>
                {features.map((name) => (
                    <Checkbox key={name} mt={10} value={name} label={t(`licence.names.${name}`)} />
                ))}
            </Checkbox.Group>
            <TextInput type="date" label={t('tenants.validUntil')} {...field('valid_until')} />
            {limits.map((name) => (
                <TextInput key={name} inputMode="numeric" autoComplete="off" label={t(`licence.limits.${name}`)} description={t('licence.noLimit')} {...field(name)} />
            ))}
        </FormModal>
    );
}
