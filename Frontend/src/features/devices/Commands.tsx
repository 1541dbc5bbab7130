import { Button } from '@mantine/core';
import { asProblem } from '@monozu/api-client';
import { ActionMenu, problemText, RelativeTime, Section, toast } from '@monozu/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me';
import type { Device, DeviceCommand } from '../../app/types';
import { commandCreate, commandsQuery } from './api';
import { CommandStatus } from './words';
import classes from './devices.module.css';

const kinds = ['collect_now', 'update_snap', 'restart_agent'] as const;

/** What the machine was told to do, and what came of it. */
export function Commands({ device }: { device: Device }) {
    const { t } = useTranslation();
    const { can } = useMe();
    const queries = useQueryClient();
    const { data } = useQuery(commandsQuery(device.id));
    const [sending, setSending] = useState(false);

    const send = async (command: DeviceCommand['command']) => {
        if (sending) {
            return;
        }
        setSending(true);
        try {
            await commandCreate(device.id, command, crypto.randomUUID());
            await queries.invalidateQueries({ queryKey: commandsQuery(device.id).queryKey });
        } catch (error) {
            toast('failed', t('commands.notSent'), { detail: problemText(asProblem(error), t('ui.state.errorBody')) });
        } finally {
            setSending(false);
        }
    };
    const menu = can('commands:write') && device.status !== 'revoked' && (
        <ActionMenu
            position="bottom-end"
            width={300}
            entries={kinds.map((kind) => ({ label: t(`commands.kind.${kind}`), hint: t(`commands.hint.${kind}`), run: () => void send(kind) }))}
            target={
                <Button variant="default" loading={sending} rightSection={<ChevronDown size={13} aria-hidden />}>
                    {t('commands.send')}
                </Button>
            }
        />
    );
    return (
        <Section title={t('commands.title')} aside={menu}>
            {data?.items.length === 0 && <p className={classes.quiet}>{t('commands.none')}</p>}
            <ul className={classes.commands}>
                {data?.items.map((command) => (
                    <li key={command.id}>
                        <div className={classes.commandHead}>
                            <CommandStatus status={command.status} />
                            <span className={classes.name}>{t(`commands.kind.${command.command}`)}</span>
                            <span className={classes.quiet}>{command.created_by_name}</span>
                            <span className={classes.when}>
                                <RelativeTime at={command.finished_at ?? command.created_at} />
                            </span>
                        </div>
                        {(command.output ?? '') !== '' && (
                            <details className={classes.output}>
                                <summary>{t('commands.output', { code: command.exit_code ?? '–' })}</summary>
                                <pre tabIndex={0}>{command.output}</pre>
                            </details>
                        )}
                    </li>
                ))}
            </ul>
        </Section>
    );
}
