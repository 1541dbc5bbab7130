import { AppLink } from '@monozu/ui';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../app/paths';
import classes from './model.module.css';
import type { Touched } from './types';

/** What a change does to the items that there are, before it is made. */
export function Preview({ touched, kind }: { touched: Touched; kind: 'class' | 'attribute' }) {
    const { t } = useTranslation();
    const { cis, converted, misfits, sample } = touched;
    const items = new Set(sample.map((one) => one.ci_id)).size;
    return (
        <div className={classes.preview} role="status">
            <strong>{t('cmdbModel:touches')}</strong>
            <p>{kind === 'class' ? t('cmdbModel:touchedClass', { count: cis }) : t('cmdbModel:touched', { count: cis })}</p>
            {converted > 0 && <p>{t('cmdbModel:converted', { count: converted })}</p>}
            {misfits === 0 ? (
                <p>{t('cmdbModel:nothingLost')}</p>
            ) : (
                <>
                    <p>{t('cmdbModel:misfits', { count: misfits })}</p>
                    <ul>
                        {sample.map((one) => (
                            <li key={`${one.ci_id} ${one.attribute}`}>
                                <AppLink href={paths.ci(one.ci_id)}>{one.name}</AppLink>: <code>{typeof one.value === 'string' ? one.value : JSON.stringify(one.value)}</code> {one.problem}
                            </li>
                        ))}
                        {misfits > items && <li>{t('cmdbModel:more', { count: misfits - items })}</li>}
                    </ul>
                    <p className={classes.lead}>{t('cmdbModel:keptInHistory')}</p>
                </>
            )}
        </div>
    );
}
