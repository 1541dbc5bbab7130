import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { toast, useNavigateTo } from '@monozu/ui';
import { FormModal, useDraftForm } from '@monozu/ui/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useModelNames } from '../../../app/cmdb/names';
import { paths } from '../../../app/paths';
import { classCreate, classPreview, classUpdate, reload } from './api';
import { Preview } from './Preview';
import { ancestry, arranged } from './tree';
import type { CiClass, CiModel, Touched } from './types';

/** A new class, or one of the tenant's own. Under another parent it first shows which values that would take away. */
export default function ClassForm({ model, parent, one, onClose }: { model: CiModel; parent: string; one?: CiClass; onClose: () => void }) {
    const { t } = useTranslation();
    const names = useModelNames();
    const queries = useQueryClient();
    const go = useNavigateTo();
    const [touched, setTouched] = useState<Touched | null>(null);
    const places = arranged(model.classes).filter((place) => one === undefined || !ancestry(model, place.one.key).some(({ key }) => key === one.key));
    const { form, field, onSubmit, problem, others } = useDraftForm({
        draft: null,
        schema: z.object({ key: z.string().trim().min(1, t('form.required')), parent_key: z.string(), name: z.string().trim().min(1, t('form.required')), description: z.string(), icon: z.string().trim().min(1, t('form.required')) }),
        defaults: { key: one?.key ?? '', parent_key: parent, name: one?.name ?? '', description: one?.description ?? '', icon: one?.icon ?? 'box' },
        submit: async ({ key, ...values }, safe) => {
            if (one === undefined) {
                await classCreate({ key, ...values }, safe);
            } else {
                if (touched === null && values.parent_key !== one.parent_key) {
                    const found = await classPreview(one.key, { parent_key: values.parent_key });
                    if (found.cis > 0) {
                        setTouched(found);
                        return;
                    }
                }
                await classUpdate(one, values, (touched?.misfits ?? 0) > 0);
            }
            await reload(queries);
            toast('done', t('cmdbModel:saved'));
            onClose();
            go(paths.ciModel({ class: key }));
        },
    });
    const title = one === undefined ? t('cmdbModel:newClass') : t('cmdbModel:edit');
    const label = touched === null ? title : touched.misfits > 0 ? t('cmdbModel:clear') : t('cmdbModel:edit');
    return (
        <FormModal title={title} submitLabel={label} danger={(touched?.misfits ?? 0) > 0} busy={form.formState.isSubmitting} problem={problem} others={others} onSubmit={onSubmit} onClose={onClose}>
            <TextInput data-autofocus label={t('cmdbModel:name')} maxLength={80} {...field('name')} />
            {one === undefined && <TextInput label={t('cmdbModel:key')} description={t('cmdbModel:keyHelp')} maxLength={50} {...field('key')} />}
            <NativeSelect
                label={t('cmdbModel:parent')}
                data={places.map((place) => ({ value: place.one.key, label: `${'\u2003'.repeat(place.depth)}${names.className(place.one)}` }))}
                {...form.register('parent_key', { onChange: () => setTouched(null) })}
                error={form.formState.errors.parent_key?.message}
            />
            <Textarea label={t('cmdbModel:description')} maxLength={2000} autosize minRows={2} {...field('description')} />
            <TextInput label={t('cmdbModel:icon')} description={t('cmdbModel:iconHelp')} maxLength={40} {...field('icon')} />
            {touched !== null && <Preview touched={touched} kind="class" />}
        </FormModal>
    );
}
