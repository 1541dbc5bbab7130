import { lazy, Suspense } from 'react';

const ConflictDialog = lazy(() => import('./ConflictDialog'));

export interface Conflict {
    /** What was being changed: "Title". */
    label: string;
    mine: string;
    theirs: string;
}

/** Somebody changed the same thing in the meantime. Nothing is decided for the reader: both are shown, one is kept. */
export function ConflictModal({ conflict, onKeepMine, onTakeTheirs }: { conflict: Conflict | null; onKeepMine: () => void; onTakeTheirs: () => void }) {
    return conflict === null ? null : (
        <Suspense>
            <ConflictDialog conflict={conflict} onKeepMine={onKeepMine} onTakeTheirs={onTakeTheirs} />
        </Suspense>
    );
}
