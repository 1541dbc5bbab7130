import { Button, NativeSelect, Textarea } from '@mantine/core';
import { toast } from '@monozu/ui';
import { FormModal, useDraftForm } from '@monozu/ui/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { CiPicker } from '../CiPicker';
import type { Ci } from '../types';
import { useCatalogue } from '../useCatalogue';
import { relationCreate, relationEnd, relationsChanged } from './api';
import { useRelationNames } from './useRelationNames';
import { readingsFor } from './readings';
import '../words';
import './words';

const longestNote = 2000;

/** The sentence "this CI <reads> that one": how, and which. */
export default function AddRelation({ ci, onClose }: { ci: Ci; onClose: () => void }) {
    const { t } = useTranslation();
    const queries = useQueryClient();
    const { catalogue } = useCatalogue();
    const { types, reads } = useRelationNames();
    const readings = readingsFor(types ?? [], (ancestor) => catalogue?.isA(ci.class_key, ancestor) ?? false);
    const { form, field, onSubmit, problem, others, discard } = useDraftForm<{ reading: string; other: string; note: string }>({
        draft: `relation.${ci.id}`,
        schema: z.object({ reading: z.string(), other: z.string().min(1, t('form.required')), note: z.string().trim().max(longestNote) }),
        defaults: { reading: '', other: '', note: '' },
        submit: async ({ reading, other, note }, key) => {
            const chosen = readings.find(({ id }) => id === reading) ?? readings[0];
            if (chosen === undefined) {
                return;
            }
            const ends = chosen.direction === 'outgoing' ? { from_id: ci.id, to_id: other } : { from_id: other, to_id: ci.id };
            await relationCreate({ type_key: chosen.type.key, ...ends, ...(note === '' ? {} : { note }) }, key);
            discard();
            await relationsChanged(queries);
            onClose();
            toast('done', t('cmdbGraph:added'));
        },
    });
    const chosen = readings.find(({ id }) => id === form.watch('reading')) ?? readings[0];
    const inTheWay = problem?.type === 'relation-in-the-way' ? (problem.members['in_the_way'] as { id: string } | undefined) : undefined;
    const other = form.watch('other');
    return (
        <FormModal
            title={t('cmdbGraph:add')}
            submitLabel={t('cmdbGraph:addDo')}
            busy={form.formState.isSubmitting}
            problem={problem}
            others={others}
            onSubmit={onSubmit}
            onClose={onClose}
        >
            {inTheWay !== undefined && (
                <div>
                    <Button size="compact-sm" variant="default" onClick={(event) => void relationEnd(inTheWay.id).then(() => onSubmit(event))}>
                        {t('cmdbGraph:replace')}
                    </Button>
                </div>
            )}
            <NativeSelect label={ci.name} data={readings.map(({ id, type, direction }) => ({ value: id, label: reads(type.key, direction) }))} {...field('reading')} />
            <CiPicker
                label={t('cmdbGraph:other')}
                classKey={chosen === undefined || chosen.otherClass === 'ci' ? undefined : chosen.otherClass}
                value={other === '' ? null : other}
                except={ci.id}
                error={form.formState.errors.other?.message}
                onChange={(found) => form.setValue('other', found?.id ?? '', { shouldDirty: true, shouldValidate: found !== null })}
            />
            <Textarea label={t('cmdbGraph:note')} description={t('cmdbGraph:noteHint')} rows={2} maxLength={longestNote} {...field('note')} />
        </FormModal>
    );
}
