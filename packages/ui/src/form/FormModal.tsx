import { Button, Modal } from '@mantine/core';
import type { ApiProblem } from '@monozu/api-client';
import { useId, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormProblem } from './FormProblem';
import classes from './form.module.css';

export interface FormModalProps {
    title: string;
    submitLabel: string;
    onSubmit: (event: FormEvent) => void;
    onClose: () => void;
    busy: boolean;
    problem: ApiProblem | null;
    others?: readonly string[];
    danger?: boolean;
    /** For what stands beside each other. */
    wide?: boolean;
    children: ReactNode;
}

/** One column, labels above, errors at the field and summed up on top; the button stays enabled and says what it does. */
export function FormModal({ title, submitLabel, onSubmit, onClose, busy, problem, others = [], danger = false, wide = false, children }: FormModalProps) {
    const { t } = useTranslation();
    const id = useId();
    return (
        <Modal opened onClose={onClose} title={title} size={wide ? 'xl' : 'md'} closeButtonProps={{ 'aria-label': t('ui.close') }}>
            <form
                id={id}
                noValidate
                className={classes.form}
                onSubmit={onSubmit}
                onKeyDown={(event) => {
                    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                        event.currentTarget.requestSubmit();
                    }
                }}
            >
                <FormProblem problem={problem} others={others} />
                {children}
                <div className={classes.actions}>
                    <Button variant="default" onClick={onClose}>
                        {t('ui.cancel')}
                    </Button>
                    <Button type="submit" loading={busy} {...(danger ? { color: 'red' } : {})}>
                        {submitLabel}
                    </Button>
                </div>
            </form>
        </Modal>
    );
}
