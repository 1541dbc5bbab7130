import { Button, Modal, TextInput } from '@mantine/core';
import { asProblem } from '@monozu/api-client';
import { ProblemState, Skeleton, useFormat } from '@monozu/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { diffQuery } from '../api';
import { CompareTable } from '../CompareTable';
import { fromField, toField } from '../localTime';
import type { Ci } from '../types';
import type { Catalogue } from '../useCatalogue';
import type { Names } from '../useNames';
import classes from './item.module.css';

interface DiffProps {
    ci: Ci;
    /** The two times to begin with. */
    from: string;
    to: string;
    catalogue: Catalogue;
    names: Names;
    onClose: () => void;
}

/** What differs between one CI at two times. */
export default function DiffModal({ ci, from, to, catalogue, names, onClose }: DiffProps) {
    const { t } = useTranslation();
    const format = useFormat();
    const [times, setTimes] = useState({ from, to });
    const { data, error, refetch } = useQuery({ ...diffQuery(ci.id, times.from, times.to), placeholderData: keepPreviousData });
    const field = (end: 'from' | 'to') => (
        <TextInput
            type="datetime-local"
            label={t(`cmdb:condition.${end}`)}
            defaultValue={toField(times[end])}
            onChange={(event) => {
                const at = fromField(event.currentTarget.value);
                if (at !== null) {
                    setTimes({ ...times, [end]: at });
                }
            }}
        />
    );
    const lines = data?.items.map(({ attribute, from: a, to: b }) => ({ key: attribute, a, b, same: false }));
    return (
        <Modal opened onClose={onClose} size="xl" title={t('cmdbItem:history.diffTitle', { name: ci.name })} closeButtonProps={{ 'aria-label': t('ui.close') }}>
            <div className={classes.times}>
                {field('from')}
                {field('to')}
            </div>
            {lines === undefined && (error === null ? <Skeleton width={80} height={120} /> : <ProblemState problem={asProblem(error)} onRetry={() => void refetch()} />)}
            {lines !== undefined && lines.length === 0 && <p role="status">{t('cmdbItem:history.noDifference')}</p>}
            {lines !== undefined && lines.length > 0 && <CompareTable lines={lines} heads={[format.dateTime(times.from), format.dateTime(times.to)]} catalogue={catalogue} names={names} />}
            <div className={classes.modalActions}>
                <Button onClick={onClose}>{t('ui.close')}</Button>
            </div>
        </Modal>
    );
}
