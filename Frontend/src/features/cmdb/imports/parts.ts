import type { ImportFormat } from './types';

/** Encodings that spreadsheets here write. */
export const encodings = ['utf-8', 'windows-1250', 'windows-1252', 'iso-8859-2', 'utf-16le'] as const;
export type Encoding = (typeof encodings)[number];

// Well below what the server takes at once, even where a character becomes three bytes.
const partBytes = 256 * 1024;

export const formatOf = (fileName: string): ImportFormat => (/\.(jsonl|ndjson|json)$/i.test(fileName) ? 'json_lines' : 'csv');

/** The file's text in parts, read as they are asked for; a character is never cut in two. */
export async function* partsOf(file: Blob, encoding: Encoding, bytes = partBytes): AsyncGenerator<{ text: string; read: number }> {
    const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
    for (let at = 0; at < file.size; at += bytes) {
        const end = Math.min(at + bytes, file.size);
        const text = decoder.decode(await file.slice(at, end).arrayBuffer(), { stream: end < file.size });
        if (text !== '') {
            yield { text, read: end };
        }
    }
}
