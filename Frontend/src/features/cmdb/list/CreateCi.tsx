import { Button, NativeSelect, TextInput } from '@mantine/core';
import { AppLink, toast, useNavigateTo } from '@monozu/ui';
import { FormModal, useDraftForm } from '@monozu/ui/form';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { paths } from '../../../app/paths';
import { ciCreate, keepCi } from '../api';
import { statuses, type CiStatus, type Value } from '../types';
import type { Catalogue } from '../useCatalogue';
import type { Names } from '../useNames';
import { ValueField } from '../ValueField';
import { draftOf, valueOf } from '../values';
import classes from './list.module.css';

const longestName = 200;

interface CreateCiProps {
    classKey: string | undefined;
    catalogue: Catalogue;
    names: Names;
    onClose: () => void;
}

/** The least that makes a CI: its class, its name, and what the class cannot do without. The rest is filled in on its page. */
export default function CreateCi({ classKey, catalogue, names, onClose }: CreateCiProps) {
    const { t } = useTranslation();
    const go = useNavigateTo();
    const queries = useQueryClient();
    const choices = [...catalogue.classes.values()].filter((one) => !one.abstract);
    const usual = classKey !== undefined && choices.some(({ key }) => key === classKey) ? classKey : (choices.find(({ key }) => classKey === undefined || catalogue.isA(key, classKey))?.key ?? '');
    const anyway = useRef(false);
    const [drafts, setDrafts] = useState<Record<string, string>>({});
    const requiredOf = (key: string) => catalogue.attributesOf(key).filter((attribute) => attribute.required);
    const { form, field, onSubmit, problem, others, discard } = useDraftForm<{ class_key: string; name: string; status: CiStatus }>({
        draft: 'ci',
        schema: z.object({
            class_key: z.string().min(1, t('form.required')),
            name: z.string().trim().min(1, t('form.required')).max(longestName),
            status: z.enum(statuses),
        }),
        defaults: { class_key: usual, name: '', status: 'in_use' },
        submit: async (values, key) => {
            const attributes: Record<string, Value> = {};
            for (const attribute of requiredOf(values.class_key)) {
                attributes[attribute.key] = valueOf(attribute, drafts[attribute.key] ?? draftOf(attribute.default_value));
            }
            const ci = await ciCreate({ ...values, attributes, ...(anyway.current ? { even_if_known: true } : {}) }, key);
            keepCi(queries, ci);
            discard();
            onClose();
            toast('done', t('cmdb:made', { name: ci.name }), { action: { label: t('cmdb:openIt'), run: () => go(paths.ci(ci.id)) } });
        },
    });
    const chosen = form.watch('class_key');
    const errorOf = (key: string) => problem?.errors.find(({ pointer }) => pointer === `/attributes/${key}`)?.detail;
    const shown = requiredOf(chosen);
    const known = problem?.type === 'ci-exists' ? problem.members.ci_id : undefined;
    return (
        <FormModal
            title={t('cmdb:create')}
            submitLabel={t('cmdb:create')}
            busy={form.formState.isSubmitting}
            problem={problem}
            others={others.filter((text) => !shown.some(({ key }) => text.startsWith(`attributes.${key}:`)))}
            onSubmit={onSubmit}
            onClose={onClose}
        >
            {typeof known === 'string' && (
                <div className={classes.known}>
                    <p>
                        {t('cmdb:known.body')} <AppLink href={paths.ci(known)}>{t('cmdb:openIt')}</AppLink>
                    </p>
                    <Button
                        type="submit"
                        variant="default"
                        onClick={() => {
                            anyway.current = true;
                        }}
                    >
                        {t('cmdb:known.add')}
                    </Button>
                </div>
            )}
            <NativeSelect label={t('cmdb:class')} data={choices.map(({ key }) => ({ value: key, label: catalogue.lineage(key).slice(1).map((one) => names.classOf(one.key)).join(' › ') }))} {...field('class_key')} />
            <TextInput data-autofocus label={t('cmdb:name')} maxLength={longestName} {...field('name')} />
            <NativeSelect label={t('cmdb:statusLabel')} data={statuses.map((value) => ({ value, label: names.status(value) }))} {...field('status')} />
            {shown.map((attribute) => (
                <ValueField
                    key={attribute.key}
                    attribute={attribute}
                    label={names.attributeOf(attribute.key)}
                    draft={drafts[attribute.key] ?? draftOf(attribute.default_value)}
                    error={errorOf(attribute.key)}
                    onChange={(draft) => setDrafts({ ...drafts, [attribute.key]: draft })}
                />
            ))}
        </FormModal>
    );
}
