import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attribute, Value } from '../types';
import { ValueField } from '../ValueField';
import { draftOf, valueOf } from '../values';
import classes from './item.module.css';

interface ValueEditorProps {
    attribute: Attribute;
    label: string;
    value: Value | undefined;
    error: string | null;
    onSave: (value: Value) => Promise<void>;
    onCancel: () => void;
}

/** A value being changed in its place: Enter keeps it, Escape gives it up; what the server says against it stands at the field. */
export default function ValueEditor({ attribute, label, value, error, onSave, onCancel }: ValueEditorProps) {
    const { t } = useTranslation();
    const [draft, setDraft] = useState(() => draftOf(value));
    const [busy, setBusy] = useState(false);
    return (
        <form
            className={classes.editor}
            noValidate
            onSubmit={(event) => {
                event.preventDefault();
                setBusy(true);
                void onSave(valueOf(attribute, draft)).finally(() => setBusy(false));
            }}
            onKeyDown={(event) => {
                if (event.key === 'Escape') {
                    onCancel();
                }
            }}
        >
            <ValueField autoFocus attribute={attribute} label={label} draft={draft} error={error ?? undefined} onChange={setDraft} />
            <div className={classes.editorActions}>
                <Button type="submit" size="compact-sm" loading={busy}>
                    {t('ui.save')}
                </Button>
                <Button variant="default" size="compact-sm" onClick={onCancel}>
                    {t('ui.cancel')}
                </Button>
            </div>
        </form>
    );
}
