import { forget, isRecord, recall, remember } from '../store';

/** What was typed and not yet sent, kept for this tab: a reload or a wrong click loses nothing. Secrets are left out by the form. */
export function readDraft(name: string, storage: Storage = sessionStorage): Record<string, unknown> | null {
    return recall(`draft.${name}`, isRecord, storage);
}

export function writeDraft(name: string, values: Record<string, unknown>, storage: Storage = sessionStorage): void {
    remember(`draft.${name}`, values, storage);
}

export function dropDraft(name: string, storage: Storage = sessionStorage): void {
    forget(`draft.${name}`, storage);
}
