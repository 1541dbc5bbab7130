import { asProblem, type ApiProblem } from '@monozu/api-client';
import { AppLink, type Language } from '@monozu/ui';
import { EntryFrame, Notice, safeNext } from '@monozu/ui/entry';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { product } from '../../app/config';
import { switchLanguage } from '../../app/i18n';
import { paths } from '../../app/paths';
import { finishAtProvider } from './provider';

const known = ['no-role', 'operator-not-active', 'attempt-over', 'wrong-proof', 'oidc-sign-in-refused'];

function useWhy() {
    const { t } = useTranslation();
    return (problem: ApiProblem) => (known.includes(problem.type) ? t(`provider.why.${problem.type}`) : problem.offline ? t('ui.state.offlineBody') : `${t('provider.failed')} ${problem.detail}`);
}

/** Where the identity provider leads back to. */
export function ProviderPage() {
    const { t, i18n } = useTranslation();
    const router = useRouter();
    const why = useWhy();
    // Read once: the code works once, and leaves the address bar at once.
    const [search] = useState(() => location.search);
    useEffect(() => history.replaceState(history.state, '', location.pathname), []);
    const { data: next, error } = useQuery({ queryKey: ['provider', search], queryFn: () => finishAtProvider(search), retry: false, staleTime: Infinity, gcTime: Infinity });
    useEffect(() => {
        if (next !== undefined) {
            router.history.replace(safeNext(next));
        }
    }, [next, router]);
    return (
        <EntryFrame product={product} title={t('ui.login.title')} onLanguage={(language: Language) => void switchLanguage(i18n, language)}>
            {error === null ? (
                <p role="status">{t('provider.wait')}</p>
            ) : (
                <>
                    <Notice kind="bad">
                        <p>{why(asProblem(error))}</p>
                    </Notice>
                    <AppLink href={paths.login()}>{t('setup.toLogin')}</AppLink>
                </>
            )}
        </EntryFrame>
    );
}
