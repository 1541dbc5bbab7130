import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { toast, useNavigateTo } from '@monozu/ui';
import { FormModal, useDraftForm } from '@monozu/ui/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { paths } from '../../app/paths';
import { incidentCreate, keepIncident, type NewIncident } from './api';
import { priorityOf } from './priority';
import { levels, Priority } from './words';
import classes from './incidents.module.css';

const longestTitle = 200;
const longestDescription = 20_000;

export default function CreateIncident({ onClose }: { onClose: () => void }) {
    const { t } = useTranslation();
    const go = useNavigateTo();
    const queries = useQueryClient();
    const level = z.enum(['low', 'medium', 'high']);
    const { form, field, onSubmit, problem, others, discard } = useDraftForm<NewIncident>({
        draft: 'incident',
        schema: z.object({
            title: z.string().trim().min(1, t('form.required')).max(longestTitle),
            description: z.string().max(longestDescription),
            impact: level,
            urgency: level,
        }),
        defaults: { title: '', description: '', impact: 'medium', urgency: 'medium' },
        submit: async (values, key) => {
            const incident = await incidentCreate(values, key);
            keepIncident(queries, incident);
            discard();
            onClose();
            toast('done', t('incidents.made', { number: incident.number }), { action: { label: t('incidents.openIt'), run: () => go(paths.incident(incident.id)) } });
        },
    });
    const [impact, urgency] = form.watch(['impact', 'urgency']);
    const options = levels.map((value) => ({ value, label: t(`incidents.level.${value}`) }));
    return (
        <FormModal title={t('incidents.create')} submitLabel={t('incidents.create')} busy={form.formState.isSubmitting} problem={problem} others={others} onSubmit={onSubmit} onClose={onClose}>
            <TextInput data-autofocus label={t('incidents.title')} maxLength={longestTitle} {...field('title')} />
            <Textarea label={t('incidents.description')} rows={6} {...field('description')} />
            <div className={classes.levels}>
                <NativeSelect label={t('incidents.impact')} data={options} {...field('impact')} />
                <NativeSelect label={t('incidents.urgency')} data={options} {...field('urgency')} />
            </div>
            <p className={classes.outcome}>
                {t('incidents.willBe')} <Priority priority={priorityOf(impact, urgency)} />
            </p>
        </FormModal>
    );
}
