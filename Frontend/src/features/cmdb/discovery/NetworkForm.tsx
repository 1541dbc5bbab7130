import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { FormModal, useDraftForm } from '@monozu/ui/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { networkCreate, networkQuery, networksKey, networkUpdate, scannersQuery, type Method, type Network } from './api';

const mostHours = 8760;
const longestName = 200;
const methods = ['hosts', 'services'] as const satisfies readonly Method[];

interface Values {
    device_id: string;
    network: string;
    name: string;
    method: Method;
    every_hours: string;
    enabled: boolean;
}

/** Lets an appliance look at a network, or changes how it does; the network itself and who looks stay what they are. */
export default function NetworkForm({ network, onClose }: { network: Network | null; onClose: () => void }) {
    const { t } = useTranslation();
    const queries = useQueryClient();
    const { data: devices } = useQuery({ ...scannersQuery, enabled: network === null });
    const { form, field, onSubmit, problem, others } = useDraftForm<Values>({
        draft: network === null ? 'discovery-network' : null,
        schema: z.object({
            device_id: z.string().min(1, t('form.required')),
            network: z.string().trim().min(1, t('form.required')),
            name: z.string().trim().max(longestName),
            method: z.enum(methods),
            every_hours: z.string().refine((text) => text === '' || (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= mostHours), t('discovery:badHours', { most: mostHours })),
            enabled: z.boolean(),
        }),
        defaults: {
            device_id: network?.device_id ?? '',
            network: network?.network ?? '',
            name: network?.name ?? '',
            method: network?.method ?? 'hosts',
            every_hours: network === null ? '24' : String(network.every_hours ?? ''),
            enabled: network?.enabled ?? true,
        },
        submit: async (values, key) => {
            const { method, enabled } = values;
            const hours = values.every_hours === '' ? null : Number(values.every_hours);
            if (network === null) {
                await networkCreate({ device_id: values.device_id, network: values.network.trim(), method, ...(values.name === '' ? {} : { name: values.name }), ...(hours === null ? {} : { every_hours: hours }) }, key);
            } else {
                const changed = await networkUpdate(network, { method, enabled, every_hours: hours, ...(values.name === '' ? {} : { name: values.name }) });
                queries.setQueryData(networkQuery(network.id).queryKey, changed);
            }
            await queries.invalidateQueries({ queryKey: networksKey });
            onClose();
        },
    });
    const usable = devices?.items.filter((device) => device.status !== 'revoked') ?? [];
    const title = network === null ? t('discovery:add') : t('discovery:editNamed', { name: network.name });
    return (
        <FormModal title={title} submitLabel={network === null ? t('discovery:add') : t('ui.save')} busy={form.formState.isSubmitting} problem={problem} others={others} onSubmit={onSubmit} onClose={onClose}>
            {network === null && (
                <>
                    <NativeSelect data-autofocus label={t('discovery:device')} description={t('discovery:deviceHelp')} data={[{ value: '', label: t('discovery:chooseDevice') }, ...usable.map(({ id, name }) => ({ value: id, label: name }))]} {...field('device_id')} />
                    <TextInput autoComplete="off" label={t('discovery:network')} description={t('discovery:networkHelp')} placeholder="192.168.1.0/24" {...field('network')} />
                </>
            )}
            <TextInput autoComplete="off" label={t('discovery:name')} description={t('discovery:nameHelp')} {...field('name')} />
            <NativeSelect label={t('discovery:method')} description={t('discovery:methodHelp')} data={methods.map((value) => ({ value, label: t(`discovery:methods.${value}`) }))} {...field('method')} />
            <TextInput inputMode="numeric" label={t('discovery:every')} description={t('discovery:everyHelp')} {...field('every_hours')} />
            {network !== null && <Checkbox label={t('discovery:enabled')} checked={form.watch('enabled')} onChange={(event) => form.setValue('enabled', event.currentTarget.checked)} />}
        </FormModal>
    );
}
