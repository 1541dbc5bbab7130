import { Button, NativeSelect, TextInput } from '@mantine/core';
import { asProblem } from '@monozu/api-client';
import { languageNames, languages, OverviewPage, ProblemState, problemText, Skeleton, toast } from '@monozu/ui';
import { FormProblem, useDraftForm } from '@monozu/ui/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ConfirmModal } from '../../app/dialogs';
import { switchLanguage } from '../../app/i18n';
import { meQuery, useMe } from '../../app/me';
import { SessionList } from '../../app/SessionList';
import type { OpenSession } from '../../app/types';
import classes from './account.module.css';
import { meUpdate, ownSessionsQuery, sessionEnd, sessionsEndOthers } from './api';
import { PasswordForm } from './PasswordForm';

/** One's own name, language, password and sessions. */
export function AccountPage() {
    const { t } = useTranslation();
    const { me } = useMe();
    return (
        <OverviewPage title={t('nav.account')}>
            <div className={classes.account}>
                <section aria-labelledby="profile">
                    <h2 id="profile">{t('account.profile')}</h2>
                    <p className={classes.quiet}>{me.email}</p>
                    <Profile />
                </section>
                <section aria-labelledby="password">
                    <h2 id="password">{t('account.password')}</h2>
                    <PasswordForm />
                </section>
                <section aria-labelledby="sessions">
                    <h2 id="sessions">{t('sessions.title')}</h2>
                    <Sessions />
                </section>
            </div>
        </OverviewPage>
    );
}

function Profile() {
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
            toast('done', t('account.saved'));
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

function Sessions() {
    const { t } = useTranslation();
    const queries = useQueryClient();
    const { data, error, refetch } = useQuery(ownSessionsQuery);
    const [asked, setAsked] = useState<OpenSession | 'others' | null>(null);
    if (data === undefined) {
        return error === null ? <Skeleton width={40} /> : <ProblemState problem={asProblem(error)} onRetry={() => void refetch()} />;
    }
    const end = async (what: OpenSession | 'others') => {
        try {
            await (what === 'others' ? sessionsEndOthers() : sessionEnd(what.id));
            toast('done', t('sessions.ended'));
        } catch (failure) {
            toast('failed', t('sessions.endFailed'), { detail: problemText(asProblem(failure), t('ui.state.errorBody')) });
        }
        await queries.invalidateQueries({ queryKey: ownSessionsQuery.queryKey });
    };
    return (
        <>
            <p className={classes.quiet}>{t('sessions.lead')}</p>
            <SessionList sessions={data.items} tenants onEnd={setAsked} />
            {data.items.length > 1 && (
                <div>
                    <Button variant="default" onClick={() => setAsked('others')}>
                        {t('sessions.endOthers')}
                    </Button>
                </div>
            )}
            <Suspense>
                {asked !== null && (
                    <ConfirmModal
                        title={asked === 'others' ? t('sessions.endOthers') : t('sessions.end')}
                        body={t('sessions.endBody')}
                        label={asked === 'others' ? t('sessions.endOthers') : t('sessions.end')}
                        onClose={() => setAsked(null)}
                        onConfirm={() => end(asked)}
                    />
                )}
            </Suspense>
        </>
    );
}
