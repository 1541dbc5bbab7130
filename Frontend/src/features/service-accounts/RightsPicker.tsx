import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me';
import { byModule } from '../../app/rightGroups';
import { permissionsQuery, useRightWords } from '../../app/rights';
import classes from './service-accounts.module.css';

export interface RightsPickerProps {
    label: string;
    value: readonly string[];
    onChange: (rights: string[]) => void;
    /** What there is to choose from; all rights where it is left out. */
    among?: readonly string[];
    error?: string | undefined;
}

/** Rights by module. What the person lacks is shown, and cannot be given. */
export function RightsPicker({ label, value, onChange, among, error }: RightsPickerProps) {
    const { t } = useTranslation();
    const { me } = useMe();
    const words = useRightWords();
    const { data } = useQuery(permissionsQuery);
    const offered = (data?.items ?? []).filter(({ name }) => among === undefined || among.includes(name));
    const toggle = (right: string) => onChange(value.includes(right) ? value.filter((other) => other !== right) : [...value, right]);
    return (
        <fieldset className={classes.picker}>
            <legend>{label}</legend>
            {error !== undefined && (
                <p role="alert" className={classes.error}>
                    {error}
                </p>
            )}
            {byModule(offered).map(({ module, permissions }) => (
                <div key={module} role="group" aria-label={words.module(module)} className={classes.module}>
                    <span aria-hidden>{words.module(module)}</span>
                    {permissions.map(({ name }) => {
                        const may = me.permissions.includes(name);
                        return (
                            <Checkbox
                                key={name}
                                size="xs"
                                label={words.right(name)}
                                description={may ? undefined : t('rights.youLackThis')}
                                checked={value.includes(name)}
                                disabled={!may && !value.includes(name)}
                                onChange={() => toggle(name)}
                            />
                        );
                    })}
                </div>
            ))}
        </fieldset>
    );
}
