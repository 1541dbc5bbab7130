import { Button, Popover } from '@mantine/core';
import { RelativeTime } from '@monozu/ui';
import { Check } from 'lucide-react';
import { cloneElement, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useModelNames } from '../../../app/cmdb/names';
import { StaleMark } from '../StaleMark';
import type { Attribute } from '../types';
import { ValueText } from '../ValueText';
import type { Word } from './provenance';
import classes from './item.module.css';

interface ProvenanceProps {
    attribute: Attribute;
    label: string;
    word: Word;
    target: ReactElement;
    mayForget: boolean;
    onForget: () => Promise<void>;
}

/** What all sources say of one attribute, and which of them is believed. */
export default function ProvenancePopover({ attribute, label, word, target, mayForget, onForget }: ProvenanceProps) {
    const { t } = useTranslation();
    const names = useModelNames();
    const [opened, setOpened] = useState(true);
    return (
        <Popover opened={opened} onChange={setOpened} position="bottom-start" width={340} trapFocus returnFocus>
            <Popover.Target>{cloneElement(target, { onClick: () => setOpened(!opened) })}</Popover.Target>
            <Popover.Dropdown className={classes.popover} aria-label={t('cmdbItem:provenance.title', { name: label })}>
                <h3>{t('cmdbItem:provenance.title', { name: label })}</h3>
                <ul className={classes.words}>
                    {word.words.map((said) => (
                        <li key={said.source_id} data-wins={said.wins}>
                            <div className={classes.said}>
                                <ValueText attribute={attribute} value={said.value} />
                                {said.wins && (
                                    <span className={classes.wins}>
                                        <Check size={12} aria-hidden /> {t('cmdbItem:provenance.wins')}
                                    </span>
                                )}
                            </div>
                            <div className={classes.who}>
                                {said.source_name} ({names.source(said.source_kind)}) · <RelativeTime at={said.seen_at} /> {said.stale && <StaleMark />}
                            </div>
                        </li>
                    ))}
                </ul>
                {mayForget && (
                    <Button
                        variant="default"
                        fullWidth
                        onClick={() => {
                            setOpened(false);
                            void onForget();
                        }}
                    >
                        {t('cmdbItem:provenance.takeBack')}
                    </Button>
                )}
            </Popover.Dropdown>
        </Popover>
    );
}
