import { asProblem } from '@monozu/api-client';
import { ConflictModal, problemText, toast, type Conflict } from '@monozu/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../app/types';
import { incidentAssign, incidentClose, incidentQuery, incidentReopen, incidentResolve, incidentUpdate, keepIncident, type IncidentChange } from './api';
import { priorityOf } from './priority';

type Field = keyof IncidentChange;

interface Pending {
    shown: Conflict;
    change: IncidentChange;
    theirs: Incident;
}

/** What can be done with one incident. Changes show at once and are taken back, with a word, when the server does not agree. */
export function useIncidentActions(incident: Incident | undefined) {
    const { t } = useTranslation();
    const queries = useQueryClient();
    const [pending, setPending] = useState<Pending | null>(null);

    const failed = (error: unknown) => toast('failed', t('incidents.notSaved'), { detail: problemText(asProblem(error), t('ui.state.errorBody')) });

    const words = (field: Field, of: Incident | IncidentChange): string => {
        const value = of[field] ?? '';
        return field === 'impact' || field === 'urgency' ? t(`incidents.level.${value}`) : value;
    };

    const change = async (wanted: IncidentChange, base: Incident | undefined = incident) => {
        if (base === undefined) {
            return;
        }
        const key = incidentQuery(base.id).queryKey;
        await queries.cancelQueries({ queryKey: key });
        const guess = { ...base, ...wanted };
        queries.setQueryData(key, { ...guess, priority: priorityOf(guess.impact, guess.urgency) });
        try {
            keepIncident(queries, await incidentUpdate(base, wanted));
        } catch (error) {
            queries.setQueryData(key, base);
            if (asProblem(error).status !== 412) {
                failed(error);
                return;
            }
            const theirs = await queries.fetchQuery({ ...incidentQuery(base.id), staleTime: 0 });
            const fields = (Object.keys(wanted) as Field[]).filter((field) => theirs[field] !== base[field]);
            const [field] = fields;
            if (field === undefined) {
                // Somebody changed something else: the two do not touch, so ours goes through on top of theirs.
                await change(wanted, theirs);
            } else {
                setPending({ theirs, change: wanted, shown: { label: t(`incidents.${field}`), mine: words(field, wanted), theirs: words(field, theirs) } });
            }
        }
    };

    const act = async (call: (id: string) => Promise<Incident>) => {
        if (incident === undefined) {
            return;
        }
        try {
            keepIncident(queries, await call(incident.id));
        } catch (error) {
            failed(error);
            void queries.invalidateQueries({ queryKey: incidentQuery(incident.id).queryKey });
        }
    };

    /** For dialogs, which show the problem themselves. */
    const actOrThrow = async (call: (id: string) => Promise<Incident>) => {
        if (incident !== undefined) {
            keepIncident(queries, await call(incident.id));
        }
    };

    return {
        change: (wanted: IncidentChange) => change(wanted),
        assign: (assigneeId: string | null) => act((id) => incidentAssign(id, assigneeId)),
        close: () => act(incidentClose),
        resolve: (resolution: string) => actOrThrow((id) => incidentResolve(id, resolution)),
        reopen: (reason: string) => actOrThrow((id) => incidentReopen(id, reason)),
        conflict: (
            <ConflictModal
                conflict={pending?.shown ?? null}
                onTakeTheirs={() => setPending(null)}
                onKeepMine={() => {
                    setPending(null);
                    if (pending !== null) {
                        void change(pending.change, pending.theirs);
                    }
                }}
            />
        ),
    };
}
