import { CloseButton } from '@mantine/core';
import { CircleAlert, CircleCheck, Info } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './toasts.module.css';

export interface Toast {
    id: number;
    kind: 'done' | 'failed' | 'news';
    text: string;
    /** Second line: what to do, or the request id. */
    detail?: string;
    action?: { label: string; run: () => void };
}

const shownForMs = { done: 4000, news: 8000, failed: 12_000 };
const most = 4;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
    toasts = next;
    listeners.forEach((listener) => listener());
}

/** A short word on what has just happened; screen readers hear it without losing their place. */
export function toast(kind: Toast['kind'], text: string, more: Pick<Toast, 'detail' | 'action'> = {}): void {
    lastId += 1;
    change([...toasts, { id: lastId, kind, text, ...more }].slice(-most));
}

export function dismissToast(id: number): void {
    change(toasts.filter((shown) => shown.id !== id));
}

function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

const icons = { done: CircleCheck, failed: CircleAlert, news: Info };

export function ToastRegion() {
    const { t } = useTranslation();
    const shown = useSyncExternalStore(subscribe, () => toasts);
    return (
        <section aria-label={t('ui.toasts')} aria-live="polite" className={classes.region}>
            {shown.map((item) => (
                <ToastCard key={item.id} toast={item} />
            ))}
        </section>
    );
}

function ToastCard({ toast: { id, kind, text, detail, action } }: { toast: Toast }) {
    const { t } = useTranslation();
    useEffect(() => {
        const timer = setTimeout(() => dismissToast(id), shownForMs[kind]);
        return () => clearTimeout(timer);
    }, [id, kind]);
    const Icon = icons[kind];
    return (
        <div className={classes.toast} data-kind={kind}>
            <Icon size={16} aria-hidden className={classes.icon} />
            <div className={classes.text}>
                <div>{text}</div>
                {detail !== undefined && <div className={classes.detail}>{detail}</div>}
                {action !== undefined && (
                    <button
                        type="button"
                        className={classes.action}
                        onClick={() => {
                            dismissToast(id);
                            action.run();
                        }}
                    >
                        {action.label}
                    </button>
                )}
            </div>
            <CloseButton size="xs" aria-label={t('ui.close')} onClick={() => dismissToast(id)} />
        </div>
    );
}
