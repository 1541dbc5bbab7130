import { lazy } from 'react';
import { useTranslation } from 'react-i18next';

const OnceModal = lazy(async () => ({ default: (await import('@monozu/ui/form')).OnceModal }));
const SecretOnce = lazy(async () => ({ default: (await import('@monozu/ui/form')).SecretOnce }));

/** The owner's one-time link: only its hash is kept, so it is shown this once. */
export function OwnerLink({ url, onClose }: { url: string; onClose: () => void }) {
    const { t } = useTranslation();
    return (
        <OnceModal title={t('tenants.linkTitle')} lead={t('tenants.linkLead')} onClose={onClose}>
            <SecretOnce label={t('tenants.link')} value={url} />
        </OnceModal>
    );
}
