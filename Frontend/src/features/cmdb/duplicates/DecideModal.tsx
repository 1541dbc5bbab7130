import { Button, Modal, Textarea } from '@mantine/core';
import { asProblem, type ApiProblem } from '@monozu/api-client';
import { ProblemState, Skeleton, toast } from '@monozu/ui';
import { FormProblem } from '@monozu/ui/form';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ciMerge, ciQuery, cisKey, duplicateDismiss, duplicatesKey, type Duplicate } from '../api';
import { compare } from '../compare';
import { CompareTable } from '../CompareTable';
import { useCatalogue } from '../useCatalogue';
import { useNames } from '../useNames';
import { Reasons } from './Reasons';
import classes from '../compare.module.css';

const longestReason = 2000;

/** The two beside each other: one thing, or not; either way nobody is asked again. */
export default function DecideModal({ pair, onClose }: { pair: Duplicate; onClose: () => void }) {
    const { t } = useTranslation();
    const queries = useQueryClient();
    const { catalogue } = useCatalogue();
    const names = useNames(catalogue);
    const [a, b] = useQueries({ queries: [ciQuery(pair.ci_a), ciQuery(pair.ci_b)] });
    const [reason, setReason] = useState('');
    const [busy, setBusy] = useState<'same' | 'distinct' | null>(null);
    const [problem, setProblem] = useState<ApiProblem | null>(null);
    const failed = a.error ?? b.error;
    const decide = async (verdict: 'same' | 'distinct') => {
        setBusy(verdict);
        const why = reason.trim() === '' ? t(`cmdbItem:duplicate.${verdict}`) : reason.trim();
        try {
            await (verdict === 'same' ? ciMerge(pair.ci_a, pair.ci_b, why) : duplicateDismiss(pair.ci_a, pair.ci_b, why));
            await Promise.all([queries.invalidateQueries({ queryKey: duplicatesKey }), queries.invalidateQueries({ queryKey: cisKey })]);
            toast('done', t(verdict === 'same' ? 'cmdbItem:duplicate.merged' : 'cmdbItem:duplicate.dismissed'));
            onClose();
        } catch (failure) {
            setProblem(asProblem(failure));
        } finally {
            setBusy(null);
        }
    };
    return (
        <Modal opened onClose={onClose} size="xl" title={t('cmdbItem:duplicate.title')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
            <div className={classes.decide}>
                <FormProblem problem={problem} />
                <p>
                    <Reasons reasons={pair.reasons} names={names} />
                </p>
                {failed !== null && <ProblemState problem={asProblem(failed)} />}
                {failed === null && (a.data === undefined || b.data === undefined || catalogue === undefined) && <Skeleton width={80} height={140} />}
                {a.data !== undefined && b.data !== undefined && catalogue !== undefined && <CompareTable lines={compare(a.data, b.data, catalogue)} heads={[a.data.name, b.data.name]} catalogue={catalogue} names={names} />}
                <Textarea label={t('cmdbItem:merge.reason')} rows={2} maxLength={longestReason} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
                <div className={classes.actions}>
                    <Button variant="default" onClick={onClose}>
                        {t('ui.cancel')}
                    </Button>
                    <Button variant="default" loading={busy === 'distinct'} onClick={() => void decide('distinct')}>
                        {t('cmdbItem:duplicate.distinct')}
                    </Button>
                    <Button loading={busy === 'same'} onClick={() => void decide('same')}>
                        {t('cmdbItem:duplicate.same')}
                    </Button>
                </div>
            </div>
        </Modal>
    );
}
