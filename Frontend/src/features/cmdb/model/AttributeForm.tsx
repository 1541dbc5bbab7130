import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { toast } from '@monozu/ui';
import { FormModal, useDraftForm } from '@monozu/ui/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useModelNames } from '../../../app/cmdb/names';
import { attributeCreate, attributePreview, attributeUpdate, reload } from './api';
import { draftOfAttribute, elementOf, elementTypes, mayBeUnique, types, valuesOf } from './attribute';
import { Preview } from './Preview';
import classes from './model.module.css';
import { arranged } from './tree';
import type { Attribute, CiModel, Touched } from './types';

/** A new attribute, or one of the tenant's own. A change first shows what becomes of the values that there are. */
export default function AttributeForm({ model, classKey, attribute, onClose }: { model: CiModel; classKey: string; attribute?: Attribute; onClose: () => void }) {
    const { t } = useTranslation();
    const names = useModelNames();
    const queries = useQueryClient();
    const [looked, setLooked] = useState<{ touched: Touched; at: string } | null>(null);
    const { form, field, onSubmit, problem, others } = useDraftForm({
        draft: null,
        schema: z.object({
            key: z.string().trim().min(1, t('form.required')),
            name: z.string().trim().min(1, t('form.required')),
            description: z.string(),
            type: z.enum(types),
            element_type: z.enum(elementTypes),
            required: z.boolean(),
            is_unique: z.boolean(),
            default_value: z.string(),
            pattern: z.string(),
            choices: z.string(),
            reference_class: z.string(),
            unit: z.string(),
        }),
        defaults: draftOfAttribute(attribute) as ReturnType<typeof draftOfAttribute> & { element_type: (typeof elementTypes)[number] },
        submit: async (draft, key) => {
            const values = valuesOf(draft);
            if (attribute === undefined) {
                await attributeCreate({ key: draft.key.trim(), class_key: classKey, ...values }, key);
            } else {
                const asked = JSON.stringify(values);
                if (looked?.at !== asked) {
                    const touched = await attributePreview(attribute.key, values);
                    setLooked({ touched, at: asked });
                    if (touched.misfits > 0 || touched.converted > 0) {
                        return;
                    }
                }
                await attributeUpdate(attribute, values, (looked?.touched.misfits ?? 0) > 0);
            }
            await reload(queries);
            toast('done', t('cmdbModel:saved'));
            onClose();
        },
    });
    const draft = form.watch();
    const element = elementOf(draft);
    const touched = looked !== null && looked.at === JSON.stringify(valuesOf(draft)) ? looked.touched : null;
    const loses = touched !== null && touched.misfits > 0;
    const shared = loses && valuesOf(draft).is_unique && attribute?.is_unique === false;
    const title = attribute === undefined ? t('cmdbModel:newAttribute') : t('cmdbModel:edit');
    const choicesOf = (all: readonly string[]) => all.map((value) => ({ value, label: names.type(value) }));
    return (
        <FormModal
            wide
            title={title}
            submitLabel={touched === null || touched.cis === 0 ? title : loses ? t('cmdbModel:clear') : t('cmdbModel:convert')}
            danger={loses}
            busy={form.formState.isSubmitting}
            problem={problem}
            others={others}
            onSubmit={onSubmit}
            onClose={onClose}
        >
            <div className={classes.two}>
                <TextInput data-autofocus label={t('cmdbModel:name')} maxLength={80} {...field('name')} />
                {attribute === undefined && <TextInput label={t('cmdbModel:key')} description={t('cmdbModel:keyHelp')} maxLength={50} {...field('key')} />}
            </div>
            <Textarea label={t('cmdbModel:description')} maxLength={2000} autosize minRows={1} {...field('description')} />
            <div className={classes.two}>
                <NativeSelect label={t('cmdbModel:type')} data={choicesOf(types)} {...field('type')} />
                {draft.type === 'list' && <NativeSelect label={t('cmdbModel:elementType')} data={choicesOf(elementTypes)} {...field('element_type')} />}
                {draft.type === 'number' && <TextInput label={t('cmdbModel:unit')} maxLength={20} {...field('unit')} />}
                {element === 'reference' && <NativeSelect label={t('cmdbModel:refersTo')} data={arranged(model.classes).map(({ one, depth }) => ({ value: one.key, label: `${'\u2003'.repeat(depth)}${names.className(one)}` }))} {...field('reference_class')} />}
            </div>
            {element === 'enumeration' && <Textarea label={t('cmdbModel:choices')} description={t('cmdbModel:choicesHelp')} autosize minRows={3} {...field('choices')} />}
            {(element === 'text' || element === 'url') && <TextInput label={t('cmdbModel:pattern')} description={t('cmdbModel:patternHelp')} maxLength={500} {...field('pattern')} />}
            {draft.type !== 'reference' && <TextInput label={t('cmdbModel:defaultValue')} description={t('cmdbModel:defaultHelp')} {...field('default_value')} />}
            <Checkbox label={t('cmdbModel:required')} {...form.register('required')} />
            {mayBeUnique(draft) && <Checkbox label={t('cmdbModel:unique')} {...form.register('is_unique')} />}
            {touched !== null && touched.cis > 0 && <Preview touched={touched} kind="attribute" />}
            {shared && <p role="alert">{t('cmdbModel:shared')}</p>}
        </FormModal>
    );
}
