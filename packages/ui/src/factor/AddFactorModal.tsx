import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AddPasskey, AddTotp } from './AddFactor';
import type { FactorOffer, NewFactor } from './types';

export default function AddFactorModal({ factor, offer, onAdd, onClose }: { factor: 'passkey' | 'totp'; offer: FactorOffer; onAdd: (factor: NewFactor) => Promise<void>; onClose: () => void }) {
    const { t } = useTranslation();
    return (
        <Modal opened onClose={onClose} title={factor === 'passkey' ? t('factor.addPasskey') : t('factor.addTotp')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
            {factor === 'passkey' ? <AddPasskey offer={offer} onAdd={onAdd} /> : <AddTotp offer={offer} onAdd={onAdd} />}
        </Modal>
    );
}
