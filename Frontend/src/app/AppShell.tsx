import { asProblem } from '@monozu/api-client';
import { CommandPalette, HelpModal, Shell, useCommands, useNavigateTo, useSignOut, ViewServerContext, type Command, type Language, type NavGroup } from '@monozu/ui';
import { AskedDialog } from '@monozu/ui/factor/AskedDialog';
import { Outlet } from '@tanstack/react-router';
import { BadgeCheck, Bot, Boxes, Building2, CircleDot, CircleUserRound, Copy, Fingerprint, FileUp, FolderSync, Gauge, KeyRound, KeySquare, LockKeyhole, Mail, Package, PackagePlus, Radar, RadioTower, ScrollText, Server, Shapes, ShieldAlert, ShieldCheck, SquareAsterisk, TicketPlus, Users, Webhook } from 'lucide-react';
import { lazy, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AlertStreamProvider, useAlertStream } from '../features/alerts/AlertStream';
import { TenantSwitcher } from '../features/session/TenantSwitcher';
import { session, stepUpOffer } from './api';
import { product } from './config';
import { switchLanguage } from './i18n';
import { useMe } from './me';
import { paths } from './paths';
import { finishSwitch } from './sso/finishSwitch';
import { viewServer } from './views';

const ProveElsewhere = lazy(async () => ({ default: (await import('./sso/ProveElsewhere')).ProveElsewhere }));

export function AppShell() {
    const { me, can, has } = useMe();
    const [views] = useState(() => viewServer(me.id, (list) => me.permissions.includes(`${list}:write`)));
    return (
        <AlertStreamProvider enabled={has('security') && can('alerts:read')}>
            <ViewServerContext.Provider value={views}>
                <Frame />
            </ViewServerContext.Provider>
        </AlertStreamProvider>
    );
}

/** What is licensed and allowed; modules that have no page yet are not offered. */
function useNavigation(): NavGroup[] {
    const { t } = useTranslation();
    const { can, has } = useMe();
    const { unseen } = useAlertStream();
    const work = [
        { href: paths.overview(), label: t('nav.overview'), icon: Gauge, keys: 'g o', main: true, shown: true },
        { href: paths.incidents(), label: t('nav.incidents'), icon: CircleDot, keys: 'g i', main: true, shown: has('itsm') && can('incidents:read') },
        { href: paths.alerts(), label: t('nav.alerts'), icon: ShieldAlert, keys: 'g a', main: true, shown: has('security') && can('alerts:read'), badge: unseen > 0 ? String(unseen) : undefined },
        { href: paths.devices(), label: t('nav.devices'), icon: Server, keys: 'g d', main: true, shown: has('cmdb') && can('devices:read') },
    ];
    // A page of the CMDB has its line here, its route in router.tsx and its address in paths.ts; a part of one CI is a tab: features/cmdb/item/tabs.ts.
    const cmdb = [
        { href: paths.cis(), label: t('nav.cis'), icon: Boxes, keys: 'g c', shown: has('cmdb') && can('cis:read') },
        { href: paths.software(), label: t('nav.software'), icon: Package, shown: has('cmdb') && can('cis:read') },
        { href: paths.discovery(), label: t('nav.discovery'), icon: Radar, shown: has('cmdb') && can('discovery:read') },
        { href: paths.ciModel(), label: t('nav.ciModel'), icon: Shapes, shown: has('cmdb') && can('cis:read') },
        { href: paths.ciDuplicates(), label: t('nav.ciDuplicates'), icon: Copy, shown: has('cmdb') && can('cis:read') },
        { href: paths.ciImports(), label: t('nav.ciImports'), icon: FileUp, shown: has('cmdb') && can('cis:read') },
        { href: paths.ciSources(), label: t('nav.ciSources'), icon: RadioTower, shown: has('cmdb') && can('cis:read') },
    ];
    const settings = [
        { href: paths.account(), label: t('nav.account'), icon: CircleUserRound, keys: 'g m', shown: true },
        { href: paths.users(), label: t('nav.users'), icon: Users, keys: 'g u', shown: can('users:read') },
        { href: paths.roles(), label: t('nav.roles'), icon: ShieldCheck, shown: can('roles:read') },
        { href: paths.serviceAccounts(), label: t('nav.serviceAccounts'), icon: Bot, shown: can('api-keys:read') },
        { href: paths.apiKeys(), label: t('nav.apiKeys'), icon: SquareAsterisk, shown: can('api-keys:read') },
        { href: paths.provisioningKeys(), label: t('nav.provisioningKeys'), icon: KeyRound, shown: has('cmdb') && can('provisioning-keys:read') },
        { href: paths.webhooks(), label: t('nav.webhooks'), icon: Webhook, shown: has('security') && can('webhooks:read') },
        { href: paths.securityPolicy(), label: t('nav.securityPolicy'), icon: LockKeyhole, shown: can('security-policy:read') },
        { href: paths.ssoSettings(), label: t('nav.sso'), icon: KeySquare, shown: can('sso:read') },
        { href: paths.scim(), label: t('nav.scim'), icon: FolderSync, shown: can('scim:read') },
        { href: paths.audit(), label: t('nav.audit'), icon: ScrollText, keys: 'g l', shown: can('audit:read') },
        { href: paths.mail(), label: t('nav.mail'), icon: Mail, shown: can('mail:read') },
        { href: paths.licence(), label: t('nav.licence'), icon: BadgeCheck, shown: can('licence:read') },
        { href: paths.ownSecurity(), label: t('nav.ownSecurity'), icon: Fingerprint, shown: true },
    ];
    const allowed = <T extends { shown: boolean }>(items: readonly T[]) => items.filter((item) => item.shown);
    return [{ items: allowed(work) }, { label: t('nav.cmdb'), items: allowed(cmdb) }, { label: t('nav.settings'), items: allowed(settings) }].filter((group) => group.items.length > 0);
}

