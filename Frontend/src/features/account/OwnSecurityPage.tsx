import { OverviewPage } from '@monozu/ui';
import { SecurityFactors } from '@monozu/ui/factor/SecurityFactors';
import { useTranslation } from 'react-i18next';
import { ownFactors } from './factors';

/** How the signed-in person proves who they are. */
export function OwnSecurityPage() {
    const { t } = useTranslation();
    return (
        <OverviewPage title={t('nav.ownSecurity')}>
            <SecurityFactors api={ownFactors} />
        </OverviewPage>
    );
}
