import { NativeSelect } from '@mantine/core';
import { asProblem } from '@monozu/api-client';
import { AppLink, ProblemState, Section, Skeleton, useSearchState } from '@monozu/ui';
import { useQuery } from '@tanstack/react-query';
import { Waypoints } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../app/paths';
import { Status } from '../Status';
import type { Ci } from '../types';
import { useCatalogue } from '../useCatalogue';
import { useNames } from '../useNames';
import { impactQuery } from './api';
import { Path } from './Path';
import type { ImpactDirection } from './types';
import { useRelationNames } from './useRelationNames';
import classes from './relations.module.css';
import './words';

const directions = ['suffers', 'causes'] as const;

/** Who suffers when the CI fails, or what it can fail because of; the services and people first, then everything with its reason. */
export default function ImpactTab({ ci }: { ci: Ci }) {
    const { t } = useTranslation();
    const [search, setSearch] = useSearchState();
    const direction: ImpactDirection = search.impact === 'causes' ? 'causes' : 'suffers';
    const { data: impact, error, refetch } = useQuery(impactQuery(ci.id, direction));
    const names = useNames(useCatalogue().catalogue);
    const { reads } = useRelationNames();
    if (impact === undefined) {
        return error === null ? <Skeleton width={60} /> : <ProblemState problem={asProblem(error)} onRetry={() => void refetch()} />;
    }
    return (
        <>
            <div className={classes.actions}>
                <NativeSelect
                    aria-label={t('cmdbGraph:impact')}
                    value={direction}
                    data={directions.map((value) => ({ value, label: t(`cmdbGraph:direction.${value}`) }))}
                    onChange={(event) => setSearch({ ...search, impact: event.currentTarget.value })}
                />
                {impact.total > 0 && (
                    <AppLink href={`${paths.ciGraph(ci.id)}?impact=${direction}`} className={classes.toGraph}>
                        <Waypoints size={14} aria-hidden />
                        {t('cmdbGraph:graph')}
                    </AppLink>
                )}
            </div>
            <p role="status" className={classes.lead}>{impact.total === 0 ? t(`cmdbGraph:nobody.${direction}`) : t('cmdbGraph:total', { count: impact.total })}</p>
            {impact.truncated && <p className={classes.how}>{t('cmdbGraph:most', { count: impact.total })}</p>}
            {impact.services.length > 0 && (
                <Section title={t('cmdbGraph:services')}>
                    <ul className={classes.facts}>
                        {impact.services.map((service) => (
                            <li key={service.id}>
                                <AppLink href={paths.ci(service.id)} className={classes.name}>
                                    {service.name}
                                </AppLink>
                            </li>
                        ))}
                    </ul>
                </Section>
            )}
            {impact.people.length > 0 && (
                <Section title={t('cmdbGraph:people')}>
                    <ul className={classes.facts}>
                        {impact.people.map(({ ci: person, owns }) => (
                            <li key={person.id}>
                                <AppLink href={paths.ci(person.id)} className={classes.name}>
                                    {person.name}
                                </AppLink>{' '}
                                <span className={classes.how}>{t('cmdbGraph:owns', { count: owns })}</span>
                            </li>
                        ))}
                    </ul>
                </Section>
            )}
            {impact.classes.length > 0 && (
                <Section title={t('cmdbGraph:byClass')}>
                    <ul className={classes.facts}>
                        {impact.classes.map(({ class_key: key, count }) => (
                            <li key={key}>
                                {names.classOf(key)} <span className={classes.count}>{count}</span>
                            </li>
                        ))}
                    </ul>
                </Section>
            )}
            {impact.hits.length > 0 && (
                <Section title={t('cmdbGraph:hits')}>
                    {impact.hits.map(({ ci: hit, depth, path }) => (
                        <details key={hit.id} className={classes.hit}>
                            <summary>
                                <span>
                                    <span className={classes.name}>{hit.name}</span>
                                    <span className={classes.how}>{names.classOf(hit.class_key)}</span>
                                    <Status status={hit.status} />
                                    <span className={classes.how}>{t('cmdbGraph:touched', { count: depth })}</span>
                                </span>
                            </summary>
                            <div className={classes.why}>
                                <Path start={ci.name} way={path} reads={reads} />
                                <AppLink href={paths.ci(hit.id)}>{t('cmdbGraph:openOf', { name: hit.name })}</AppLink>
                            </div>
                        </details>
                    ))}
                </Section>
            )}
        </>
    );
}
