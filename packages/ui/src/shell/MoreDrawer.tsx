import { ActionIcon, Drawer } from '@mantine/core';
import { LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ActionMenu } from '../menu/ActionMenu';
import { NavGroups } from './NavGroups';
import { usePreferenceEntries } from './preferences';
import type { ShellProps } from './Shell';
import classes from './Shell.module.css';

type MoreProps = Omit<ShellProps, 'children'> & { onClose: () => void };

/** On a phone: everything that does not fit into the bar at the thumb. */
export default function MoreDrawer({ groups, top, person, onLanguage, onSignOut, onClose }: MoreProps) {
    const { t } = useTranslation();
    const preferences = usePreferenceEntries(onLanguage);
    return (
        <Drawer opened onClose={onClose} position="bottom" size="auto" title={person.name} closeButtonProps={{ 'aria-label': t('ui.close') }}>
            <div className={classes.drawer}>
                {top}
                <nav aria-label={t('ui.shell.allPages')}>
                    <NavGroups groups={groups} onFollow={onClose} />
                </nav>
                <div className={classes.drawerActions}>
                    <ActionMenu
                        position="top-start"
                        entries={preferences}
                        target={
                            <button type="button" className={classes.item}>
                                {t('ui.shell.preferences')}
                            </button>
                        }
                    />
                    <ActionIcon size="lg" variant="subtle" color="gray" aria-label={t('ui.shell.signOut')} onClick={onSignOut}>
                        <LogOut size={18} aria-hidden />
                    </ActionIcon>
                </div>
            </div>
        </Drawer>
    );
}
