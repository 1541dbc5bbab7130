import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './keys.module.css';

export function Keys({ keys }: { keys: string }) {
    const { t } = useTranslation();
    return (
        <span className={classes.keys}>
            {keys.split(' ').map((key, index) => (
                <Fragment key={key}>
                    {index > 0 && <span>{t('ui.keys.then')}</span>}
                    {key.split('+').map((part) => (
                        <kbd key={part}>{part === 'mod' ? 'Ctrl' : part.length === 1 ? part.toUpperCase() : part}</kbd>
                    ))}
                </Fragment>
            ))}
        </span>
    );
}
