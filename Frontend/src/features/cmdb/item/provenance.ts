import { groupBy } from '../groupBy';
import type { Provenance } from '../types';
import { isSame } from '../values';

export interface Word {
    /** What wins; none where nobody says anything any more. */
    winner: Provenance | undefined;
    /** All of them, the winner first, then the latest. */
    words: readonly Provenance[];
    /** Whether somebody says something else than what is shown. */
    disputed: boolean;
    /** People said something, which can be taken back. */
    byHand: boolean;
}

/** Who says what of each attribute. */
export function byAttribute(items: readonly Provenance[]): ReadonlyMap<string, Word> {
    const found = new Map<string, Word>();
    for (const [attribute, said] of groupBy(items, (item) => item.attribute)) {
        const words = [...said].sort((a, b) => Number(b.wins) - Number(a.wins) || Date.parse(b.seen_at) - Date.parse(a.seen_at));
        const winner = words.find((word) => word.wins);
        found.set(attribute, {
            winner,
            words,
            disputed: words.some((word) => word !== winner && !isSame(word.value, winner?.value)),
            byHand: words.some((word) => word.source_kind === 'manual'),
        });
    }
    return found;
}
