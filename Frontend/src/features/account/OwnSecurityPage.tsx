import { OverviewPage } from '@monozu/ui';
import { useTranslation } from 'react-i18next';
import { SecurityFactors } from './SecurityFactors';

/** How the signed-in person proves who they are. */
export function OwnSecurityPage() {
    const { t } = useTranslation();
    return (
        <OverviewPage title={t('nav.ownSecurity')}>
            <SecurityFactors />
        </OverviewPage>
    );
}
