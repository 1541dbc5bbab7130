import { AppLink } from '../nav/AppLink';
import classes from './Tabs.module.css';

export interface Tab {
    id: string;
    label: string;
    href: string;
}

/** The parts of one thing, each with an address of its own: links, so that a part can be sent to somebody and opened beside another. */
export function Tabs({ label, tabs, present }: { label: string; tabs: readonly Tab[]; present: string }) {
    return (
        <nav aria-label={label} className={classes.tabs}>
            {tabs.map((tab) => (
                <AppLink key={tab.id} href={tab.href} className={classes.tab} aria-current={tab.id === present ? 'page' : undefined}>
                    {tab.label}
                </AppLink>
            ))}
        </nav>
    );
}
