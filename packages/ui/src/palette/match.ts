/** Without capitals and marks: "Zażółć" is found by "zazolc". The Polish l with stroke has no mark to take away, so it is named. */
export function folded(text: string): string {
    return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l');
}

/** Every word typed must begin a word of the text or be in it. */
export function matches(text: string, typed: string): boolean {
    const hay = folded(text);
    return folded(typed)
        .split(/\s+/)
        .every((word) => hay.includes(word));
}
