import { createContext } from 'react';
import type { Search } from '../nav/search';

export interface View {
    label: string;
    search: Search;
}

/** A view that the server keeps: it is there in every browser, and for everybody where it is shared. */
export interface KeptView extends View {
    id: string;
    shared: boolean;
    /** Whoever looks at it may change it. */
    own: boolean;
}

export interface ViewServer {
    load: (list: string, signal: AbortSignal) => Promise<KeptView[]>;
    save: (list: string, view: View & { shared: boolean }) => Promise<void>;
    change: (view: KeptView, change: Partial<View & { shared: boolean }>) => Promise<void>;
    remove: (view: KeptView) => Promise<void>;
}

/** Who keeps views; without one this browser does. */
export const ViewServerContext = createContext<ViewServer | null>(null);
