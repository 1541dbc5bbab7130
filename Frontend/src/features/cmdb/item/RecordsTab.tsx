import { Button } from '@mantine/core';
import { asProblem } from '@monozu/api-client';
import { ProblemState, RelativeTime, Skeleton, useSearchState } from '@monozu/ui';
import { useQuery } from '@tanstack/react-query';
import { Split } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../app/me';
import { recordsQuery, type SourceRecord } from '../api';
import { StaleMark } from '../StaleMark';
import type { Ci } from '../types';
import { useCatalogue } from '../useCatalogue';
import { useNames } from '../useNames';
import { ValueText } from '../ValueText';
import classes from './records.module.css';

const UnmergeModal = lazy(() => import('./UnmergeModal'));

/** What each source says of this thing, whole and in its own words; what does not belong here is taken out again. */
export default function RecordsTab({ ci }: { ci: Ci }) {
    const { t } = useTranslation();
    const { can } = useMe();
    const [{ as_of: asOf }] = useSearchState();
    const { catalogue } = useCatalogue();
    const names = useNames(catalogue);
    const { data, error, refetch } = useQuery(recordsQuery(ci.id));
    const [taking, setTaking] = useState<SourceRecord | null>(null);
    if (data === undefined || catalogue === undefined) {
        return error === null ? <Skeleton width={60} /> : <ProblemState problem={asProblem(error)} onRetry={() => void refetch()} />;
    }
    const mayTake = can('cis:merge') && ci.live && asOf === undefined && data.items.length > 1;
    return (
        <>
            <p className={classes.lead}>{t('cmdbItem:records.lead')}</p>
            {data.items.map((record) => (
                <section key={record.id} className={classes.record} aria-label={record.source_name}>
                    <header className={classes.head}>
                        <h2>{record.source_name}</h2>
                        <span className={classes.quiet}>{names.source(record.source_kind)}</span>
                        <span className={classes.quiet}>{names.classOf(record.class_key)}</span>
                        {record.stale && <StaleMark />}
                        <span className={classes.quiet}>
                            <RelativeTime at={record.seen_at} />
                        </span>
                        {mayTake && (
                            <Button size="compact-xs" variant="default" leftSection={<Split size={12} aria-hidden />} className={classes.take} onClick={() => setTaking(record)}>
                                {t('cmdbItem:records.take')}
                            </Button>
                        )}
                    </header>
                    <dl className={classes.values}>
                        {Object.entries(record.attributes).map(([key, value]) => (
                            <div key={key}>
                                <dt>{names.attributeOf(key)}</dt>
                                <dd>
                                    <ValueText attribute={catalogue.attributes.get(key)} value={value} />
                                </dd>
                            </div>
                        ))}
                    </dl>
                    <p className={classes.key}>{t('cmdbItem:records.key', { key: record.key })}</p>
                </section>
            ))}
            {taking !== null && (
                <Suspense>
                    <UnmergeModal ci={ci} record={taking} onClose={() => setTaking(null)} />
                </Suspense>
            )}
        </>
    );
}
