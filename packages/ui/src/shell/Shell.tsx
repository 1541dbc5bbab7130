import { useMediaQuery } from '@mantine/hooks';
import { ChevronsUpDown, Ellipsis, LogOut, Search } from 'lucide-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Keys } from '../keys/Keys';
import { useShortcuts } from '../keys/shortcuts';
import { ActionMenu } from '../menu/ActionMenu';
import { AppLink } from '../nav/AppLink';
import { useNavigateTo } from '../nav/search';
import { openPalette } from '../palette/CommandPalette';
import { usePreferenceEntries } from './preferences';
import type { Language } from '../i18n';
import { NavGroups, useIsHere, type NavGroup, type NavItem } from './NavGroups';
import classes from './Shell.module.css';

const MoreDrawer = lazy(() => import('./MoreDrawer'));

export interface ShellProps {
    groups: readonly NavGroup[];
    /** Where the person is: the tenant, or the console's name. */
    top: ReactNode;
    person: { name: string; email: string };
    onLanguage: (language: Language) => void;
    onSignOut: () => void;
    children: ReactNode;
}

export function Shell(props: ShellProps) {
    const { groups } = props;
    const { t } = useTranslation();
    const go = useNavigateTo();
    const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) === true;
    const items = groups.flatMap((group) => [...group.items]);
    useShortcuts(items.flatMap((item) => (item.keys === undefined ? [] : [{ keys: item.keys, label: t('ui.keys.goTo', { name: item.label }), run: () => go(item.href) }])));
    return (
        <div className={classes.shell} data-phone={isPhone}>
            <a href="#content" className={classes.skip}>
                {t('ui.shell.skip')}
            </a>
            {!isPhone && <Sidebar {...props} />}
            <main id="content" tabIndex={-1} className={classes.main}>
                {props.children}
            </main>
            {isPhone && <BottomBar {...props} items={items} />}
        </div>
    );
}

function Sidebar({ groups, top, person, onLanguage, onSignOut }: ShellProps) {
    const { t } = useTranslation();
    const preferences = usePreferenceEntries(onLanguage);
    return (
        <div className={classes.sidebar}>
            <header className={classes.top}>{top}</header>
            <button type="button" className={classes.search} onClick={openPalette}>
                <Search size={14} aria-hidden />
                <span>{t('ui.shell.search')}</span>
                <Keys keys="mod+k" />
            </button>
            <nav aria-label={t('ui.shell.navigation')} className={classes.nav}>
                <NavGroups groups={groups} />
            </nav>
            <ActionMenu
                position="top-start"
                width={232}
                entries={[{ heading: person.email }, ...preferences, 'divider', { label: t('ui.shell.signOut'), icon: LogOut, run: onSignOut }]}
                target={
                    <button type="button" className={classes.person}>
                        <span className={classes.avatar} aria-hidden>
                            {initials(person.name)}
                        </span>
                        <span className={classes.personName}>{person.name}</span>
                        <ChevronsUpDown size={13} aria-hidden />
                    </button>
                }
            />
        </div>
    );
}

function BottomBar({ groups, items, top, person, onLanguage, onSignOut }: ShellProps & { items: readonly NavItem[] }) {
    const { t } = useTranslation();
    const isHere = useIsHere();
    const [more, setMore] = useState(false);
    const main = items.filter((item) => item.main === true).slice(0, 4);
    return (
        <>
            <nav aria-label={t('ui.shell.navigation')} className={classes.bottom}>
                {main.map(({ href, label, icon: Icon, badge }) => (
                    <AppLink key={href} href={href} className={classes.bottomItem} aria-current={isHere(href) ? 'page' : undefined}>
                        <Icon size={19} strokeWidth={1.75} aria-hidden />
                        <span className={classes.bottomLabel}>{label}</span>
                        {badge !== undefined && <span className={classes.bottomBadge}>{badge}</span>}
                    </AppLink>
                ))}
                <button type="button" className={classes.bottomItem} aria-haspopup="dialog" aria-expanded={more} onClick={() => setMore(true)}>
                    <Ellipsis size={19} aria-hidden />
                    <span className={classes.bottomLabel}>{t('ui.shell.more')}</span>
                </button>
            </nav>
            {more && (
                <Suspense>
                    <MoreDrawer groups={groups} top={top} person={person} onLanguage={onLanguage} onSignOut={onSignOut} onClose={() => setMore(false)} />
                </Suspense>
            )}
        </>
    );
}

export function initials(name: string): string {
    const words = name.split(/\s+/).filter(Boolean);
    return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase();
}
