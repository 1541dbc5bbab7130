import { Combobox, Popover, TextInput, useCombobox } from '@mantine/core';
import { Check } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../app/types';
import classes from './session.module.css';

interface Props {
    tenants: Me['tenants'];
    current: string;
    onChoose: (id: string) => void;
}

/** Behind the button, a field and the tenants whose names have what is typed there: arrows choose, Enter switches. */
export function TenantFinder({ target, onChoose, ...props }: Props & { target: (toggle: () => void) => ReactElement }) {
    const { t } = useTranslation();
    const [opened, setOpened] = useState(false);
    return (
        <Popover opened={opened} onChange={setOpened} position="bottom-start" width={260} trapFocus returnFocus>
            <Popover.Target>{target(() => setOpened((open) => !open))}</Popover.Target>
            <Popover.Dropdown className={classes.finder} aria-label={t('session.tenants')}>
                <Find
                    {...props}
                    onChoose={(id) => {
                        setOpened(false);
                        onChoose(id);
                    }}
                />
            </Popover.Dropdown>
        </Popover>
    );
}

function Find({ tenants, current, onChoose }: Props) {
    const { t } = useTranslation();
    const [text, setText] = useState('');
    const combobox = useCombobox({ defaultOpened: true });
    const found = tenants.filter(({ name }) => name.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase()));
    return (
        <Combobox store={combobox} onOptionSubmit={onChoose}>
            <Combobox.EventsTarget>
                <TextInput
                    data-autofocus
                    aria-label={t('session.find')}
                    placeholder={t('session.find')}
                    value={text}
                    onChange={(event) => {
                        setText(event.currentTarget.value);
                        combobox.selectFirstOption();
                    }}
                />
            </Combobox.EventsTarget>
            <Combobox.Options className={classes.found} aria-label={t('session.tenants')}>
                {found.map(({ id, name }) => (
                    <Combobox.Option key={id} value={id} active={id === current} className={classes.option}>
                        <span>{name}</span>
                        {id === current && <Check size={14} aria-hidden />}
                    </Combobox.Option>
                ))}
            </Combobox.Options>
            {found.length === 0 && <p className={classes.nothing}>{t('ui.state.filteredTitle')}</p>}
        </Combobox>
    );
}
