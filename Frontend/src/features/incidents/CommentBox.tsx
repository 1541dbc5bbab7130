import { Button, Textarea } from '@mantine/core';
import { asProblem } from '@monozu/api-client';
import { forget, isText, problemText, recall, remember, toast } from '@monozu/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { incidentComment, timelineQuery } from './api';
import classes from './incidents.module.css';

const longest = 10_000;

/** What was begun is kept until it is sent, whatever happens to the page. */
export function CommentBox({ id }: { id: string }) {
    const { t } = useTranslation();
    const queries = useQueryClient();
    const draft = `draft.comment.${id}`;
    const [text, setText] = useState(() => recall(draft, isText, sessionStorage) ?? '');
    const [busy, setBusy] = useState(false);
    const key = useRef(crypto.randomUUID());

    const type = (next: string) => {
        setText(next);
        key.current = crypto.randomUUID();
        remember(draft, next, sessionStorage);
    };
    const send = async () => {
        if (busy || text.trim() === '') {
            return;
        }
        setBusy(true);
        try {
            await incidentComment(id, text.trim(), key.current);
            setText('');
            key.current = crypto.randomUUID();
            forget(draft, sessionStorage);
            await queries.invalidateQueries({ queryKey: timelineQuery(id).queryKey });
        } catch (error) {
            toast('failed', t('incidents.commentFailed'), { detail: problemText(asProblem(error), t('ui.state.errorBody')) });
        } finally {
            setBusy(false);
        }
    };
    return (
        <form
            className={classes.comment}
            onSubmit={(event) => {
                event.preventDefault();
                void send();
            }}
        >
            <Textarea
                aria-label={t('incidents.comment')}
                placeholder={t('incidents.comment')}
                autosize={false}
                rows={text === '' ? 2 : 5}
                maxLength={longest}
                value={text}
                onChange={(event) => type(event.currentTarget.value)}
                onKeyDown={(event) => {
                    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                        event.preventDefault();
                        void send();
                    }
                }}
            />
            <Button type="submit" variant="default" loading={busy}>
                {t('incidents.send')}
            </Button>
        </form>
    );
}
