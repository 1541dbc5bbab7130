import { Button, NativeSelect, TextInput } from '@mantine/core';
import { languageNames, languages, toast } from '@monozu/ui';
import { FormProblem, useDraftForm } from '@monozu/ui/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { switchLanguage } from '../../app/i18n';
import { meQuery, useMe } from '../../app/me';
import classes from './account.module.css';
import { meUpdate } from './api';
import '../../app/administrationWords';

export function ProfileForm() {
    const { t, i18n } = useTranslation();
    const { me } = useMe();
    const queries = useQueryClient();
    const { form, field, onSubmit, problem, others } = useDraftForm<{ display_name: string; language: 'pl' | 'en' }>({
        draft: null,
        schema: z.object({ display_name: z.string().trim().min(1, t('form.required')).max(200), language: z.enum(['pl', 'en']) }),
        defaults: { display_name: me.display_name, language: me.language ?? (i18n.language === 'pl' ? 'pl' : 'en') },
        submit: async (values) => {
            queries.setQueryData(meQuery.queryKey, await meUpdate(values));
            await switchLanguage(i18n, values.language);
            toast('done', i18n.t('account.saved'));
        },
    });
    return (
        <form noValidate className={classes.form} onSubmit={onSubmit}>
            <FormProblem problem={problem} others={others} />
            <TextInput autoComplete="name" label={t('users.name')} description={t('account.nameHint', { name: me.tenant_name })} {...field('display_name')} />
            <NativeSelect label={t('account.language')} description={t('account.languageHint')} data={languages.map((value) => ({ value, label: languageNames[value] }))} {...field('language')} />
            <div>
                <Button type="submit" loading={form.formState.isSubmitting}>
                    {t('ui.save')}
                </Button>
            </div>
        </form>
    );
}
