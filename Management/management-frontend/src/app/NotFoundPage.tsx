import { AppLink, NotFoundState } from '@monozu/ui';
import { useTranslation } from 'react-i18next';
import { paths } from './paths';

export function NotFoundPage() {
    const { t } = useTranslation();
    return <NotFoundState whole action={<AppLink href={paths.tenants()}>{t('nav.tenants')}</AppLink>} />;
}
