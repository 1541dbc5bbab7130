import { answer, asProblem } from '@monozu/api-client';
import { OverviewPage, ProblemState, Properties, Property, Skeleton, StateTag, useFormat } from '@monozu/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { Module } from '../../app/Module';
import classes from './licence.module.css';
import '../../app/administrationWords';

const modules = ['cmdb', 'itsm', 'security', 'vpn', 'backup'] as const;

export function LicencePage() {
    return (
        <Module permission="licence:read">
            <Licence />
        </Module>
    );
}

/** How many of the places that the licence gives are taken; a licence may name a limit that nobody counts yet. */
function Places({ inUse, limit }: { inUse: number | undefined; limit: number | undefined }) {
    const { t } = useTranslation();
    const format = useFormat();
    if (inUse === undefined) {
        return limit === undefined ? '—' : format.number(limit);
    }
    if (limit === undefined) {
        return t('licence.inUse', { inUse: format.number(inUse) });
    }
    return (
        <>
            {t('licence.inUseOf', { inUse: format.number(inUse), limit: format.number(limit) })} {inUse >= limit && <StateTag tone="wait">{t('licence.full')}</StateTag>}
        </>
    );
}

/** What this tenant has bought. It is changed by the vendor, in another console. */
function Licence() {
    const { t } = useTranslation();
    const format = useFormat();
    const { data, error, refetch } = useQuery({ queryKey: ['licence'], queryFn: ({ signal }) => answer(api.GET('/api/v1/licence', { signal })) });
    if (error !== null && data === undefined) {
        return <ProblemState whole problem={asProblem(error)} onRetry={() => void refetch()} />;
    }
    return (
        <OverviewPage title={t('nav.licence')}>
            {data === undefined ? (
                <Skeleton width={40} />
            ) : (
                <div className={classes.licence}>
                    <Properties>
                        <Property label={t('licence.plan')}>{data.plan ?? '—'}</Property>
                        <Property label={t('licence.status')}>
                            <StateTag tone={data.status === 'active' ? 'good' : 'bad'}>{t(`licence.states.${data.status}`)}</StateTag>
                        </Property>
                        <Property label={t('licence.until')}>{data.valid_until === null ? t('licence.noEnd') : <time dateTime={data.valid_until}>{format.date(data.valid_until)}</time>}</Property>
                        {[...new Set([...Object.keys(data.in_use), ...Object.keys(data.limits)])].map((name) => (
                            <Property key={name} label={t(`licence.limits.${name}`, { defaultValue: name })}>
                                <Places inUse={data.in_use[name]} limit={data.limits[name]} />
                            </Property>
                        ))}
                    </Properties>
                    <h2>{t('licence.modules')}</h2>
                    <ul className={classes.modules}>
                        {modules.map((name) => (
                            <li key={name}>
                                <span>{t(`licence.names.${name}`)}</span>
                                {data.features.includes(name) ? <StateTag tone="good">{t('licence.included')}</StateTag> : <StateTag tone="off">{t('licence.notIncluded')}</StateTag>}
                            </li>
                        ))}
                    </ul>
                </div>
            )}
        </OverviewPage>
    );
}
