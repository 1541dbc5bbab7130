import type { Language } from '@monozu/ui';
import { LoginScreen } from '@monozu/ui/entry';
import { isFactorProblem } from '@monozu/ui/factor/asking';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../../app/api';
import { product } from '../../app/config';
import { switchLanguage } from '../../app/i18n';
import { ProviderButton } from './ProviderButton';

const FactorPage = lazy(() => import('@monozu/ui/factor/FactorPage'));

export function LoginPage() {
    const { i18n } = useTranslation();
    const frame = { product, onLanguage: (language: Language) => void switchLanguage(i18n, language) };
    return (
        <LoginScreen
            {...frame}
            session={session}
            others={<ProviderButton />}
            rest={(problem, onAgain) =>
                isFactorProblem(problem) ? (
                    <Suspense>
                        <FactorPage session={session} frame={frame} problem={problem} onAgain={onAgain} />
                    </Suspense>
                ) : null
            }
        />
    );
}
