import { AppLink, EditableChoice, Properties, Property, RelativeTime, useFormat } from '@monozu/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../app/paths';
import { provenanceQuery } from '../api';
import { statuses, type Ci, type CiStatus } from '../types';
import type { Catalogue } from '../useCatalogue';
import type { Names } from '../useNames';
import { ValueText } from '../ValueText';
import type { useCiActions } from './useCiActions';

interface CiPropertiesProps {
    ci: Ci;
    catalogue: Catalogue | undefined;
    names: Names;
    editable: boolean;
    actions: ReturnType<typeof useCiActions>;
}

const beside = ['owner', 'location'] as const;

/** What is looked for first: the state, whose it is, where it is, and how we know. */
export function CiProperties({ ci, catalogue, names, editable, actions }: CiPropertiesProps) {
    const { t } = useTranslation();
    const format = useFormat();
    const { data } = useQuery(provenanceQuery(ci.id));
    const next = catalogue?.nextStatuses(ci.status) ?? [];
    const sources = [...new Map((data?.items ?? []).map((word) => [word.source_id, word])).values()];
    return (
        <Properties>
            <Property label={t('cmdb:statusLabel')}>
                <EditableChoice
                    label={t('cmdb:statusLabel')}
                    value={ci.status}
                    choices={statuses.filter((status) => status === ci.status || next.includes(status)).map((status) => ({ value: status, label: names.status(status) }))}
                    editable={editable && next.length > 0}
                    onChange={(status) => void actions.change({ status: status as CiStatus })}
                />
            </Property>
            {beside.map((key) => {
                const attribute = catalogue?.attributes.get(key);
                return (
                    attribute !== undefined && (
                        <Property key={key} label={names.attributeOf(key)}>
                            <ValueText attribute={attribute} value={ci.attributes[key]} />
                        </Property>
                    )
                );
            })}
            <Property label={t('cmdb:seen')}>
                <RelativeTime at={ci.seen_at} />
            </Property>
            <Property label={t('cmdb:updated')}>
                <RelativeTime at={ci.updated_at} />
            </Property>
            <Property label={t('cmdb:created')}>
                <time dateTime={ci.created_at}>{format.dateTime(ci.created_at)}</time>
            </Property>
            <Property label={t('cmdbItem:sources')}>
                {sources.length === 0 ? '—' : <AppLink href={paths.ci(ci.id, 'records')}>{sources.map((source) => source.source_name).join(', ')}</AppLink>}
            </Property>
        </Properties>
    );
}
