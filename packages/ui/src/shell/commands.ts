import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { asProblem, type Session } from '@monozu/api-client';
import { Languages, LogOut, MoonStar } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '../i18n';
import { useNavigateTo } from '../nav/search';
import type { Command } from '../palette/CommandPalette';
import { problemText } from '../states/StatePanel';
import { toast } from '../toast/toasts';
import type { NavGroup } from './NavGroups';
import { languageNames } from './preferences';

/** Says so where signing out failed: the next person at this machine would find the door open. */
export function useSignOut(session: Session): () => void {
    const { t } = useTranslation();
    return () => {
        const leave = async () => {
            const elsewhere = await session.logout();
            if (elsewhere !== null) {
                location.assign(elsewhere);
            }
        };
        leave().catch((error: unknown) => toast('failed', t('ui.shell.signOutFailed'), { detail: problemText(asProblem(error), t('ui.state.offlineBody')) }));
    };
}

/** What every console's palette offers: its pages, then `own`, then light or dark, the other language, the way out. */
export function useCommands(groups: readonly NavGroup[], own: readonly Command[], onLanguage: (language: Language) => void, onSignOut: () => void): Command[] {
    const { t, i18n } = useTranslation();
    const go = useNavigateTo();
    const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
    const scheme = useComputedColorScheme('light') === 'dark' ? 'light' : 'dark';
    const pages = t('ui.palette.pages');
    const actions = t('ui.palette.actions');
    return [
        ...groups.flatMap((group) => group.items.map(({ href, label, icon, keys }): Command => ({ id: href, label, group: pages, icon, run: () => go(href), ...(keys === undefined ? {} : { keys }) }))),
        ...own,
        { id: 'scheme', label: t(`ui.palette.${scheme}`), group: actions, icon: MoonStar, run: () => setColorScheme(scheme) },
        ...languages
            .filter((language) => language !== i18n.language)
            .map((language): Command => ({ id: language, label: languageNames[language], also: 'language język', group: actions, icon: Languages, run: () => onLanguage(language) })),
        { id: 'out', label: t('ui.shell.signOut'), group: actions, icon: LogOut, run: onSignOut },
    ];
}
