import { useTranslation } from 'react-i18next';
import classes from './alerts.module.css';

/** Whatever the detector had to say, as names and values; what is nested deeper stays as it was sent. */
export function Details({ value }: { value: unknown }) {
    const { t } = useTranslation();
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    if (entries.length === 0) {
        return <p className={classes.quiet}>{t('alerts.noDetail')}</p>;
    }
    return (
        <dl className={classes.details}>
            {entries.map(([name, entry]) => (
                <div key={name}>
                    <dt>{name}</dt>
                    <dd>{typeof entry === 'object' ? JSON.stringify(entry, null, 2) : String(entry)}</dd>
                </div>
            ))}
        </dl>
    );
}
