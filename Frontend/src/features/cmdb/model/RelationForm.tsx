import { NativeSelect, TextInput } from '@mantine/core';
import { toast } from '@monozu/ui';
import { FormModal, useDraftForm } from '@monozu/ui/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useModelNames } from '../../../app/cmdb/names';
import { relationTypeCreate, relationTypeUpdate, reload } from './api';
import { arranged } from './tree';
import { cardinalities, impacts, type CiModel, type RelationType } from './types';

/** What bounds relations that are there already is said once, when the type is made. */
export default function RelationForm({ model, type, onClose }: { model: CiModel; type?: RelationType; onClose: () => void }) {
    const { t } = useTranslation();
    const names = useModelNames();
    const queries = useQueryClient();
    const required = z.string().trim().min(1, t('form.required'));
    const { form, field, onSubmit, problem, others } = useDraftForm({
        draft: null,
        schema: z.object({ key: required, name: required, reverse_name: required, impact: z.enum(impacts), cardinality: z.enum(cardinalities), from_class: z.string(), to_class: z.string() }),
        defaults: {
            key: type?.key ?? '',
            name: type?.name ?? '',
            reverse_name: type?.reverse_name ?? '',
            impact: type?.impact ?? 'none',
            cardinality: type?.cardinality ?? 'many_to_many',
            from_class: type?.from_class ?? 'ci',
            to_class: type?.to_class ?? 'ci',
        },
        submit: async (values, key) => {
            await (type === undefined ? relationTypeCreate(values, key) : relationTypeUpdate(type, { name: values.name, reverse_name: values.reverse_name, impact: values.impact }));
            await reload(queries);
            toast('done', t('cmdbModel:saved'));
            onClose();
        },
    });
    const places = arranged(model.classes).map(({ one, depth }) => ({ value: one.key, label: `${'\u2003'.repeat(depth)}${names.className(one)}` }));
    const title = type === undefined ? t('cmdbModel:newRelationType') : t('cmdbModel:edit');
    return (
        <FormModal title={title} submitLabel={title} busy={form.formState.isSubmitting} problem={problem} others={others} onSubmit={onSubmit} onClose={onClose}>
            <TextInput data-autofocus label={t('cmdbModel:forward')} description={t('cmdbModel:forwardHelp')} maxLength={80} {...field('name')} />
            <TextInput label={t('cmdbModel:reverse')} description={t('cmdbModel:reverseHelp')} maxLength={80} {...field('reverse_name')} />
            <NativeSelect label={t('cmdbModel:impact')} data={impacts.map((value) => ({ value, label: names.impact(value) }))} {...field('impact')} />
            {type === undefined && (
                <>
                    <TextInput label={t('cmdbModel:key')} description={t('cmdbModel:keyHelp')} maxLength={50} {...field('key')} />
                    <NativeSelect label={t('cmdbModel:cardinality')} data={cardinalities.map((value) => ({ value, label: names.cardinality(value) }))} {...field('cardinality')} />
                    <NativeSelect label={t('cmdbModel:fromClass')} data={places} {...field('from_class')} />
                    <NativeSelect label={t('cmdbModel:toClass')} data={places} {...field('to_class')} />
                </>
            )}
        </FormModal>
    );
}
