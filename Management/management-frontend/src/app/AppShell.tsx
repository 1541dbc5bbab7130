import { answer } from '@monozu/api-client';
import { CommandPalette, HelpModal, Shell, useCommands, useSignOut, type Language, type NavGroup } from '@monozu/ui';
import { AskedDialog } from '@monozu/ui/factor/AskedDialog';
import { Outlet } from '@tanstack/react-router';
import { Building2, CircleUserRound, ScrollText, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { stepUpAtProvider } from '../features/session/provider';
import { api, session, stepUpOffer } from './api';
import { product } from './config';
import { switchLanguage } from './i18n';
import { useMe } from './me';
import { paths } from './paths';
import classes from './AppShell.module.css';

export function AppShell() {
    const { t, i18n } = useTranslation();
    const { me, can } = useMe();
    const signOutHere = useSignOut(session);
    // Whoever came by the identity provider leaves there, too; a provider that is away keeps nobody signed in here.
    const signOut = () => {
        if (!me.provided) {
            signOutHere();
            return;
        }
        const leave = async () => {
            const page = await answer(api.GET('/api/v1/auth/oidc/log-out-page')).catch(() => null);
            await session.logout();
            if (page !== null && page.url !== null) {
                location.assign(page.url);
            }
        };
        leave().catch(signOutHere);
    };
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
            <AskedDialog session={session} product={product} stepUpOffer={stepUpOffer} provider={stepUpAtProvider} />
        </Shell>
    );
}
