import { NativeSelect } from '@mantine/core';
import type { ApiProblem} from '@monozu/api-client';
import { asProblem } from '@monozu/api-client';
import { FormModal } from '@monozu/ui/form';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Import } from './types';
import { encodings, type Encoding } from './parts';
import { upload } from './upload';
import classes from './imports.module.css';

/** Takes a file and sends it part by part; closing stops it. */
export default function UploadModal({ onClose, onDone }: { onClose: () => void; onDone: (made: Import) => void }) {
    const { t } = useTranslation();
    const id = useId();
    const [file, setFile] = useState<File | null>(null);
    const [encoding, setEncoding] = useState<Encoding>('utf-8');
    const [sent, setSent] = useState<number | null>(null);
    const [problem, setProblem] = useState<ApiProblem | null>(null);
    const [wrong, setWrong] = useState<string | null>(null);
    const stop = useRef(new AbortController());
    useEffect(() => {
        const { current } = stop;
        return () => current.abort();
    }, []);
    const send = async () => {
        if (file === null) {
            setWrong(t('cmdbImports:upload.none'));
            return;
        }
        setSent(0);
        setProblem(null);
        setWrong(null);
        try {
            onDone(await upload(file, encoding, setSent, stop.current.signal));
        } catch (error) {
            if (stop.current.signal.aborted) {
                return;
            }
            // The decoder says nothing more than that it cannot.
            if (error instanceof TypeError) {
                setWrong(t('cmdbImports:upload.notText'));
            } else {
                setProblem(asProblem(error));
            }
            setSent(null);
        }
    };
    return (
        <FormModal
            title={t('cmdbImports:upload.title')}
            submitLabel={t('cmdbImports:upload.send')}
            busy={sent !== null}
            problem={problem}
            onClose={onClose}
            onSubmit={(event) => {
                event.preventDefault();
                void send();
            }}
        >
            <div className={classes.field}>
                <label htmlFor={id}>{t('cmdbImports:upload.choose')}</label>
                <input
                    id={id}
                    type="file"
                    accept=".csv,.txt,.tsv,.jsonl,.ndjson,.json,text/csv"
                    data-autofocus
                    aria-describedby={`${id}-hint`}
                    aria-invalid={wrong !== null}
                    onChange={(event) => {
                        setFile(event.currentTarget.files?.[0] ?? null);
                        setWrong(null);
                    }}
                />
                <small id={`${id}-hint`}>{t('cmdbImports:upload.hint')}</small>
                {wrong !== null && (
                    <strong role="alert" className={classes.wrong}>
                        {wrong}
                    </strong>
                )}
            </div>
            <NativeSelect label={t('cmdbImports:upload.encoding')} description={t('cmdbImports:upload.encodingHint')} data={[...encodings]} value={encoding} onChange={(event) => setEncoding(event.currentTarget.value as Encoding)} />
            {sent !== null && <progress className={classes.progress} max={1} value={sent} aria-label={t('cmdbImports:upload.progress')} />}
        </FormModal>
    );
}
