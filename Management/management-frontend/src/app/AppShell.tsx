import { CommandPalette, HelpModal, Shell, useCommands, useSignOut, type Language, type NavGroup } from '@monozu/ui';
import { AskedDialog } from '@monozu/ui/factor/AskedDialog';
import { Outlet } from '@tanstack/react-router';
import { Building2, CircleUserRound, ScrollText, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { session, stepUpOffer } from './api';
import { product } from './config';
import { switchLanguage } from './i18n';
import { useMe } from './me';
import { paths } from './paths';
import classes from './AppShell.module.css';

export function AppShell() {
    const { t, i18n } = useTranslation();
    const { me, can } = useMe();
    const signOut = useSignOut(session);
    const onLanguage = (language: Language) => void switchLanguage(i18n, language);
    const groups: NavGroup[] = [
        {
            items: [
                { href: paths.tenants(), label: t('nav.tenants'), icon: Building2, keys: 'g t', main: true },
                ...(can('audit:read') ? [{ href: paths.audit(), label: t('nav.audit'), icon: ScrollText, keys: 'g l', main: true }] : []),
                ...(can('operators:read') ? [{ href: paths.operators(), label: t('nav.operators'), icon: Users, keys: 'g u', main: true }] : []),
                { href: paths.account(), label: t('nav.account'), icon: CircleUserRound, keys: 'g p', main: true },
            ],
        },
    ];
    const commands = useCommands(groups, [], onLanguage, signOut);
    const top = (
        <div className={classes.product}>
            <img src="/icon.svg" alt="" width={20} height={20} />
            <span>{product}</span>
        </div>
    );
    return (
        <Shell groups={groups} top={top} person={{ name: me.display_name, email: me.email }} onLanguage={onLanguage} onSignOut={signOut}>
            <Outlet />
            <CommandPalette commands={commands} />
            <HelpModal />
            <AskedDialog session={session} product={product} stepUpOffer={stepUpOffer} />
        </Shell>
    );
}
