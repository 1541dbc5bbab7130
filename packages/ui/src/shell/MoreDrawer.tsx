import { ActionIcon, Drawer, Menu } from '@mantine/core';
import { LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NavGroups } from './NavGroups';
import { LanguageItems, SchemeItems } from './Preferences';
import type { ShellProps } from './Shell';
import classes from './Shell.module.css';

type MoreProps = Omit<ShellProps, 'children'> & { onClose: () => void };

/** On a phone: everything that does not fit into the bar at the thumb. */
export default function MoreDrawer({ groups, top, person, onLanguage, onSignOut, onClose }: MoreProps) {
    const { t } = useTranslation();
    return (
        <Drawer opened onClose={onClose} position="bottom" size="auto" title={person.name} closeButtonProps={{ 'aria-label': t('ui.close') }}>
            <div className={classes.drawer}>
                {top}
                <nav aria-label={t('ui.shell.allPages')}>
                    <NavGroups groups={groups} onFollow={onClose} />
                </nav>
                <div className={classes.drawerActions}>
                    <Menu position="top-start">
                        <Menu.Target>
                            <button type="button" className={classes.item}>
                                {t('ui.shell.preferences')}
                            </button>
                        </Menu.Target>
                        <Menu.Dropdown>
                            <SchemeItems />
                            <Menu.Divider />
                            <LanguageItems onLanguage={onLanguage} />
                        </Menu.Dropdown>
                    </Menu>
                    <ActionIcon size="lg" variant="subtle" color="gray" aria-label={t('ui.shell.signOut')} onClick={onSignOut}>
                        <LogOut size={18} aria-hidden />
                    </ActionIcon>
                </div>
            </div>
        </Drawer>
    );
}
