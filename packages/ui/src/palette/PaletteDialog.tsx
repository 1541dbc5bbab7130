import { Modal } from '@mantine/core';
import { Search as SearchIcon } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Keys } from '../keys/Keys';
import type { Command, PaletteProps } from './CommandPalette';
import { matches } from './match';
import classes from './CommandPalette.module.css';

const findPauseMs = 200;
const shortestFind = 2;

export default function PaletteDialog({ commands, find, onClose }: PaletteProps & { onClose: () => void }) {
    const { t } = useTranslation();
    return (
        <Modal.Root opened onClose={onClose} size="lg" padding={0}>
            <Modal.Overlay />
            <Modal.Content aria-label={t('ui.palette.title')}>
                <Modal.Body>
                    <Palette commands={commands} find={find} onDone={onClose} />
                </Modal.Body>
            </Modal.Content>
        </Modal.Root>
    );
}

function Palette({ commands, find, onDone }: { commands: readonly Command[]; find: PaletteProps['find']; onDone: () => void }) {
    const { t } = useTranslation();
    const [text, setText] = useState('');
    const [found, setFound] = useState<readonly Command[]>([]);
    const [busy, setBusy] = useState(false);
    const [active, setActive] = useState(0);
    const listId = useId();
    const list = useRef<HTMLDivElement>(null);
    const shown = useMemo(() => [...commands.filter((command) => matches(`${command.label} ${command.group} ${command.also ?? ''}`, text)), ...(text.trim().length >= shortestFind ? found : [])], [commands, text, found]);
    const groups = [...new Set(shown.map((command) => command.group))];
    const ordered = groups.flatMap((group) => shown.filter((command) => command.group === group));
    const chosen = Math.min(active, ordered.length - 1);

    useEffect(() => {
        if (find === undefined || text.trim().length < shortestFind) {
            return;
        }
        const abort = new AbortController();
        const timer = setTimeout(() => {
            setBusy(true);
            // What was asked before the last letter was typed has been given up: its failure says nothing.
            const unlessGivenUp = (commands: readonly Command[]) => {
                if (!abort.signal.aborted) {
                    setFound(commands);
                    setBusy(false);
                }
            };
            find(text.trim(), abort.signal).then(unlessGivenUp, () => unlessGivenUp([]));
        }, findPauseMs);
        return () => {
            clearTimeout(timer);
            abort.abort();
            setBusy(false);
        };
    }, [find, text]);

    useEffect(() => {
        list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    }, [chosen]);

    const run = (command: Command | undefined) => {
        if (command !== undefined) {
            onDone();
            command.run();
        }
    };
    return (
        <div>
            <div className={classes.field}>
                <SearchIcon size={15} aria-hidden />
                <input
                    data-autofocus
                    role="combobox"
                    aria-expanded
                    aria-controls={listId}
                    aria-activedescendant={ordered[chosen] === undefined ? undefined : `${listId}-${String(chosen)}`}
                    aria-label={t('ui.palette.title')}
                    placeholder={t('ui.palette.placeholder')}
                    value={text}
                    onChange={(event) => {
                        setText(event.currentTarget.value);
                        setActive(0);
                    }}
                    onKeyDown={(event) => {
                        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
                        if (step !== undefined) {
                            event.preventDefault();
                            setActive((chosen + step + ordered.length) % Math.max(1, ordered.length));
                        } else if (event.key === 'Enter') {
                            event.preventDefault();
                            run(ordered[chosen]);
                        }
                    }}
                />
            </div>
            <div ref={list} id={listId} role="listbox" aria-label={t('ui.palette.title')} className={classes.list} aria-busy={busy}>
                {groups.map((group) => (
                    <div key={group} role="group" aria-label={group}>
                        <div className={classes.group} aria-hidden>
                            {group}
                        </div>
                        {ordered.map((command, index) =>
                            command.group !== group ? null : (
                                <div key={command.id} id={`${listId}-${String(index)}`} role="option" aria-selected={index === chosen} className={classes.option} onMouseMove={() => setActive(index)} onClick={() => run(command)}>
                                    {command.icon !== undefined && <command.icon size={15} aria-hidden />}
                                    <span className={classes.label}>
                                        {command.label} {command.detail !== undefined && <span className={classes.detail}>{command.detail}</span>}
                                    </span>
                                    {command.keys !== undefined && <Keys keys={command.keys} />}
                                </div>
                            ),
                        )}
                    </div>
                ))}
            </div>
            {ordered.length === 0 && <p className={classes.none}>{t(busy ? 'ui.palette.looking' : 'ui.palette.none')}</p>}
        </div>
    );
}
