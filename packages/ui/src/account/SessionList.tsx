import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../format/RelativeTime';
import { useFormat } from '../format/useFormat';
import { StateTag } from '../tags/StateTag';
import classes from './sessions.module.css';

/** A log-in that can still be used; `tenant_name` where the service has tenants. */
export interface OpenSession {
    id: string;
    device: string;
    address: string;
    tenant_name?: string;
    created_at: string;
    last_used_at: string;
    idle_at: string;
    expires_at: string;
    current: boolean;
}

/** Where somebody is signed in. `onEnd` is asked with the session that is to end; it is left out for whoever may only look. */
export function SessionList({ sessions, onEnd, tenants = false }: { sessions: readonly OpenSession[]; onEnd?: (session: OpenSession) => void; tenants?: boolean }) {
    const { t } = useTranslation();
    const format = useFormat();
    return (
        <ul className={classes.sessions}>
            {sessions.map((session) => {
                const device = session.device === '' ? t('sessions.unknownDevice') : session.device;
                return (
                    <li key={session.id}>
                        <div className={classes.what}>
                            <p>
                                <strong>{device}</strong> {session.current && <StateTag tone="good">{t('sessions.current')}</StateTag>}
                            </p>
                            <p className={classes.quiet}>
                                {session.address} · {t('sessions.lastUsed')} <RelativeTime at={session.last_used_at} />
                                {tenants && ` · ${session.tenant_name ?? ''}`}
                            </p>
                            <p className={classes.quiet}>{t('sessions.life', { since: format.dateTime(session.created_at), idle: format.dateTime(session.idle_at), end: format.date(session.expires_at) })}</p>
                        </div>
                        {onEnd !== undefined && !session.current && (
                            <Button size="compact-sm" variant="default" aria-label={t('sessions.endNamed', { device })} onClick={() => onEnd(session)}>
                                {t('sessions.end')}
                            </Button>
                        )}
                    </li>
                );
            })}
        </ul>
    );
}
