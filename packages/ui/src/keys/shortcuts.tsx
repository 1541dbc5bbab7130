import { createContext, useContext, useEffect, useMemo, useRef, type ReactNode } from 'react';

export interface Shortcut {
    /** One key ("j", "/", "Enter"), two pressed one after the other ("g i"), or with Ctrl or Cmd ("mod+k"). */
    keys: string;
    /** What it does, in the reader's language. */
    label: string;
    run: () => void;
    /** Works while a dialog is open or a field has the focus. */
    everywhere?: boolean;
}

/** The pages' shortcuts, the most recently mounted last: where two have the same keys, the later one wins. */
class Registry {
    readonly #groups = new Set<{ current: readonly Shortcut[] }>();

    add(group: { current: readonly Shortcut[] }): () => void {
        this.#groups.add(group);
        return () => this.#groups.delete(group);
    }

    all(): Shortcut[] {
        return [...this.#groups].flatMap((group) => [...group.current]);
    }

    find(keys: string): Shortcut | undefined {
        return this.all().findLast((shortcut) => shortcut.keys === keys);
    }

    startsWith(prefix: string): boolean {
        return this.all().some((shortcut) => shortcut.keys.startsWith(`${prefix} `));
    }
}

const Context = createContext<Registry | null>(null);
const sequenceMs = 900;

export function useShortcutRegistry(): Pick<Registry, 'all'> {
    const registry = useContext(Context);
    if (registry === null) {
        throw new Error('ShortcutProvider is missing');
    }
    return registry;
}

export function useShortcuts(shortcuts: readonly Shortcut[]): void {
    const registry = useContext(Context);
    const group = useRef(shortcuts);
    useEffect(() => {
        group.current = shortcuts;
    });
    useEffect(() => registry?.add(group), [registry]);
}

export function keyName(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>): string {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    return event.ctrlKey || event.metaKey ? `mod+${key}` : key;
}

/** A letter typed into a field is text, and Enter or Space on a button or a link belongs to it. */
function belongsToTarget(event: KeyboardEvent): boolean {
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (target === null) {
        return false;
    }
    if (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)) {
        const typed = !(target instanceof HTMLInputElement) || !['checkbox', 'radio', 'button'].includes(target.type);
        return typed || event.key === ' ' || event.key === 'Enter';
    }
    return (event.key === 'Enter' || event.key === ' ') && target.closest('a, button, [role="menuitem"], [role="option"]') !== null;
}

function dialogIsOpen(): boolean {
    return document.querySelector('[role="dialog"], [role="menu"]') !== null;
}

export function ShortcutProvider({ children }: { children: ReactNode }) {
    const registry = useMemo(() => new Registry(), []);
    useEffect(() => {
        let prefix = '';
        let prefixAt = 0;
        const onKeyDown = (event: KeyboardEvent) => {
            if (event.altKey || event.isComposing || ['Control', 'Shift', 'Meta', 'Alt'].includes(event.key)) {
                return;
            }
            const name = keyName(event);
            const keys = prefix !== '' && performance.now() - prefixAt < sequenceMs ? `${prefix} ${name}` : name;
            prefix = '';
            const shortcut = registry.find(keys);
            if (shortcut === undefined) {
                if (!belongsToTarget(event) && !dialogIsOpen() && registry.startsWith(keys)) {
                    prefix = keys;
                    prefixAt = performance.now();
                }
                return;
            }
            if (shortcut.everywhere !== true && (belongsToTarget(event) || dialogIsOpen() || event.defaultPrevented)) {
                return;
            }
            event.preventDefault();
            shortcut.run();
        };
        document.addEventListener('keydown', onKeyDown);
        return () => document.removeEventListener('keydown', onKeyDown);
    }, [registry]);
    return <Context.Provider value={registry}>{children}</Context.Provider>;
}
