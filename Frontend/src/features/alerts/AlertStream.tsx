import { LiveConnection, type LiveMessage, type LiveState } from '@monozu/api-client';
import { toast, useNavigateTo } from '@monozu/ui';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../../app/api';
import { topicUrl } from '../../app/config';
import { paths } from '../../app/paths';
import type { Alert } from '../../app/types';
import { alertsKey, mergeAlert } from './api';
import { emptyFeed, know, looked, receive, type Feed } from './feed';

interface AlertStreamValue {
    state: LiveState;
    /** When the connection was lost; null while it stands. */
    staleSince: number | null;
    waiting: readonly Alert[];
    unseen: number;
    /** The list has these rows now. */
    know: (ids: readonly string[]) => void;
    /** The alerts are being looked at. */
    looked: () => void;
}

const silent: AlertStreamValue = { state: 'stopped', staleSince: null, waiting: [], unseen: 0, know: () => undefined, looked: () => undefined };

const Context = createContext<AlertStreamValue>(silent);

export const useAlertStream = () => useContext(Context);

const loud = new Set<Alert['severity']>(['critical', 'high']);
const recountMs = 2000;

/** One WebSocket for the whole console: whatever page is open, an alert is known as soon as it happens. */
export function AlertStreamProvider({ enabled, children }: { enabled: boolean; children: ReactNode }) {
    const { t } = useTranslation();
    const queries = useQueryClient();
    const go = useNavigateTo();
    const [state, setState] = useState<LiveState>('stopped');
    const [staleSince, setStaleSince] = useState<number | null>(null);
    const [feed, setFeed] = useState<Feed>(emptyFeed);
    // The connection outlives many renders; it reads the present feed and tells through the present words.
    const current = useRef(feed);
    const announce = useRef<(alert: Alert) => void>(() => undefined);
    useEffect(() => {
        announce.current = (alert) => {
            if (loud.has(alert.severity) && !location.pathname.startsWith(paths.alerts())) {
                toast('news', alert.title, { detail: [t(`ui.severity.${alert.severity}`), alert.device_name].filter(Boolean).join(' · '), action: { label: t('alerts.look'), run: () => go(paths.alert(alert.id)) } });
            }
        };
    });

    useEffect(() => {
        if (!enabled) {
            return;
        }
        let recount: ReturnType<typeof setTimeout> | null = null;
        let openedBefore = false;
        const update = (next: Feed) => {
            current.current = next;
            setFeed(next);
        };
        const recountSoon = () => {
            recount ??= setTimeout(() => {
                recount = null;
                void queries.invalidateQueries({ queryKey: ['overview'] });
            }, recountMs);
        };
        const connection = new LiveConnection<Alert>({
            url: topicUrl('security'),
            token: (refused) => (refused === undefined ? session.token() : session.refresh(refused)),
            after: () => current.current.newest,
            onMessage: (message: LiveMessage<Alert>) => {
                const received = receive(current.current, message);
                update(received.feed);
                mergeAlert(queries, message.data);
                recountSoon();
                if (received.isNew) {
                    announce.current(message.data);
                }
            },
            onState: (next) => {
                setState(next);
                if (next === 'open') {
                    setStaleSince(null);
                    if (!openedBefore && current.current.newest === null) {
                        // Between reading the list and opening the connection something may have happened that neither has told.
                        void queries.invalidateQueries({ queryKey: [...alertsKey, 'list'] });
                    }
                    openedBefore = true;
                } else if (openedBefore && next !== 'stopped') {
                    setStaleSince((since) => since ?? Date.now());
                }
            },
        });
        connection.start();
        return () => {
            connection.stop();
            if (recount !== null) {
                clearTimeout(recount);
            }
        };
    }, [enabled, queries]);

    const value = useMemo(
        (): AlertStreamValue => ({
            state,
            staleSince,
            waiting: feed.waiting,
            unseen: feed.unseen,
            know: (ids) => {
                current.current = know(current.current, ids);
                setFeed(current.current);
            },
            looked: () => {
                current.current = looked(current.current);
                setFeed(current.current);
            },
        }),
        [state, staleSince, feed],
    );
    return <Context.Provider value={enabled ? value : silent}>{children}</Context.Provider>;
}
