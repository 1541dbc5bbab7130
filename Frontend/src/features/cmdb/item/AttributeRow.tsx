import { asProblem } from '@monozu/api-client';
import { RelativeTime, useProblemText } from '@monozu/ui';
import { Pencil, Split } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StaleMark } from '../StaleMark';
import type { Attribute, Value } from '../types';
import { isSame } from '../values';
import { ValueText } from '../ValueText';
import type { Word } from './provenance';
import classes from './item.module.css';

const ValueEditor = lazy(() => import('./ValueEditor'));
const ProvenancePopover = lazy(() => import('./ProvenancePopover'));

interface AttributeRowProps {
    attribute: Attribute;
    label: string;
    value: Value | undefined;
    word: Word | undefined;
    editable: boolean;
    /** Throws the problem where the server does not take it. */
    onChange: (value: Value) => Promise<void>;
    onForget: () => Promise<void>;
}

/** One attribute: its value, changed in place, and who says so since when. */
export function AttributeRow({ attribute, label, value, word, editable, onChange, onForget }: AttributeRowProps) {
    const { t } = useTranslation();
    const explain = useProblemText();
    const [editing, setEditing] = useState(false);
    const [error, setError] = useState<string | null>(null);
    const [asked, setAsked] = useState(false);
    const save = async (next: Value) => {
        if (isSame(next, value)) {
            setEditing(false);
            return;
        }
        try {
            await onChange(next);
            setEditing(false);
            setError(null);
        } catch (failure) {
            const problem = asProblem(failure);
            setError(problem.errors.find(({ pointer }) => pointer.endsWith(`/${attribute.key}`))?.detail ?? (problem.status === 412 ? t('cmdbItem:changedMeanwhile') : explain(problem)));
        }
    };
    const winner = word?.winner;
    const source = winner !== undefined && (
        <button type="button" className={classes.source} aria-haspopup="dialog" onClick={() => setAsked(true)}>
            <span className="mz-hidden">{t('cmdbItem:provenance.open', { name: label })}</span>
            {word?.disputed === true && <Split size={12} aria-hidden />}
            <span>{winner.source_name}</span> · <RelativeTime at={winner.seen_at} />
        </button>
    );
    return (
        <div className={classes.attribute}>
            <dt>{label}</dt>
            <dd>
                {editing ? (
                    <Suspense>
                        <ValueEditor
                            attribute={attribute}
                            label={label}
                            value={value}
                            error={error}
                            onSave={save}
                            onCancel={() => {
                                setEditing(false);
                                setError(null);
                            }}
                        />
                    </Suspense>
                ) : (
                    <div className={classes.value}>
                        <span className={classes.text}>
                            <ValueText attribute={attribute} value={value} />
                        </span>
                        {editable && (
                            <button type="button" className={classes.edit} aria-label={t('ui.detail.edit', { name: label })} title={t('ui.detail.edit', { name: label })} onClick={() => setEditing(true)}>
                                <Pencil size={12} aria-hidden />
                            </button>
                        )}
                        {winner?.stale === true && <StaleMark />}
                        {word !== undefined && source !== false && (asked ? <Suspense fallback={source}><ProvenancePopover attribute={attribute} label={label} word={word} target={source} mayForget={editable && word.byHand} onForget={onForget} /></Suspense> : source)}
                    </div>
                )}
            </dd>
        </div>
    );
}
