import { asProblem } from '@monozu/api-client';
import type { CloudSchemas } from '@monozu/api-client/cloud';
import { AppLink, Skeleton, type Language } from '@monozu/ui';
import { EntryFrame, Notice, safeNext } from '@monozu/ui/entry';
import { isFactorProblem } from '@monozu/ui/factor/asking';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../../app/api';
import { product } from '../../app/config';
import { switchLanguage } from '../../app/i18n';
import { paths } from '../../app/paths';
import { useSsoText } from '../../app/sso/useSsoText';
import { takeWay, tellDone } from '../../app/sso/way';

const FactorPage = lazy(() => import('@monozu/ui/factor/FactorPage'));
const TrialResult = lazy(() => import('./TrialResult'));

type Trial = CloudSchemas['Trial'];

// Read once, when the provider has sent the browser here, and then taken out of the address: nobody finishes a sign-in twice.
const came = Object.fromEntries(new URLSearchParams(location.search)) as Partial<Record<'code' | 'state' | 'iss' | 'error' | 'error_description', string>>;
const way = takeWay(came.state ?? '');
history.replaceState(history.state, '', location.pathname);

async function finish(): Promise<Trial | null> {
    const callback = { code: came.code ?? '', state: came.state ?? '', ...(came.iss === undefined ? {} : { iss: came.iss }) };
    switch (way.purpose) {
        case 'test':
            return session.ask<Trial>('/api/v1/auth/sso/test', callback, true);
        case 'step-up':
            await session.stepUp(callback, 'sso/step-up/finish');
            tellDone(callback.state);
            window.close();
            return null;
        case 'sign-in':
            await session.prove('sso/finish', callback);
            return null;
    }
}

/** Where the organisation's sign-in service sends people back to. */
export function SsoCallbackPage() {
    const { t, i18n } = useTranslation();
    const text = useSsoText();
    const router = useRouter();
    const answered = came.error === undefined && came.code !== undefined;
    const { data, error } = useQuery({ queryKey: ['sso-callback'], queryFn: finish, enabled: answered, retry: false, staleTime: Infinity, gcTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false });
    const signedIn = data === null && way.purpose === 'sign-in';
    const signedInLater = error !== null && isFactorProblem(asProblem(error));

    useEffect(() => {
        const on = () => router.history.replace(safeNext(way.next));
        if (signedIn) {
            on();
        }
        return signedInLater ? session.subscribe(() => session.state === 'signed-in' && on()) : undefined;
    }, [signedIn, signedInLater, router]);

    const frame = { product, onLanguage: (language: Language) => void switchLanguage(i18n, language) };
    if (signedInLater) {
        return (
            <Suspense>
                <FactorPage session={session} frame={frame} problem={asProblem(error)} onAgain={() => router.history.replace(paths.sso(way.next))} />
            </Suspense>
        );
    }
    if (!answered || error !== null) {
        const number = /AADSTS\d{4,10}/.exec(came.error_description ?? '')?.[0];
        const back = way.purpose === 'test' ? { href: paths.ssoSettings(), label: t('entry:sso.toSettings') } : { href: paths.sso(way.next), label: t('entry:sso.again') };
        return (
            <EntryFrame {...frame} title={t('entry:sso.failedTitle')}>
                <Notice kind="bad">
                    <p>{error !== null ? text.ofProblem(asProblem(error)) : text.ofAnswer(came.error ?? '')}</p>
                    {number !== undefined && <p>{t('entry:sso.number', { number })}</p>}
                </Notice>
                {way.purpose === 'step-up' ? <p>{t('entry:sso.closeWindow')}</p> : <AppLink href={back.href}>{back.label}</AppLink>}
            </EntryFrame>
        );
    }
    if (data !== null && data !== undefined) {
        return (
            <Suspense>
                <TrialResult frame={frame} trial={data} />
            </Suspense>
        );
    }
    return (
        <EntryFrame {...frame} title={way.purpose === 'step-up' && data === null ? t('entry:sso.provedTitle') : t('entry:sso.finishing')}>
            {data === null ? <p>{t('entry:sso.closeWindow')}</p> : <Skeleton width={60} />}
        </EntryFrame>
    );
}
