import { TextInput } from '@mantine/core';
import { asProblem, type ApiProblem } from '@monozu/api-client';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormModal } from './FormModal';

/** Before what cannot be undone: says what will happen. With `typed`, that word has to be written first. */
export function ConfirmModal(props: { title: string; body: ReactNode; label: string; typed?: string; onConfirm: () => Promise<void>; onClose: () => void }) {
    const { t } = useTranslation();
    const [text, setText] = useState('');
    const [wrong, setWrong] = useState(false);
    const [busy, setBusy] = useState(false);
    const [problem, setProblem] = useState<ApiProblem | null>(null);
    const confirm = async () => {
        if (props.typed !== undefined && text.trim() !== props.typed) {
            setWrong(true);
            return;
        }
        setBusy(true);
        try {
            await props.onConfirm();
            props.onClose();
        } catch (error) {
            setProblem(asProblem(error));
        } finally {
            setBusy(false);
        }
    };
    return (
        <FormModal
            danger
            title={props.title}
            submitLabel={props.label}
            busy={busy}
            problem={problem}
            onClose={props.onClose}
            onSubmit={(event) => {
                event.preventDefault();
                void confirm();
            }}
        >
            <div>{props.body}</div>
            {props.typed !== undefined && (
                <TextInput
                    data-autofocus
                    label={t('ui.confirm.type', { text: props.typed })}
                    value={text}
                    error={wrong ? t('ui.confirm.wrong') : undefined}
                    onChange={(event) => {
                        setWrong(false);
                        setText(event.currentTarget.value);
                    }}
                />
            )}
        </FormModal>
    );
}
