import { Button } from '@mantine/core';
import type { FormEventHandler, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../shell/preferences';
import { languages, type Language } from '../i18n';
import { useTitle } from '../nav/useTitle';
import classes from './entry.module.css';

export interface EntryFrameProps {
    /** "Monozu Cloud". */
    product: string;
    title: string;
    lead?: string;
    onLanguage: (language: Language) => void;
    children: ReactNode;
}

/** The frame of the pages before a console: a name, one thing to do, the language. */
export function EntryFrame({ product, title, lead, onLanguage, children }: EntryFrameProps) {
    const { i18n } = useTranslation();
    useTitle(title);
    return (
        <main className={classes.entry}>
            <div className={classes.card}>
                <div className={classes.brand}>
                    <img src="/icon.svg" alt="" width={28} height={28} />
                    <span>{product}</span>
                </div>
                <h1 className={classes.title}>{title}</h1>
                {lead !== undefined && <p className={classes.lead}>{lead}</p>}
                {children}
            </div>
            <div className={classes.languages}>
                {languages.map((language) => (
                    <Button key={language} size="compact-xs" variant="subtle" color="gray" lang={language} aria-pressed={i18n.language === language} onClick={() => onLanguage(language)}>
                        {languageNames[language]}
                    </Button>
                ))}
            </div>
        </main>
    );
}

/** The one thing to do there: a column of fields and a button. */
export function EntryForm({ onSubmit, children }: { onSubmit: FormEventHandler<HTMLFormElement>; children: ReactNode }) {
    return (
        <form noValidate className={classes.form} onSubmit={onSubmit}>
            {children}
        </form>
    );
}
