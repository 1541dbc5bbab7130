import { NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core';
import { FormModal, useDraftForm } from '@monozu/ui/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Addresses } from './Addresses';
import { connectionCreate, ssoQuery, type Overview } from './api';
import { readDomains } from './domains';

interface Values {
    kind: 'entra' | 'oidc';
    name: string;
    directory_id: string;
    issuer: string;
    client_id: string;
    client_secret: string;
    domains: string;
}

/** A provider to trust: the least that is needed to try it out; who joins and as what is said afterwards. */
export default function CreateConnection({ overview, onClose, onMade }: { overview: Overview; onClose: () => void; onMade: (id: string) => void }) {
    const { t } = useTranslation();
    const queries = useQueryClient();
    const needed = t('form.required');
    const schema = z
        .object({ kind: z.enum(['entra', 'oidc']), name: z.string().trim().min(1, needed).max(100), directory_id: z.string().trim(), issuer: z.string().trim(), client_id: z.string().trim(), client_secret: z.string().trim(), domains: z.string().refine((text) => readDomains(text).length > 0, needed) })
        .superRefine((values, context) => {
            const fields = values.kind === 'entra' ? (['directory_id'] as const) : (['issuer', 'client_id', 'client_secret'] as const);
            for (const name of fields.filter((one) => values[one] === '')) {
                context.addIssue({ code: 'custom', path: [name], message: needed });
            }
        });
    const { form, field, onSubmit, problem, others } = useDraftForm<Values>({
        draft: null,
        schema,
        defaults: { kind: overview.entra ? 'entra' : 'oidc', name: '', directory_id: '', issuer: '', client_id: '', client_secret: '', domains: '' },
        submit: async ({ kind, name, domains, directory_id, issuer, client_id, client_secret }, key) => {
            const where = kind === 'entra' ? { directory_id } : { issuer, client_id, client_secret };
            const made = await connectionCreate({ kind, name, domains: readDomains(domains), ...where }, key);
            await queries.invalidateQueries({ queryKey: ssoQuery.queryKey });
            onMade(made.id);
        },
    });
    const entra = form.watch('kind') === 'entra';
    return (
        <FormModal title={t('sso:create')} submitLabel={t('sso:create')} busy={form.formState.isSubmitting} problem={problem} others={others} onSubmit={onSubmit} onClose={onClose}>
            {overview.entra && (
                <NativeSelect
                    label={t('sso:kind')}
                    data={[
                        { value: 'entra', label: t('sso:kinds.entra') },
                        { value: 'oidc', label: t('sso:kinds.oidc') },
                    ]}
                    {...field('kind')}
                />
            )}
            <TextInput data-autofocus label={t('sso:name')} description={t('sso:nameHelp')} {...field('name')} />
            {entra ? (
                <TextInput label={t('sso:directory')} description={t('sso:directoryHelp')} {...field('directory_id')} />
            ) : (
                <>
                    <TextInput type="url" label={t('sso:issuer')} description={t('sso:issuerHelp')} {...field('issuer')} />
                    <TextInput autoComplete="off" label={t('sso:clientId')} {...field('client_id')} />
                    <PasswordInput autoComplete="off" label={t('sso:secret')} visibilityToggleButtonProps={{ 'aria-label': t('ui.login.showPassword') }} {...field('client_secret')} />
                </>
            )}
            <Textarea label={t('sso:domains')} description={t('sso:domainsHelp')} rows={2} {...field('domains')} />
            {!entra && <Addresses redirect={overview.redirect_uri} logOut={overview.log_out_uri} />}
        </FormModal>
    );
}
