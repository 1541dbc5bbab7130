import { Button } from '@mantine/core';
import { asProblem } from '@monozu/api-client';
import { ActionMenu, AppLink, DetailPage, EditableChoice, EditableText, ProblemState, Properties, Property, RelativeTime, Section, SeverityMark, Skeleton, useShortcuts } from '@monozu/ui';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from '@tanstack/react-router';
import { Ellipsis, Link2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me';
import { Module } from '../../app/Module';
import { paths } from '../../app/paths';
import type { Incident } from '../../app/types';
import { useAssignees } from '../../app/useAssignees';
import { incidentQuery, timelineQuery } from './api';
import { CommentBox } from './CommentBox';
import { Timeline } from './Timeline';
import { useIncidentActions } from './useIncidentActions';
import { IncidentStatus, levels, Priority } from './words';
import classes from './incidents.module.css';

const ReasonModal = lazy(() => import('./ReasonModal'));

export function IncidentPage() {
    const { id } = useParams({ from: '/frame/incidents/$id' });
    return (
        <Module feature="itsm" permission="incidents:read">
            <IncidentDetail key={id} id={id} />
        </Module>
    );
}

function IncidentDetail({ id }: { id: string }) {
    const { t } = useTranslation();
    const { me, can } = useMe();
    const { data: incident, error, refetch, dataUpdatedAt } = useQuery(incidentQuery(id));
    const timeline = useQuery(timelineQuery(id));
    const actions = useIncidentActions(incident);
    const [asking, setAsking] = useState<'resolve' | 'reopen' | null>(null);
    const mayWrite = can('incidents:write') && incident !== undefined;
    const done = incident?.status === 'resolved' || incident?.status === 'closed';
    const editable = mayWrite && incident.status !== 'closed';
    const editTitle = useLocation({ select: (location) => location.hash === 'edit' });

    useShortcuts(
        mayWrite && !done
            ? [
                  { keys: 'i', label: t('incidents.assignToMe'), run: () => void actions.assign(me.id) },
                  { keys: 'r', label: t('incidents.resolve'), run: () => setAsking('resolve') },
              ]
            : [],
    );

    const buttons = mayWrite && (
        <>
            {!done && incident.assignee_id !== me.id && (
                <Button variant="default" onClick={() => void actions.assign(me.id)}>
                    {t('incidents.assignToMe')}
                </Button>
            )}
            {!done && <Button onClick={() => setAsking('resolve')}>{t('incidents.resolve')}</Button>}
            {incident.status === 'resolved' && <Button onClick={() => void actions.close()}>{t('incidents.close')}</Button>}
            {done && (
                <Button variant="default" onClick={() => setAsking('reopen')}>
                    {t('incidents.reopen')}
                </Button>
            )}
            <ActionMenu
                position="bottom-end"
                entries={[{ label: t('incidents.copyLink'), icon: Link2, run: () => void navigator.clipboard.writeText(location.href) }]}
                target={
                    <Button variant="default" aria-label={t('incidents.moreActions')} px={8}>
                        <Ellipsis size={15} aria-hidden />
                    </Button>
                }
            />
        </>
    );
    return (
        <DetailPage
            list={{ name: 'incidents', label: t('nav.incidents'), href: paths.incidents(), hrefOf: paths.incident }}
            id={id}
            number={incident?.number}
            title={incident?.title}
            heading={incident !== undefined && <EditableText label={t('incidents.title')} value={incident.title} editable={editable} startOpen={editTitle} maxLength={200} onChange={(title) => void actions.change({ title })} />}
            state={incident !== undefined && (<><IncidentStatus status={incident.status} /><Priority priority={incident.priority} /></>)}
            actions={buttons}
            problem={error === null ? null : asProblem(error)}
            updatedAt={dataUpdatedAt}
            onRetry={() => void refetch()}
            properties={incident !== undefined && <IncidentProperties incident={incident} editable={editable} actions={actions} />}
        >
            {incident !== undefined && (
                <>
                    <Section title={t('incidents.description')}>
                        <EditableText lines label={t('incidents.description')} value={incident.description} editable={editable} maxLength={20_000} placeholder={t('incidents.noDescription')} onChange={(description) => void actions.change({ description })} />
                    </Section>
                    {incident.resolution !== null && done && (
                        <Section title={t('incidents.resolution')}>
                            <p className={classes.resolution}>{incident.resolution}</p>
                        </Section>
                    )}
                    <Section title={t('incidents.timeline')}>
                        {timeline.data === undefined ? timeline.error === null ? <Skeleton width={50} /> : <ProblemState problem={asProblem(timeline.error)} onRetry={() => void timeline.refetch()} /> : <Timeline entries={timeline.data.items} />}
                        {mayWrite && <CommentBox id={id} />}
                    </Section>
                </>
            )}
            {actions.conflict}
            {asking !== null && incident !== undefined && (
                <Suspense>
                    <ReasonModal
                        kind={asking}
                        incidentId={id}
                        onClose={() => setAsking(null)}
                        onSubmit={async (text) => {
                            await (asking === 'resolve' ? actions.resolve(text) : actions.reopen(text));
                            setAsking(null);
                        }}
                    />
                </Suspense>
            )}
        </DetailPage>
    );
}

function IncidentProperties({ incident, editable, actions }: { incident: Incident; editable: boolean; actions: ReturnType<typeof useIncidentActions> }) {
    const { t } = useTranslation();
    const { me, has, can } = useMe();
    const people = useAssignees();
    const choices = [{ value: '', label: t('incidents.nobody') }, { value: me.id, label: t('incidents.meNamed', { name: me.display_name }) }, ...people.filter((person) => person.id !== me.id).map((person) => ({ value: person.id, label: person.name }))];
    if (incident.assignee_id !== null && !choices.some((choice) => choice.value === incident.assignee_id)) {
        choices.push({ value: incident.assignee_id, label: incident.assignee_name ?? incident.assignee_id });
    }
    const levelChoices = levels.map((value) => ({ value, label: t(`incidents.level.${value}`), mark: <SeverityMark severity={value} /> }));
    return (
        <Properties>
            <Property label={t('incidents.assignee')}>
                <EditableChoice label={t('incidents.assignee')} value={incident.assignee_id ?? ''} choices={choices} editable={editable} onChange={(value) => void actions.assign(value === '' ? null : value)} />
            </Property>
            <Property label={t('incidents.priorityLabel')}>
                <Priority priority={incident.priority} />
            </Property>
            <Property label={t('incidents.impact')}>
                <EditableChoice label={t('incidents.impact')} value={incident.impact} choices={levelChoices} editable={editable} onChange={(impact) => void actions.change({ impact: impact as Incident['impact'] })} />
            </Property>
            <Property label={t('incidents.urgency')}>
                <EditableChoice label={t('incidents.urgency')} value={incident.urgency} choices={levelChoices} editable={editable} onChange={(urgency) => void actions.change({ urgency: urgency as Incident['urgency'] })} />
            </Property>
            <Property label={t('incidents.reporter')}>{incident.reporter_name ?? '—'}</Property>
            {incident.alert_id !== null && has('security') && can('alerts:read') && (
                <Property label={t('incidents.alert')}>
                    <AppLink href={paths.alert(incident.alert_id)}>{t('incidents.toAlert')}</AppLink>
                </Property>
            )}
            <Property label={t('incidents.created')}>
                <RelativeTime at={incident.created_at} />
            </Property>
            <Property label={t('incidents.updated')}>
                <RelativeTime at={incident.updated_at} />
            </Property>
            {incident.resolved_at !== null && (
                <Property label={t('incidents.resolvedAt')}>
                    <RelativeTime at={incident.resolved_at} />
                </Property>
            )}
            {incident.closed_at !== null && (
                <Property label={t('incidents.closedAt')}>
                    <RelativeTime at={incident.closed_at} />
                </Property>
            )}
        </Properties>
    );
}
