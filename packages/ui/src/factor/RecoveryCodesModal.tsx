import { useTranslation } from 'react-i18next';
import { OnceModal } from '../form/OnceModal';
import { RecoveryCodes } from './RecoveryCodes';

export default function RecoveryCodesModal({ product, codes, onClose }: { product: string; codes: readonly string[]; onClose: () => void }) {
    const { t } = useTranslation();
    return (
        <OnceModal title={t('factor.codesTitle')} lead={t('factor.codesOnce')} onClose={onClose}>
            <RecoveryCodes product={product} codes={codes} />
        </OnceModal>
    );
}
