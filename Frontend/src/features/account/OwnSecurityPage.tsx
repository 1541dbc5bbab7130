import { OverviewPage } from '@monozu/ui';
import { SecurityFactors } from '@monozu/ui/factor/SecurityFactors';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me';
import { ownFactors } from './factors';
import { ManagedNote } from './ManagedNote';

/** How the signed-in person proves who they are. */
export function OwnSecurityPage() {
    const { t } = useTranslation();
    const { me } = useMe();
    return (
        <OverviewPage title={t('nav.ownSecurity')}>
            {me.managed_by === null ? <SecurityFactors api={ownFactors} /> : <ManagedNote name={me.managed_by.name} />}
        </OverviewPage>
    );
}
