import { asProblem } from '@monozu/api-client';
import { DetailPage, EditableText, ProblemState, Skeleton, Tabs, useSearchState } from '@monozu/ui';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../app/me';
import { Module } from '../../../app/Module';
import { paths } from '../../../app/paths';
import { ciQuery } from '../api';
import { StaleMark } from '../StaleMark';
import { Status } from '../Status';
import { useCatalogue } from '../useCatalogue';
import { useNames } from '../useNames';
import { CiActions } from './CiActions';
import { CiBanners } from './CiBanners';
import { CiProperties } from './CiProperties';
import { ciTabs } from './tabs';
import { useCiActions } from './useCiActions';
import '../itemWords';

const longestName = 200;

export function CiPage() {
    const { id } = useParams({ from: '/frame/cmdb/items/$id' });
    return (
        <Module feature="cmdb" permission="cis:read">
            <CiDetail key={id} id={id} />
        </Module>
    );
}

function CiDetail({ id }: { id: string }) {
    const { t } = useTranslation();
    const { can } = useMe();
    const [search] = useSearchState();
    const { tab, as_of: asOf } = search;
    const { data: ci, error, refetch, dataUpdatedAt } = useQuery(ciQuery(id, asOf));
    const { catalogue, error: modelError, refetch: refetchModel } = useCatalogue();
    const names = useNames(catalogue);
    const actions = useCiActions(ci);
    const editName = useLocation({ select: (location) => location.hash === 'edit' });
    const editable = can('cis:write') && ci !== undefined && ci.live && asOf === undefined;
    const tabs = ci === undefined ? [] : ciTabs.filter((one) => (one.permission === undefined || can(one.permission)) && (one.shown === undefined || one.shown(ci)));
    const present = tabs.find((one) => one.id === tab) ?? tabs[0];
    return (
        <DetailPage
            list={{ name: 'cis', label: t('nav.cis'), href: paths.cis(), hrefOf: (other) => paths.ci(other, tab, asOf) }}
            id={id}
            title={ci?.name}
            heading={ci !== undefined && <EditableText label={t('cmdb:name')} value={ci.name} editable={editable} startOpen={editName} maxLength={longestName} onChange={(name) => void actions.change({ name })} />}
            state={
                ci !== undefined && (
                    <>
                        <span>{names.classOf(ci.class_key)}</span>
                        <Status status={ci.status} />
                        {ci.stale && <StaleMark />}
                    </>
                )
            }
            actions={ci !== undefined && <CiActions ci={ci} asOf={asOf} catalogue={catalogue} editable={editable} actions={actions} />}
            problem={error === null ? null : asProblem(error)}
            updatedAt={dataUpdatedAt}
            onRetry={() => void refetch()}
            properties={ci !== undefined && <CiProperties ci={ci} catalogue={catalogue} names={names} editable={editable} actions={actions} />}
        >
            {ci !== undefined && present !== undefined && (
                <>
                    <CiBanners ci={ci} asOf={asOf} />
                    {tabs.length > 1 && <Tabs label={t('cmdb:parts')} present={present.id} tabs={tabs.map((one, index) => ({ id: one.id, label: t(one.label), href: paths.ci(id, index === 0 ? undefined : one.id, asOf) }))} />}
                    {modelError !== null && catalogue === undefined ? (
                        <ProblemState problem={asProblem(modelError)} onRetry={() => void refetchModel()} />
                    ) : (
                        <Suspense key={present.id} fallback={<Skeleton width={60} />}>
                            <present.Content ci={ci} />
                        </Suspense>
                    )}
                </>
            )}
        </DetailPage>
    );
}
