import { asProblem } from '@monozu/api-client';
import { AppLink, NotFoundState, ProblemState } from '@monozu/ui';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from './paths';

/** Where a page could not be shown at all: a part of it failed to load, or failed to run. */
export function PageError({ error }: ErrorComponentProps) {
    return <ProblemState whole problem={asProblem(error)} onRetry={() => location.reload()} />;
}

export function NotFoundPage() {
    const { t } = useTranslation();
    return <NotFoundState whole action={<AppLink href={paths.overview()}>{t('nav.overview')}</AppLink>} />;
}
