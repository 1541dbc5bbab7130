import { Button, NativeSelect, TextInput } from '@mantine/core';
import { ArrowUp, Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useRoleChoices } from '../../app/roleChoices';
import { chosenRole, valueOfRole } from '../../app/roleValue';
import type { Mapping } from './api';
import classes from './sso.module.css';

export interface Row extends Mapping {
    /** Of the line on the screen, which may be moved. */
    key: string;
}

export const rowsOf = (mappings: readonly Mapping[]): Row[] => mappings.map((mapping) => ({ ...mapping, key: crypto.randomUUID() }));
export const mappingsOf = (rows: readonly Row[]): Mapping[] => rows.map(({ claim, value, role, role_id }) => ({ claim, value: value.trim(), role, role_id }));

/** Which role a value of the provider's claims stands for: the first that fits counts. */
export function Mappings({ rows, editable, onChange }: { rows: readonly Row[]; editable: boolean; onChange: (rows: Row[]) => void }) {
    const { t } = useTranslation();
    const roles = useRoleChoices().filter(({ value }) => value !== 'owner');
    const set = (key: string, change: Partial<Row>) => onChange(rows.map((row) => (row.key === key ? { ...row, ...change } : row)));
    const up = (index: number) => onChange(rows.flatMap((row, at) => (at === index - 1 ? [rows[index] as Row, row] : at === index ? [] : [row])));
    return (
        <div className={classes.mappings}>
            {rows.length > 0 && (
                <ol>
                    {rows.map((row, index) => {
                        const number = String(index + 1);
                        return (
                            <li key={row.key}>
                                <NativeSelect
                                    aria-label={t('sso:mappingClaim', { number })}
                                    disabled={!editable}
                                    data={[
                                        { value: 'roles', label: t('sso:claim.roles') },
                                        { value: 'groups', label: t('sso:claim.groups') },
                                    ]}
                                    value={row.claim}
                                    onChange={(event) => set(row.key, { claim: event.currentTarget.value as Mapping['claim'] })}
                                />
                                <TextInput aria-label={t('sso:mappingValue', { number })} placeholder={t(`sso:valueOf.${row.claim}`)} disabled={!editable} value={row.value} maxLength={200} onChange={(event) => set(row.key, { value: event.currentTarget.value })} />
                                <NativeSelect aria-label={t('sso:mappingRole', { number })} disabled={!editable} data={roles} value={valueOfRole(row)} onChange={(event) => set(row.key, chosenRole(event.currentTarget.value))} />
                                {editable && (
                                    <span className={classes.moves}>
                                        <Button size="compact-sm" variant="default" disabled={index === 0} aria-label={t('sso:mappingUp', { number })} onClick={() => up(index)}>
                                            <ArrowUp size={14} aria-hidden />
                                        </Button>
                                        <Button size="compact-sm" variant="default" aria-label={t('sso:mappingRemove', { number })} onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}>
                                            <X size={14} aria-hidden />
                                        </Button>
                                    </span>
                                )}
                            </li>
                        );
                    })}
                </ol>
            )}
            {editable && (
                <div>
                    <Button size="compact-sm" variant="default" leftSection={<Plus size={14} aria-hidden />} onClick={() => onChange([...rows, { key: crypto.randomUUID(), claim: 'roles', value: '', role: 'agent', role_id: null }])}>
                        {t('sso:mappingAdd')}
                    </Button>
                </div>
            )}
        </div>
    );
}
