/** Domains as people type them: with commas, spaces or on lines of their own. */
export function readDomains(text: string): string[] {
    return [...new Set(text.toLowerCase().split(/[\s,;]+/).map((one) => one.replace(/^@/, '')).filter((one) => one !== ''))];
}
