import { asProblem } from '@monozu/api-client';
import { problemText, toast } from '@monozu/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ciQuery, ciUpdate, keepCi, type CiChange } from '../api';
import type { Ci } from '../types';

/** Changes of one CI. Somebody else's change of something else in between does not stand in the way: ours is put on top of it. */
export function useCiActions(ci: Ci | undefined) {
    const { t } = useTranslation();
    const queries = useQueryClient();

    /** For fields, which show the problem themselves. */
    const changeOrThrow = async (change: CiChange): Promise<void> => {
        if (ci === undefined) {
            return;
        }
        try {
            keepCi(queries, await ciUpdate(ci, change));
        } catch (error) {
            if (asProblem(error).status !== 412) {
                throw error;
            }
            const theirs = await queries.fetchQuery({ ...ciQuery(ci.id), staleTime: 0 });
            const touched = [...(change.name === undefined ? [] : [ci.name !== theirs.name]), ...(change.status === undefined ? [] : [ci.status !== theirs.status]), ...Object.keys({ ...change.attributes }).map((key) => JSON.stringify(ci.attributes[key]) !== JSON.stringify(theirs.attributes[key]))];
            if (touched.some(Boolean)) {
                throw error;
            }
            keepCi(queries, await ciUpdate(theirs, change));
        }
    };

    const change = async (wanted: CiChange): Promise<void> => {
        try {
            await changeOrThrow(wanted);
        } catch (error) {
            toast('failed', t('cmdb:notSaved'), { detail: problemText(asProblem(error), t('ui.state.errorBody')) });
            if (ci !== undefined) {
                void queries.invalidateQueries({ queryKey: ciQuery(ci.id).queryKey });
            }
        }
    };
    return { change, changeOrThrow };
}
