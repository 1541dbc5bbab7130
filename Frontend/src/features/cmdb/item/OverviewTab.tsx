import { Button } from '@mantine/core';
import { Section, Skeleton, useSearchState } from '@monozu/ui';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../app/me';
import { provenanceQuery } from '../api';
import type { Attribute, Ci } from '../types';
import { useCatalogue } from '../useCatalogue';
import { useNames } from '../useNames';
import { AttributeRow } from './AttributeRow';
import { byAttribute } from './provenance';
import { useCiActions } from './useCiActions';
import classes from './item.module.css';

/** What is known of the CI, grouped by the class that each attribute comes from; the most particular class first. */
export default function OverviewTab({ ci }: { ci: Ci }) {
    const { t } = useTranslation();
    const { can } = useMe();
    const [{ as_of: asOf }] = useSearchState();
    const { catalogue } = useCatalogue();
    const names = useNames(catalogue);
    const actions = useCiActions(ci);
    const [all, setAll] = useState(false);
    const { data } = useQuery({ ...provenanceQuery(ci.id), enabled: asOf === undefined });
    const words = useMemo(() => byAttribute(data?.items ?? []), [data]);
    if (catalogue === undefined) {
        return <Skeleton width={60} />;
    }
    const editable = can('cis:write') && ci.live && asOf === undefined;
    const isSet = (attribute: Attribute) => (ci.attributes[attribute.key] ?? null) !== null;
    const groups = catalogue
        .lineage(ci.class_key)
        .map(({ key }) => ({ key, attributes: catalogue.attributesOf(key).filter((attribute) => attribute.class_key === key) }))
        .filter(({ attributes }) => attributes.length > 0)
        .reverse();
    const empty = groups.flatMap(({ attributes }) => attributes).filter((attribute) => !isSet(attribute) && !attribute.required).length;
    return (
        <>
            {groups.map(({ key, attributes }) => {
                const shown = attributes.filter((attribute) => all || attribute.required || isSet(attribute));
                return (
                    shown.length > 0 && (
                        <Section key={key} title={names.classOf(key)}>
                            <dl className={classes.attributes}>
                                {shown.map((attribute) => (
                                    <AttributeRow
                                        key={attribute.key}
                                        attribute={attribute}
                                        label={names.attributeOf(attribute.key)}
                                        value={ci.attributes[attribute.key]}
                                        word={words.get(attribute.key)}
                                        editable={editable}
                                        onChange={(value) => actions.changeOrThrow({ attributes: { [attribute.key]: value } })}
                                        onForget={() => actions.change({ forget: [attribute.key] })}
                                    />
                                ))}
                            </dl>
                        </Section>
                    )
                );
            })}
            {empty > 0 && (
                <Button variant="subtle" size="compact-sm" aria-expanded={all} onClick={() => setAll(!all)}>
                    {all ? t('cmdbItem:hideEmpty') : t('cmdbItem:showEmpty', { count: empty })}
                </Button>
            )}
        </>
    );
}
