import { AppLink, type Language } from '@monozu/ui';
import { LoginScreen } from '@monozu/ui/entry';
import { isFactorProblem } from '@monozu/ui/factor/asking';
import { useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../../app/api';
import { product } from '../../app/config';
import { switchLanguage } from '../../app/i18n';
import { paths } from '../../app/paths';
import { PasskeyLogin } from './PasskeyLogin';
import '../../app/entryWords';

const FactorPage = lazy(() => import('@monozu/ui/factor/FactorPage'));
const SsoRequired = lazy(() => import('./SsoRequired'));

export function LoginPage() {
    const { t, i18n } = useTranslation();
    const router = useRouter();
    const [next] = useState(() => (router.state.location.search as Record<string, string>).next);
    const frame = { product, onLanguage: (language: Language) => void switchLanguage(i18n, language) };
    return (
        <LoginScreen
            {...frame}
            session={session}
            forgot={{ href: paths.forgot(), label: t('entry:forgot.link') }}
            others={
                <>
                    <PasskeyLogin />
                    <AppLink href={paths.sso(next)}>{t('entry:sso.link')}</AppLink>
                </>
            }
            rest={(problem, onAgain) =>
                problem.type === 'sso-required' ? (
                    <Suspense>
                        <SsoRequired frame={frame} problem={problem} next={next} onAgain={onAgain} />
                    </Suspense>
                ) : isFactorProblem(problem) ? (
                    <Suspense>
                        <FactorPage session={session} frame={frame} problem={problem} onAgain={onAgain} />
                    </Suspense>
                ) : null
            }
        />
    );
}
