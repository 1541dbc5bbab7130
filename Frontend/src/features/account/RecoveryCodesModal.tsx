import { OnceModal } from '@monozu/ui/form';
import { useTranslation } from 'react-i18next';
import { RecoveryCodes } from '../../app/factor/RecoveryCodes';

export default function RecoveryCodesModal({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
    const { t } = useTranslation();
    return (
        <OnceModal title={t('factor.codesTitle')} lead={t('factor.codesOnce')} onClose={onClose}>
            <RecoveryCodes codes={codes} />
        </OnceModal>
    );
}
