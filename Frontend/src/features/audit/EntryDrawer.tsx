import { Drawer } from '@mantine/core';
import { AppLink, Properties, Property, useFormat } from '@monozu/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../app/paths';
import type { AuditEntry } from '../../app/types';
import { noted } from './changes';
import { phrase, targetHref } from './operations';
import { OutcomeTag, who } from './words';
import classes from './audit.module.css';

/** One entry in full, with a way to all others of the same person, thing, address or request. */
export default function EntryDrawer({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
    const { t } = useTranslation();
    const format = useFormat();
    const href = targetHref(entry);
    const target = entry.target_email ?? entry.target_id;
    return (
        <Drawer opened onClose={onClose} position="right" size="lg" title={phrase(entry.operation, t)} closeButtonProps={{ 'aria-label': t('ui.close') }}>
            <Properties>
                <Property label={t('audit.at')}>{format.dateTime(entry.at)}</Property>
                <Property label={t('audit.outcome')}>
                    <OutcomeTag outcome={entry.outcome} />
                </Property>
                <Property label={t('audit.actor')}>
                    <Others search={{ actor_id: entry.actor_id }} onFollow={onClose}>{who(entry, t)}</Others>
                </Property>
                {target !== null && target !== undefined && (
                    <Property label={t('audit.target')}>
                        {href === null ? <span className={classes.code}>{target}</span> : <AppLink href={href}>{target}</AppLink>} (<Others search={{ target_id: entry.target_id }} onFollow={onClose}>{t('audit.all')}</Others>)
                    </Property>
                )}
                <Property label={t('audit.address')}>
                    <Others search={{ remote_address: entry.remote_address }} onFollow={onClose}>{entry.remote_address ?? '—'}</Others>
                </Property>
                <Property label={t('audit.operation')}>
                    <code className={classes.code}>{entry.operation}</code>
                </Property>
                <Property label={t('audit.request')}>
                    <Others search={{ request_id: entry.request_id }} onFollow={onClose}>
                        <code className={classes.code}>{entry.request_id ?? '—'}</code>
                    </Others>
                </Property>
            </Properties>
            <Changes changes={entry.changes} />
        </Drawer>
    );
}

function Others({ search, onFollow, children }: { search: Record<string, string | null | undefined>; onFollow: () => void; children: ReactNode }) {
    const [key, value] = Object.entries(search)[0] ?? ['', null];
    return value === null || value === undefined ? <>{children}</> : <AppLink href={paths.audit({ [key]: value })} onClick={onFollow}>{children}</AppLink>;
}

function Changes({ changes }: { changes: unknown }) {
    const { t } = useTranslation();
    const what = noted(changes);
    if (what === null) {
        return null;
    }
    const changed = what.kind === 'changed';
    return (
        <table className={classes.fields}>
            <caption>{t(changed ? 'audit.changes' : 'audit.said')}</caption>
            <thead>
                <tr>
                    <th scope="col">{t('audit.field')}</th>
                    {changed && <th scope="col">{t('audit.before')}</th>}
                    <th scope="col">{t(changed ? 'audit.after' : 'audit.value')}</th>
                </tr>
            </thead>
            <tbody>
                {what.kind === 'changed'
                    ? what.fields.map(({ field, before, after }) => (
                          <tr key={field}>
                              <th scope="row">{field}</th>
                              <td>{before}</td>
                              <td>{after}</td>
                          </tr>
                      ))
                    : what.fields.map(({ field, value }) => (
                          <tr key={field}>
                              <th scope="row">{field}</th>
                              <td>{value}</td>
                          </tr>
                      ))}
            </tbody>
        </table>
    );
}
