import { zodResolver } from '@hookform/resolvers/zod';
import { asProblem, type ApiProblem } from '@monozu/api-client';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useForm, type DefaultValues, type FieldValues, type Path, type Resolver } from 'react-hook-form';
import type { z } from 'zod';
import { dropDraft, readDraft, writeDraft } from './draft';
import { sortErrors } from './fields';

export interface DraftFormOptions<Values extends FieldValues> {
    /** Names the draft; null for forms with secrets in them. */
    draft: string | null;
    schema: z.ZodType<Values, Values>;
    defaults: Values;
    /** `key` is the same for every try of one filled-in form, so that a double click or a lost answer creates one thing. */
    submit: (values: Values, key: string) => Promise<void>;
}

/** A form whose content outlives a reload, whose errors from the server stand at their fields, and which sends one request at a time. */
export function useDraftForm<Values extends FieldValues>({ draft, schema, defaults, submit }: DraftFormOptions<Values>) {
    const kept = draft === null ? null : readDraft(draft);
    const form = useForm<Values>({
        resolver: zodResolver(schema) as Resolver<Values>,
        defaultValues: { ...defaults, ...kept } as DefaultValues<Values>,
    });
    const [problem, setProblem] = useState<ApiProblem | null>(null);
    const [others, setOthers] = useState<string[]>([]);
    const key = useRef(crypto.randomUUID());
    const sending = useRef(false);

    useEffect(() => {
        return form.subscribe({
            formState: { values: true },
            callback: ({ values }) => {
                // Another content is another thing: it must not be taken for a repetition of the first.
                key.current = crypto.randomUUID();
                if (draft !== null) {
                    writeDraft(draft, values);
                }
            },
        });
    }, [form, draft]);

    const send = async (values: Values) => {
        if (sending.current) {
            return;
        }
        sending.current = true;
        setProblem(null);
        setOthers([]);
        try {
            await submit(values, key.current);
            if (draft !== null) {
                dropDraft(draft);
            }
        } catch (error) {
            const failed = asProblem(error);
            const sorted = sortErrors(failed, Object.keys(defaults));
            sorted.fields.forEach(({ field, detail }, index) => form.setError(field as Path<Values>, { type: 'server', message: detail }, { shouldFocus: index === 0 }));
            setOthers(sorted.others);
            setProblem(failed);
        } finally {
            sending.current = false;
        }
    };

    return {
        form,
        problem,
        others,
        onSubmit: (event: FormEvent) => void form.handleSubmit(send)(event),
        discard: () => {
            if (draft !== null) {
                dropDraft(draft);
            }
            form.reset(defaults);
        },
        /** For a Mantine field: its registration and its error. */
        field: (name: Path<Values>) => ({ ...form.register(name), error: form.formState.errors[name]?.message as string | undefined }),
    };
}
