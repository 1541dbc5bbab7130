import { Button, Modal } from '@mantine/core';
import { useFormat } from '@monozu/ui';
import { useTranslation } from 'react-i18next';
import type { State } from '../api';
import { compare } from '../compare';
import { CompareTable } from '../CompareTable';
import type { Ci } from '../types';
import type { Catalogue } from '../useCatalogue';
import type { Names } from '../useNames';
import classes from './item.module.css';

interface DiffProps {
    ci: Ci;
    older: State;
    newer: State;
    catalogue: Catalogue;
    names: Names;
    onClose: () => void;
}

/** One CI at two times. */
export default function DiffModal({ ci, older, newer, catalogue, names, onClose }: DiffProps) {
    const { t } = useTranslation();
    const format = useFormat();
    const lines = compare(older, newer, catalogue);
    return (
        <Modal opened onClose={onClose} size="xl" title={t('cmdb:history.diffTitle', { name: ci.name })} closeButtonProps={{ 'aria-label': t('ui.close') }}>
            {lines.every(({ same }) => same) && <p>{t('cmdb:history.noDifference')}</p>}
            <CompareTable lines={lines} heads={[format.dateTime(older.valid_from), format.dateTime(newer.valid_from)]} catalogue={catalogue} names={names} />
            <div className={classes.modalActions}>
                <Button onClick={onClose}>{t('ui.close')}</Button>
            </div>
        </Modal>
    );
}
