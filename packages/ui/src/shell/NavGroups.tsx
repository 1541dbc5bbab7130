import { useLocation } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import { AppLink } from '../nav/AppLink';
import classes from './Shell.module.css';

export interface NavItem {
    href: string;
    label: string;
    icon: LucideIcon;
    /** "g i" */
    keys?: string;
    /** A word or number for what is new behind it. */
    badge?: string | undefined;
    /** Shown in the bar at the thumb, on a phone. */
    main?: boolean;
}

export interface NavGroup {
    label?: string;
    items: readonly NavItem[];
}

export function useIsHere(): (href: string) => boolean {
    const path = useLocation({ select: (location) => location.pathname });
    return (href) => (href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`));
}

export function NavGroups({ groups, onFollow }: { groups: readonly NavGroup[]; onFollow?: () => void }) {
    const isHere = useIsHere();
    // A page below another one that is listed too is not that one: the longest address counts.
    const here = groups.flatMap(({ items }) => items.map(({ href }) => href).filter(isHere)).reduce((longest, href) => (href.length > longest.length ? href : longest), '');
    return groups.map((group, index) => (
        <div key={group.label ?? index} className={classes.group}>
            {group.label !== undefined && <div className={classes.groupLabel}>{group.label}</div>}
            {group.items.map(({ href, label, icon: Icon, badge }) => (
                <AppLink key={href} href={href} className={classes.item} aria-current={href === here ? 'page' : undefined} onClick={() => onFollow?.()}>
                    <Icon size={15} strokeWidth={1.75} aria-hidden />
                    <span className={classes.itemLabel}>{label}</span>
                    {badge !== undefined && <span className={classes.badge}>{badge}</span>}
                </AppLink>
            ))}
        </div>
    ));
}
