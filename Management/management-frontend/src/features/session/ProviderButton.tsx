import { Button } from '@mantine/core';
import { answer, asProblem, type ApiProblem } from '@monozu/api-client';
import { LoginProblem, safeNext } from '@monozu/ui/entry';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { publicApi } from '../../app/api';
import { signInAtProvider } from './provider';

/** The organisation's own sign-in, where one is configured. */
export function ProviderButton() {
    const { t } = useTranslation();
    const router = useRouter();
    const [next] = useState(() => (router.state.location.search as Record<string, string>).next);
    const [busy, setBusy] = useState(false);
    const [problem, setProblem] = useState<ApiProblem | null>(null);
    const { data: ways } = useQuery({ queryKey: ['sign-in-ways'], queryFn: ({ signal }) => answer(publicApi.GET('/api/v1/auth/ways', { signal })), staleTime: Infinity });
    if (ways?.provider !== true) {
        return null;
    }
    const go = () => {
        setBusy(true);
        setProblem(null);
        signInAtProvider(safeNext(next)).catch((error: unknown) => {
            setProblem(asProblem(error));
            setBusy(false);
        });
    };
    return (
        <>
            <LoginProblem problem={problem} />
            <Button size="sm" fullWidth variant="default" loading={busy} onClick={go}>
                {t('provider.signIn')}
            </Button>
            {!ways.password && <p>{t('provider.breakGlass')}</p>}
        </>
    );
}
