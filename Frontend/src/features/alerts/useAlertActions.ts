import { asProblem } from '@monozu/api-client';
import { problemText, toast, useNavigateTo } from '@monozu/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../app/paths';
import type { Alert } from '../../app/types';
import { alertAcknowledge, alertClose, alertsKey, alertToIncident, mergeAlert } from './api';

export function useAlertActions() {
    const { t } = useTranslation();
    const queries = useQueryClient();
    const go = useNavigateTo();
    const incidentKeys = useRef(new Map<string, string>());

    const failed = (error: unknown) => toast('failed', t('alerts.notDone'), { detail: problemText(asProblem(error), t('ui.state.errorBody')) });

    const act = async (ids: readonly string[], call: (id: string) => Promise<Alert>) => {
        const results = await Promise.allSettled(ids.map(async (id) => mergeAlert(queries, await call(id))));
        const refused = results.find((result) => result.status === 'rejected');
        if (refused !== undefined) {
            failed(refused.reason);
            void queries.invalidateQueries({ queryKey: alertsKey });
        }
        void queries.invalidateQueries({ queryKey: ['overview'] });
    };

    return {
        acknowledge: (ids: readonly string[]) => act(ids, alertAcknowledge),
        close: (ids: readonly string[]) => act(ids, (id) => alertClose(id)),
        toIncident: async (alert: Alert) => {
            const key = incidentKeys.current.get(alert.id) ?? crypto.randomUUID();
            incidentKeys.current.set(alert.id, key);
            try {
                const incident = await alertToIncident(alert.id, key);
                void queries.invalidateQueries({ queryKey: alertsKey });
                void queries.invalidateQueries({ queryKey: ['incidents'] });
                go(paths.incident(incident.id));
            } catch (error) {
                failed(error);
            }
        },
    };
}
