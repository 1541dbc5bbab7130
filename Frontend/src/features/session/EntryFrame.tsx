import { Button } from '@mantine/core';
import { languageNames, languages, useTitle } from '@monozu/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { switchLanguage } from '../../app/i18n';
import classes from './session.module.css';

/** The frame of the pages before the console: a name, one thing to do, the language. */
export function EntryFrame({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
    const { i18n } = useTranslation();
    useTitle(title);
    return (
        <main className={classes.entry}>
            <div className={classes.card}>
                <div className={classes.brand}>
                    <img src="/icon.svg" alt="" width={28} height={28} />
                    <span>Monozu Cloud</span>
                </div>
                <h1 className={classes.entryTitle}>{title}</h1>
                {lead !== undefined && <p className={classes.lead}>{lead}</p>}
                {children}
            </div>
            <div className={classes.languages}>
                {languages.map((language) => (
                    <Button key={language} size="compact-xs" variant="subtle" color="gray" lang={language} aria-pressed={i18n.language === language} onClick={() => void switchLanguage(i18n, language)}>
                        {languageNames[language]}
                    </Button>
                ))}
            </div>
        </main>
    );
}
