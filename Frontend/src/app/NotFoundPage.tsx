import { AppLink, NotFoundState } from '@monozu/ui';
import { useTranslation } from 'react-i18next';
import { paths } from './paths';

export function NotFoundPage() {
    const { t } = useTranslation();
    return <NotFoundState whole action={<AppLink href={paths.overview()}>{t('nav.overview')}</AppLink>} />;
}
