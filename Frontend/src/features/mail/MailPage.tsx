import { Button } from '@mantine/core';
import { asProblem } from '@monozu/api-client';
import { ListPage, problemText, RelativeTime, StateTag, toast, type Column, type FilterSpec, type Tone, type View } from '@monozu/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me';
import { Module } from '../../app/Module';
import type { Letter } from '../../app/types';
import { letterList, letterRetry, lettersKey } from './api';
import './words';
import classes from './mail.module.css';

export function MailPage() {
    return (
        <Module permission="mail:read">
            <Mail />
        </Module>
    );
}

const states = ['failed', 'queued', 'sent'] as const;
const tones: Record<Letter['state'], Tone> = { failed: 'bad', queued: 'wait', sent: 'good' };
const rowId = (letter: Letter) => letter.id;
const rowLabel = (letter: Letter) => letter.to ?? letter.id;

/** A letter whose link has run out cannot be sent again; whoever wrote it makes a new one. */
const mayGoAgain = (letter: Letter) => letter.state === 'failed' && (letter.valid_until === null || Date.parse(letter.valid_until) > Date.now());

/** What became of each letter, for those who look after a tenant: never what it says. */
function Mail() {
    const { t } = useTranslation();
    const { can } = useMe();
    const queries = useQueryClient();
    const mayWrite = can('mail:write');
    const columns = useMemo((): Column<Letter>[] => {
        const again = async (letter: Letter) => {
            try {
                await letterRetry(letter.id);
                toast('done', t('mail:retried'));
            } catch (error) {
                toast('failed', t('mail:notRetried'), { detail: problemText(asProblem(error), t('ui.state.errorBody')) });
            }
            await queries.invalidateQueries({ queryKey: lettersKey });
        };
        return [
            { id: 'created', header: t('mail:created'), width: 110, sort: { field: 'created_at', first: 'down' }, cell: (row) => <RelativeTime at={row.created_at} /> },
            { id: 'to', header: t('mail:to'), width: 210, card: 'title', cell: (row) => row.to ?? t('mail:unreadable') },
            { id: 'kind', header: t('mail:kindLabel'), width: 185, cell: (row) => t(`mail:kind.${row.kind}`) },
            { id: 'state', header: t('mail:stateLabel'), width: 130, card: 'lead', cell: (row) => <StateTag tone={tones[row.state]}>{t(`mail:state.${row.state}`)}</StateTag> },
            { id: 'attempts', header: t('mail:attempts'), width: 84, cell: (row) => String(row.attempts) },
            { id: 'next', header: t('mail:next'), width: 115, cell: (row) => (row.next_attempt_at === null ? '—' : <RelativeTime at={row.next_attempt_at} />) },
            { id: 'error', header: t('mail:error'), width: 200, grow: true, cell: (row) => <span className={classes.quiet} title={row.last_error ?? undefined}>{row.last_error ?? '—'}</span> },
            {
                id: 'actions',
                header: t('mail:actions'),
                width: 130,
                card: 'action',
                cell: (row) =>
                    mayWrite && mayGoAgain(row) ? (
                        <Button size="compact-xs" variant="default" aria-label={t('mail:retryNamed', { to: rowLabel(row) })} onClick={() => void again(row)}>
                            {t('mail:retry')}
                        </Button>
                    ) : null,
            },
        ];
    }, [t, mayWrite, queries]);
    const filters = useMemo((): FilterSpec[] => [{ id: 'state', label: t('mail:stateLabel'), kind: 'choice', options: states.map((value) => ({ value, label: t(`mail:state.${value}`) })) }], [t]);
    const views = useMemo(
        (): View[] => [
            { label: t('mail:views.all'), search: {} },
            { label: t('mail:views.failed'), search: { state: 'failed' } },
            { label: t('mail:views.queued'), search: { state: 'queued' } },
        ],
        [t],
    );
    return (
        <ListPage
            name="mail"
            title={t('nav.mail')}
            columns={columns}
            source={letterList}
            rowId={rowId}
            rowLabel={rowLabel}
            defaultSort="-created_at"
            filters={filters}
            views={views}
            empty={{ title: t('mail:emptyTitle'), body: t('mail:emptyBody') }}
        />
    );
}