function Frame() {
    const { t, i18n } = useTranslation();
    const { me, can, has } = useMe();
    const go = useNavigateTo();
    const groups = useNavigation();
    const signOut = useSignOut(session);
    const onLanguage = (language: Language) => void switchLanguage(i18n, language);

    const actions = t('ui.palette.actions');
    const own: Command[] = [
        ...(has('cmdb') && can('cis:write') ? [{ id: 'new-ci', label: t('nav.newCi'), group: actions, icon: PackagePlus, run: () => go(paths.cis({ new: '1' })) }] : []),
        ...(has('itsm') && can('incidents:write') ? [{ id: 'new', label: t('incidents.create'), group: actions, icon: TicketPlus, run: () => go(paths.incidents({ new: '1' })) }] : []),
        ...me.tenants.filter((tenant) => tenant.id !== me.tenant_id).map((tenant) => ({ id: tenant.id, label: t('session.switchTo', { name: tenant.name }), group: actions, icon: Building2, run: () => void session.switchTenant(tenant.id).catch((error: unknown) => finishSwitch(asProblem(error))).catch(() => undefined) })),
    ];
    const commands = useCommands(groups, own, onLanguage, signOut);
    // Loaded with the first search, like the palette itself.
    const find = useCallback(async (text: string, signal: AbortSignal) => (await import('./globalSearch')).globalSearch(text, signal, t, i18n.language, go), [t, i18n, go]);
    return (
        <Shell groups={groups} top={<TenantSwitcher />} person={{ name: me.display_name, email: me.email }} onLanguage={onLanguage} onSignOut={signOut}>
            <Outlet />
            <CommandPalette commands={commands} find={find} />
            <HelpModal />
            <AskedDialog session={session} product={product} stepUpOffer={stepUpOffer} elsewhere={ProveElsewhere} />
        </Shell>
    );
}
