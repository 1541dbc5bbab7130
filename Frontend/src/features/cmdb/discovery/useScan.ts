import { asProblem } from '@monozu/api-client';
import { problemText, toast } from '@monozu/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { networkQuery, networkScan, networksKey } from './api';

/** Has a network looked at now; a second click while that is under way asks for nothing. */
export function useScan() {
    const { t } = useTranslation();
    const queries = useQueryClient();
    const [asking, setAsking] = useState<string | null>(null);
    const scan = async (id: string) => {
        if (asking !== null) {
            return;
        }
        setAsking(id);
        try {
            queries.setQueryData(networkQuery(id).queryKey, await networkScan(id));
            toast('done', t('discovery:asked'));
            await queries.invalidateQueries({ queryKey: networksKey });
        } catch (error) {
            toast('failed', t('discovery:notAsked'), { detail: problemText(asProblem(error), t('ui.state.errorBody')) });
        } finally {
            setAsking(null);
        }
    };
    return { asking, scan };
}
